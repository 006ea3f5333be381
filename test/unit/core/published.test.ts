import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import { number } from '../../../src/core/expressions/expr.ts';
import { FUNCTIONS, type FunctionName } from '../../../src/core/expressions/functions.ts';
import { ACTIVATIONS, type ActivationName } from '../../../src/core/network/activations.ts';
import type { Exercise } from '../../../src/core/network/exercise.ts';
import { LOSSES, type LossName } from '../../../src/core/network/losses.ts';
import { passValues } from '../support/passes.ts';

// Numbers as others have printed them, to the digits printed.

const NONE = new Map<string, number>();
const valueOf = (name: ActivationName, z: number): number =>
  evaluate(ACTIVATIONS[name].value(number(z)), NONE);
const slopeOf = (name: ActivationName, z: number): number =>
  evaluate(ACTIVATIONS[name].slope(number(z), number(valueOf(name, z))), NONE);

test.each<[FunctionName, number, number, number]>([
  // Abramowitz, Stegun 1964: table 7.1 for erf, table 26.1 for the normal distribution.
  ['erf', 0.5, 0.5204998778, 10],
  ['erf', 1, 0.8427007929, 10],
  ['erf', 2, 0.995322265, 10],
  ['normalCdf', 1, 0.8413447461, 10],
  ['normalCdf', 1.96, 0.9750021049, 10],
  ['normalPdf', 0, 0.3989422804, 10],
  ['normalPdf', 1, 0.2419707245, 10],
])('%s(%d) is %d', (name, x, printed, digits) => {
  expect(FUNCTIONS[name].value(x)).toBeCloseTo(printed, digits);
});

test('far to the left, what is left of the bell curve keeps its digits', () => {
  // Abramowitz, Stegun 1964, table 26.2: −log₁₀ Q(x).
  expect(-Math.log10(FUNCTIONS.normalCdf.value(-5))).toBeCloseTo(6.54265, 5);
  expect(-Math.log10(FUNCTIONS.normalCdf.value(-10))).toBeCloseTo(23.11805, 5);
});

test('SiLU is lowest near −1.28, at about −0.28; its slope is steepest near 2.4, at about 1.1', () => {
  // Elfwing, Uchibe, Doya 2018, section 2.
  expect(valueOf('silu', -1.28)).toBeCloseTo(-0.28, 2);
  expect(slopeOf('silu', -1.28)).toBeCloseTo(0, 2);
  expect(slopeOf('silu', 2.4)).toBeCloseTo(1.1, 2);
  expect(slopeOf('silu', -2.4)).toBeCloseTo(-0.1, 2);
});

test.each<[ActivationName, number, number, number]>([
  // The formulas of PyTorch's LeakyReLU, ELU, Softplus and GELU.
  ['leaky-relu', -3, -0.03, 0.01],
  ['leaky-relu', 0, 0, 0.01],
  ['leaky-relu', 2, 2, 1],
  ['elu', -1, -0.6321205588, 0.3678794412],
  ['elu', 2, 2, 1],
  ['softplus', 0, 0.6931471806, 0.5],
  ['softplus', 1, 1.3132616875, 0.7310585786],
  ['gelu', 1, 0.8413447461, 1.0833154706],
  ['gelu', -1, -0.1586552539, -0.0833154706],
])('%s at %d is %d, and its slope %d', (name, z, value, slope) => {
  expect(valueOf(name, z)).toBeCloseTo(value, 9);
  expect(slopeOf(name, z)).toBeCloseTo(slope, 9);
});

/** A layer of softmax whose z are these scores. */
const scored = (scores: readonly number[], target: readonly number[]): Exercise => ({
  network: { layers: [3, 3], activations: ['softmax'], bias: false, trainBias: false },
  parameters: { weights: [scores.map((_, i) => scores.map((__, j) => (i === j ? 1 : 0)))], biases: [] },
  examples: [{ input: scores, target }],
  loss: 'cross-entropy',
  optimizer: { kind: 'sgd', learningRate: 1 },
});

describe('softmax with cross-entropy', () => {
  test.each([
    // Stanford CS231n, notes "Linear classification", the figure that sets the SVM beside softmax: it goes on from
    // exponentials rounded to 0.058, 2.36 and 1.32.
    { scores: [-2.85, 0.86, 0.28], printed: [0.016, 0.631, 0.353], digits: 2 },
    // Stanford CS231n, lecture 3: cat, car, frog.
    { scores: [3.2, 5.1, -1.7], printed: [0.13, 0.87, 0], digits: 2 },
  ])('of the scores $scores is $printed', ({ scores, printed, digits }) => {
    const values = passValues(scored(scores, [1, 0, 0]));
    printed.forEach((share, j) => {
      expect(values.get(`a[1][${j + 1}]`)).toBeCloseTo(share, digits);
    });
  });

  test('of the first class with 0.13 is 2.04', () => {
    expect(passValues(scored([3.2, 5.1, -1.7], [1, 0, 0])).get('E')).toBeCloseTo(2.04, 2);
  });

  test('comes down to a − t', () => {
    // Bishop 2006, eq. 4.109; Goodfellow, Bengio, Courville 2016, section 6.2.2.3.
    const values = passValues(scored([0.3, -1.2, 2], [0, 0.25, 0.75]));
    [0, 0.25, 0.75].forEach((t, j) => {
      expect(values.get(`dE/dz[1][${j + 1}]`)).toBeCloseTo(values.get(`a[1][${j + 1}]`)! - t, 12);
    });
  });

  test('is 1 shared in equal parts where all scores are equal, however large', () => {
    const values = passValues(scored([300, 300, 300], [1, 0, 0]));
    expect([1, 2, 3].map((j) => values.get(`a[1][${j}]`))).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });
});

test.each<[LossName, number, number, number, number, number]>([
  // Dive into Deep Learning, section 4.4: the cross-entropy of ŷ = 0.1 and 0.5 for the class that is right.
  ['cross-entropy', 1, 0.1, 1, 2.3026, -10],
  ['cross-entropy', 1, 0.5, 1, 0.6931, -2],
  ['binary-cross-entropy', 0, 0.5, 1, 0.6931, 2],
  ['binary-cross-entropy', 1, 0.9, 1, 0.1054, -1.1111],
  ['mean-squared-error', 1, 0.4, 3, 0.12, -0.4],
  // The two branches of PyTorch's HuberLoss with delta 1.
  ['huber', 0, 0.5, 1, 0.125, 0.5],
  ['huber', 0, -3, 1, 2.5, -1],
  ['absolute-error', 2, 0.5, 1, 1.5, -1],
  ['absolute-error', 2, 2, 1, 0, 0],
])(
  '%s for the target %d and the output %d, one of %d, is %d with slope %d',
  (name, t, a, outputs, value, slope) => {
    const { value: valueAt, slope: slopeAt } = LOSSES[name];
    expect(evaluate(valueAt(number(t), number(a), outputs), NONE)).toBeCloseTo(value, 4);
    expect(evaluate(slopeAt(number(t), number(a), outputs), NONE)).toBeCloseTo(slope, 4);
  },
);
