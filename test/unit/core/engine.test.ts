import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compile, run } from '../../../src/core/engine/program.ts';
import { parametersAtPass, train, trainer } from '../../../src/core/engine/train.ts';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import { exampleOfPass, type Exercise, type Parameters } from '../../../src/core/network/exercise.ts';
import { updatedParameters } from '../../../src/core/network/values.ts';
import { idOf, loss } from '../../../src/core/quantity.ts';
import { MAZUR, TWO_TWO_ONE } from '../support/exercises.ts';
import { formulas, QUANTITIES } from '../support/formulas.ts';
import { exercises } from '../support/networks.ts';
import { passValues, stepsOf } from '../support/passes.ts';

const agree = (x: number, y: number): boolean =>
  Math.abs(x - y) <= 1e-12 * Math.max(1e-3, Math.abs(x), Math.abs(y));

const flat = ({ weights, biases }: Parameters): readonly number[] => [weights.flat(2), biases.flat()].flat();

const expectEqual = (actual: readonly number[], expected: readonly number[]): void => {
  expect(actual).toHaveLength(expected.length);
  expect(actual.filter((x, i) => !agree(x, expected[i]!))).toEqual([]);
};

/** The mean of E over all examples, each from the derivation of its own pass. */
const meanLoss = (exercise: Exercise, parameters: Parameters): number =>
  exercise.examples.reduce((total, _, i) => total + passValues(exercise, parameters, i + 1).get('E')!, 0) /
  exercise.examples.length;

/** The parameters before pass 1, 2, … by working through the derivation of every pass. */
function byHand(exercise: Exercise, passes: number): readonly Parameters[] {
  const before = [exercise.parameters];
  for (let pass = 1; pass <= passes; pass += 1) {
    const parameters = before[pass - 1]!;
    before.push(updatedParameters(exercise.network, parameters, passValues(exercise, parameters, pass)));
  }
  return before;
}

/** Training that runs away to infinity has no digits to compare. */
const isTame = (parameters: readonly Parameters[]): boolean =>
  parameters.every((each) => flat(each).every((x) => Math.abs(x) < 100));

describe('training by the engine', () => {
  test('is what the derivation gives, pass by pass, example after example', () => {
    fc.assert(
      fc.property(exercises({ maxExamples: 3 }), fc.integer({ min: 0, max: 7 }), (exercise, passes) => {
        const before = byHand(exercise, passes);
        fc.pre(isTame(before));
        const losses = before.map((parameters) => meanLoss(exercise, parameters));
        fc.pre(Number.isFinite(losses[0]));
        const training = train(exercise, passes);
        // A unit may saturate, and its cross-entropy be ln 0, while the weights are small: training stops before that.
        const lost = losses.findIndex((loss) => !Number.isFinite(loss));
        const last = lost === -1 ? passes : lost - 1;
        expect(training.stoppedAt).toBe(lost === -1 ? undefined : lost);
        expectEqual([training.before, ...training.losses], losses.slice(0, last + 1));
        expectEqual(flat(training.parameters), flat(before[last]!));
        expectEqual(flat(parametersAtPass(exercise, passes + 1)), flat(before[passes]!));
      }),
      { numRuns: 200 },
    );
  });

  test('may start in the middle: with the parameters and the number of a later pass', () => {
    fc.assert(
      fc.property(exercises({ maxExamples: 3 }), fc.integer({ min: 1, max: 5 }), (exercise, pass) => {
        const before = byHand(exercise, pass + 1);
        fc.pre(isTame(before));
        const later = trainer({ ...exercise, parameters: before[pass - 1]! }, pass);
        later.pass();
        later.pass();
        expectEqual(flat(later.parameters()), flat(before[pass + 1]!));
      }),
    );
  });

  test('takes the examples in turn, beginning with the first', () => {
    const exercise = xor();
    const turns = [1, 2, 3, 4, 5, 8, 9].map((pass) => exampleOfPass(exercise, pass));
    expect(turns).toEqual([0, 1, 2, 3, 0, 3, 0]);
  });

  test('leaves the exercise as it was, and looking at the loss does not disturb it', () => {
    const copy = structuredClone(MAZUR);
    const watched = trainer(MAZUR);
    for (let pass = 1; pass <= 20; pass += 1) {
      watched.meanLoss();
      watched.pass();
    }
    expect(MAZUR).toEqual(copy);
    expect(watched.parameters()).toEqual(train(MAZUR, 20).parameters);
  });

  test('of no passes changes nothing', () => {
    const { losses, parameters } = train(TWO_TWO_ONE, 0);
    expect(losses).toEqual([]);
    expect(parameters).toEqual(TWO_TWO_ONE.parameters);
  });

  test('learns XOR from the numbers of the example file within a few thousand passes', () => {
    const { before, losses, parameters } = train(xor(), 5000);
    expect(before).toBeGreaterThan(0.1);
    expect(losses.at(-1)).toBeLessThan(0.001);
    const trained = { ...xor(), parameters };
    for (const { input, target } of trained.examples) {
      const output = passValues({ ...trained, examples: [{ input, target }] }).get('a[2][1]');
      expect(Math.round(output!)).toBe(target[0]);
    }
  });
});

const xor = (): Exercise => JSON.parse(readFileSync('examples/xor.json', 'utf8')) as Exercise;

describe('a compiled program', () => {
  test('computes what its formula evaluates to', () => {
    const ids = QUANTITIES.map(idOf);
    const points = fc.array(
      fc.integer({ min: -150, max: 150 }).map((n) => n / 100),
      { minLength: ids.length, maxLength: ids.length },
    );
    fc.assert(
      fc.property(formulas(), points, (formula, point) => {
        const result = { id: 'result', phase: 'forward', rule: 'activation', result: loss, formula } as const;
        const program = compile([result], ids);
        point.forEach((value, slot) => (program.memory[slot] = value));
        run(program);
        const value = evaluate(formula, new Map(ids.map((id, i) => [id, point[i]!])));
        const computed = program.memory[program.slots.get('result')!]!;
        const isSame =
          Object.is(value + 0, computed + 0) || Math.abs(value - computed) <= 1e-12 * Math.abs(value);
        expect(isSame, `${computed} for ${value}`).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('is refused where a formula uses what is not computed yet, and the quantity is named', () => {
    expect(() => compile(stepsOf(TWO_TWO_ONE), ['a[0][1]'])).toThrow(
      'w[1][1][1] is used before it is computed',
    );
  });
});
