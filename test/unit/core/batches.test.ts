import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parametersAtPass, train, trainer } from '../../../src/core/engine/train.ts';
import type { Exercise } from '../../../src/core/network/exercise.ts';
import { measuredSlope } from '../../../src/core/network/nudge.ts';
import { updatedParameters } from '../../../src/core/network/values.ts';
import { mathmlName } from '../../../src/core/expressions/mathml.ts';
import { latexName } from '../../../src/core/expressions/latex.ts';
import { shortName } from '../../../src/core/expressions/names.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { passOf, stepOf, type Pass } from '../../../src/tutor/pass.ts';
import { BATCH, batches, DEEP_BATCH } from '../support/batches.ts';
import { isComparable, judged } from '../support/judge.ts';
import { exercises } from '../support/networks.ts';

const near = (x: number, y: number, within = 1e-9): boolean =>
  Math.abs(x - y) <= within * Math.max(Math.abs(x), Math.abs(y)) + 1e-14;

/** The exercise with one of its examples alone. */
const alone = ({ batch: _, ...exercise }: Exercise, example: number): Exercise => ({
  ...exercise,
  examples: [exercise.examples[example]!],
});

test('a pass over a batch has these steps: each example by itself, then what is done once', () => {
  const ofExample = (n: number): readonly string[] =>
    [
      'z[1][1]',
      'a[1][1]',
      'E',
      'dE/da[1][1]',
      'da/dz[1][1]',
      'dE/dz[1][1]',
      'dE/dw[1][1][1]',
      'dE/dw[1][2][1]',
    ].map((id) => `${id}@${n}`);
  expect(passAt(BATCH, 1).steps.map(({ id }) => id)).toEqual([
    ...[1, 2, 3].flatMap(ofExample),
    ...['E', 'dE/dw[1][1][1]', 'dE/dw[1][2][1]', "w'[1][1][1]", "w'[1][2][1]"],
  ]);
  expect(passAt(BATCH, 1).givens.at(0)).toEqual({ kind: 'activation', layer: 0, unit: 1, example: 1 });
});

