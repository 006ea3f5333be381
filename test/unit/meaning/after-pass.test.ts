import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bonusOf, inputSlopes, isOfNewWeights, weightsOf } from '../../../src/app/meaning/bonus.ts';
import { beyond, dareOf, isNothing, isPromiseKept } from '../../../src/app/meaning/dare.ts';
import { slopesBeforeFirst } from '../../../src/app/meaning/little.ts';
import { rippleOf } from '../../../src/app/meaning/ripple.ts';
import { promiseOf } from '../../../src/app/trainer/end.ts';
import { trainedParameters } from '../../../src/core/network/shape.ts';
import { mapParameters, updatedParameters } from '../../../src/core/network/values.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { check } from '../../../src/tutor/checking/check.ts';
import { passOf, type Pass } from '../../../src/tutor/pass.ts';
import { passes } from '../ideas/walks.ts';
import { FORK, MAZUR, TWO_TWO_ONE } from '../support/exercises.ts';
import { isComparable, judged, lossOn } from '../support/judge.ts';

const passFor = (exercise: typeof MAZUR): Pass => passOf(exercise, 1, exercise.parameters);
const endOf = (pass: Pass) => updatedParameters(pass.exercise.network, pass.parameters, pass.values);

/** The loss after one step: slopes are responses to nudges, the way forward is a plain loop. */
function lossAfterStep({ exercise }: Pass, rate: number): number {
  const slopes = judged(exercise);
  const trained = new Set(trainedParameters(exercise.network).map(idOf));
  const parameters = mapParameters(exercise.network, exercise.parameters, (parameter, value) => {
    const id = idOf(parameter);
    return trained.has(id) ? value - rate * slopes.get(`dE/d${id}`)! : value;
  });
  return lossOn({ ...exercise, parameters }, exercise.examples[0]!);
}

test('the curve of "how far would you dare" is the loss of the network after a step of that length', () => {
  fc.assert(
    fc.property(passes(true), fc.double({ min: 0, max: 1, noNaN: true }), (pass, part) => {
      fc.pre(isComparable(pass.exercise));
      const dare = dareOf(pass);
      fc.pre(dare !== undefined && dare.reach < 1000);
      for (const rate of [part * dare.reach, dare.own, dare.best]) {
        const expected = lossAfterStep(pass, rate);
        expect(Math.abs(dare.along(rate) - expected)).toBeLessThan(1e-7 * Math.max(1, Math.abs(expected)));
      }
      expect(dare.along(dare.best)).toBeLessThanOrEqual(dare.along(0));
    }),
    { numRuns: 60 },
  );
});

test('what is said of the curve is seen on it', () => {
  for (const exercise of [MAZUR, FORK, TWO_TWO_ONE]) {
    const pass = passFor(exercise);
    const dare = dareOf(pass)!;
    const fall = lossAfterStep(pass, 0) - lossAfterStep(pass, dare.best);
    const after = lossAfterStep(pass, 3 * dare.best) - lossAfterStep(pass, dare.best);
    expect(beyond(dare)).toBe(after > 0.02 * fall ? 'rises' : after < -0.02 * fall ? 'edge' : 'flat');
    expect(isPromiseKept({ ...dare, own: 1e-6 })).toBe(true);
    expect(isPromiseKept({ ...dare, own: dare.best })).toBe(false);
    expect(isNothing(dare)).toBe(lossAfterStep(pass, dare.best) < 1e-9 * lossAfterStep(pass, 0));
  }
});

test('the new weights come all at once, then one layer after the other, at last the loss', () => {
  fc.assert(
    fc.property(passes(), (pass) => {
      const end = endOf(pass);
      const before = judged(pass.exercise);
      const after = judged({ ...pass.exercise, parameters: end });
      const last = pass.exercise.network.layers.length - 1;
      const pictures = rippleOf(pass, end);
      expect(pictures).toHaveLength(last + 2);
      pictures.forEach(({ values }, depth) => {
        for (const parameter of trainedParameters(pass.exercise.network)) {
          const id = idOf(parameter);
          expect(values.get(id)).toBeCloseTo(before.get(id.replace(/^[wb]/, "$&'"))!, 9);
        }
        for (const [id, value] of values) {
          const layer = Number(
            /^[za]\[([1-9]\d*)\]/.exec(id)?.[1] ?? (id.startsWith('E') ? last + 1 : Number.NaN),
          );
          if (Number.isNaN(layer)) continue;
          expect(value).toBeCloseTo((layer <= depth ? after : before).get(id)!, 9);
        }
      });
    }),
    { numRuns: 60 },
  );
});