describe('the gradient of a batch', () => {
  test('is the mean, or the sum, of what nudges of each example by itself say', () => {
    fc.assert(
      fc.property(batches(), (exercise) => {
        const singles = exercise.examples.map((_, i) => alone(exercise, i));
        fc.pre(singles.every(isComparable));
        const { values } = passAt(exercise, 1);
        const each = singles.map((single) =>
          judged({ ...single, optimizer: { kind: 'sgd', learningRate: 1 } }),
        );
        const divisor = exercise.batch === 'mean' ? each.length : 1;
        const off: string[] = [];
        for (const id of each[0]!.keys()) {
          if (id.includes("'")) continue;
          each.forEach((one, i) => {
            if (!near(values.get(`${id}@${i + 1}`)!, one.get(id)!)) off.push(`${id}@${i + 1}`);
          });
          if (id !== 'E' && !/^dE\/d[wb]/.test(id)) continue;
          const gathered = each.reduce((sum, one) => sum + one.get(id)!, 0) / divisor;
          const size = each.reduce((sum, one) => sum + Math.abs(one.get(id)!), 0);
          if (Math.abs(values.get(id)! - gathered) > 1e-9 * size + 1e-14) off.push(id);
        }
        expect(off).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test('is the slope of the loss of the batch, measured on the tape', () => {
    for (const batch of ['mean', 'sum'] as const) {
      const pass = passAt({ ...DEEP_BATCH, batch }, 1);
      for (const along of ['w[1][1][1]', 'w[2][2][1]', 'b[1][2]']) {
        const { slope } = measuredSlope(pass.steps, pass.values, 'E', along);
        expect(slope).toBeCloseTo(pass.values.get(`dE/d${along}`)!, 5);
      }
    }
  });

  test('of a batch of one is that of the example', () => {
    const one = { ...DEEP_BATCH, examples: DEEP_BATCH.examples.slice(0, 1) };
    const { batch: _, ...plain } = one;
    expect(train(one, 5).parameters).toEqual(train(plain, 5).parameters);
  });
});

/** What passes by the derivation lead to, pass after pass. */
function* byHand(exercise: Exercise): Generator<Pass, never> {
  let pass = passOf(exercise, 1, exercise.parameters);
  for (;;) {
    yield pass;
    pass = passOf(
      exercise,
      pass.number + 1,
      updatedParameters(exercise.network, pass.parameters, pass.values),
    );
  }
}

const flat = (value: unknown): readonly number[] =>
  typeof value === 'number' ? [value] : Object.values(value as object).flatMap(flat);

describe('training by batches', () => {
  test('is what the derivation gives, over 20 passes, with any optimizer', () => {
    const limits = {
      activations: ['sigmoid', 'tanh', 'linear'],
      losses: ['half-squared-error'],
      maxHidden: 1,
    } as const;
    fc.assert(
      fc.property(batches(limits), (exercise) => {
        const engine = trainer(exercise);
        const passes = byHand(exercise);
        for (let i = 0; i < 20; i += 1) {
          const mine = flat(passes.next().value.parameters);
          const theirs = flat(engine.parameters());
          if (i > 0) expect(theirs).toHaveLength(mine.length);
          if (!mine.every((x) => Math.abs(x) < 1e4)) return;
          if (i > 0) expect(mine.filter((x, j) => !near(x, theirs[j]!, 1e-8))).toEqual([]);
          engine.pass();
        }
      }),
      { numRuns: 25 },
    );
  });

  // A program as it stands in introductions: every example adds its gradient, then one step. No tape, no names.
  test('is the textbook loop over a data set, epoch after epoch', () => {
    const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
    let [w1, w2] = [0.64, -0.43];
    const losses: number[] = [];
    const { examples } = BATCH;
    for (let epoch = 0; epoch < 200; epoch += 1) {
      let [g1, g2, loss] = [0, 0, 0];
      for (const { input, target } of examples) {
        const [x1, x2] = [input[0]!, input[1]!];
        const a = sigmoid(w1 * x1 + w2 * x2);
        const delta = (a - target[0]!) * a * (1 - a);
        g1 += delta * x1;
        g2 += delta * x2;
        loss += (a - target[0]!) ** 2 / 2;
      }
      losses.push(loss / examples.length);
      w1 -= (4 * g1) / examples.length;
      w2 -= (4 * g2) / examples.length;
    }
    const trained = train(BATCH, 200);
    expect([trained.before, ...trained.losses.slice(0, -1)].every((loss, i) => near(loss, losses[i]!))).toBe(
      true,
    );
    expect(trained.parameters.weights[0]![0]![0]).toBeCloseTo(w1, 9);
    expect(trained.parameters.weights[0]![1]![0]).toBeCloseTo(w2, 9);
    expect(trained.losses.at(-1)).toBeLessThan(trained.before / 2);
  });

  test('with the sum and a rate so many times smaller is training with the mean', () => {
    const sum: Exercise = { ...BATCH, batch: 'sum', optimizer: { kind: 'sgd', learningRate: 4 / 3 } };
    const [mean, other] = [train(BATCH, 30), train(sum, 30)];
    expect(flat(other.parameters).every((x, i) => near(x, flat(mean.parameters)[i]!))).toBe(true);
    // The curve is the mean in either case.
    expect(near(mean.losses.at(-1)!, other.losses.at(-1)!)).toBe(true);
  });

  test('may start in the middle', () => {
    const exercise: Exercise = { ...DEEP_BATCH, optimizer: { kind: 'adam', learningRate: 0.05 } };
    const later = trainer({ ...exercise, parameters: parametersAtPass(exercise, 4) }, 4);
    later.pass();
    later.pass();
    expect(later.parameters()).toEqual(parametersAtPass(exercise, 6));
  });
});

test('an example stands behind a name, and the rest of the name is as ever', () => {
  const { result } = stepOf(passAt(BATCH, 1), 'dE/dw[1][1][1]@2');
  expect(shortName(result)).toBe('∂E/∂w₁₁⁽¹⁾@2');
  expect(latexName(result)).toBe('{\\frac{\\partial E}{\\partial w_{11}^{(1)}}}_{@2}');
  expect(mathmlName(result)).toMatch(
    /^<msub data-name="dE\/dw\[1\]\[1\]\[1\]@2"><mfrac>.*<mo lspace="0" rspace="0">@<\/mo><mn>2<\/mn>/,
  );
});

test('without a batch nothing has an example', () => {
  fc.assert(
    fc.property(exercises({ maxExamples: 3 }), (exercise) => {
      const pass = passAt(exercise, 2);
      expect(pass.parts).toBeUndefined();
      expect(pass.quantities.filter(({ example }) => example !== undefined)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});