test('where the first layer stands for less, the slopes of σ before it are those of the hidden units', () => {
  const { shares } = promiseOf(passFor(MAZUR), endOf(passFor(MAZUR)));
  const slopes = judged(MAZUR);
  expect(slopesBeforeFirst(passFor(MAZUR), shares)).toEqual([
    expect.closeTo(slopes.get('da/dz[1][1]')!, 10),
    expect.closeTo(slopes.get('da/dz[1][2]')!, 10),
  ]);
  expect(
    slopesBeforeFirst(
      passFor(MAZUR),
      shares.map((share) => ({ ...share, share: 0.1 })),
    ),
  ).toBeUndefined();
});

test('the slope of E along an input is how much the loss moves when the input is moved', () => {
  fc.assert(
    fc.property(passes(true), (pass) => {
      const { exercise } = pass;
      const { input, target } = exercise.examples[0]!;
      inputSlopes(pass).forEach((slope, i) => {
        const at = (by: number): number =>
          lossOn(exercise, { target, input: input.map((x, other) => (other === i ? x + by : x)) });
        const measured = (at(1e-5) - at(-1e-5)) / 2e-5;
        expect(Math.abs(slope - measured)).toBeLessThan(1e-6 * Math.max(1, Math.abs(slope)));
      });
    }),
    { numRuns: 60 },
  );
});

test('the slope along an input is answered like any step, with names too, and is none of the pass', () => {
  const pass = passFor(TWO_TWO_ONE);
  const bonus = bonusOf(pass, 1);
  const verdict = (typed: string): string => check(bonus.pass, bonus.step, typed, new Map()).verdict;
  expect(verdict('dE/dz[1][1]*w[1][1][1] + dE/dz[1][2]*w[1][1][2]')).toBe('correct');
  expect(verdict(bonus.pass.values.get('dE/da[0][1]')!.toPrecision(4))).toBe('correct');
  expect(verdict('dE/dz[1][1]*w[1][1][1] - dE/dz[1][2]*w[1][1][2]')).toBe('wrong');
  expect(verdict('dE/dz[1][1]*w[1][1')).toBe('unreadable');
  expect(pass.steps.some(({ id }) => id === bonus.step.id)).toBe(false);
});

test('what comes of the weights after the update is known for that, and nothing else is', () => {
  const pass = passFor(TWO_TWO_ONE);
  const bonus = bonusOf(pass, 1);
  const [first, second] = [1, 2].map((unit) => Number(pass.values.get(`dE/dz[1][${unit}]`)!.toPrecision(4)));
  const along = (prime: string): number =>
    [1, 2].reduce(
      (sum, unit) =>
        sum +
        [first, second][unit - 1]! * Number(pass.values.get(`w${prime}[1][1][${unit}]`)!.toPrecision(4)),
      0,
    );
  expect(isOfNewWeights(bonus, along("'"))).toBe(true);
  expect(isOfNewWeights(bonus, along(''))).toBe(false);
  expect(isOfNewWeights(bonus, -along("'"))).toBe(false);
  // Where a gradient is not right, neither is the new weight that comes of it.
  const own = new Map([...pass.values, ["w'[1][1][1]", -0.25]]);
  const mistaken = first! * -0.25 + second! * pass.values.get("w'[1][1][2]")!;
  expect(isOfNewWeights(bonus, mistaken, own)).toBe(true);
  expect(isOfNewWeights(bonus, mistaken)).toBe(false);
  expect(isOfNewWeights(bonus, along(''), own)).toBe(false);
  expect(weightsOf(bonus)).toEqual(['w₁₁⁽¹⁾ = −0.35', 'w₁₂⁽¹⁾ = 0.62']);
});
