import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../../../src/core/network/exercise.ts';
import { MISTAKES, type MistakeId } from '../../../../src/tutor/mistakes/index.ts';
import { BATCH_ROWS } from '../../../../src/tutor/mistakes/batches.ts';
import { OPTIMIZER_ROWS } from '../../../../src/tutor/mistakes/optimizers.ts';
import { passAt } from '../../../../src/tutor/pass-at.ts';
import { told } from '../../support/diagnosing.ts';
import { shortened } from '../../support/learner.ts';
import { worth } from '../../support/misconceptions.ts';

const SIGMOID: Exercise = {
  network: {
    layers: [2, 2, 2, 2],
    activations: ['sigmoid', 'sigmoid', 'sigmoid'],
    bias: true,
    trainBias: true,
  },
  parameters: {
    weights: [
      [
        [0.42, -0.31],
        [0.87, 0.56],
      ],
      [
        [-0.73, 0.64],
        [0.29, 0.91],
      ],
      [
        [0.83, -0.47],
        [0.38, 0.69],
      ],
    ],
    biases: [
      [0.23, -0.62],
      [0.77, -0.34],
      [0.52, 0.28],
    ],
  },
  examples: [{ input: [0.71, 0.36], target: [0.12, 0.93] }],
  loss: 'half-squared-error',
  optimizer: { kind: 'sgd', learningRate: 0.4 },
};

/** z[1][1] is below 0, z[1][2] above, z[1][3] exactly 0. */
const BENT: Exercise = {
  network: { layers: [2, 3, 2], activations: ['relu', 'tanh'], bias: false, trainBias: true },
  parameters: {
    weights: [
      [
        [-0.42, 0.31, 0.5],
        [-0.87, 0.56, -1],
      ],
      [
        [-0.73, 0.64],
        [0.29, 0.91],
        [0.33, 0.47],
      ],
    ],
    biases: [],
  },
  examples: [{ input: [0.5, 0.25], target: [0.12, 0.93] }],
  loss: 'half-squared-error',
  optimizer: { kind: 'sgd', learningRate: 0.4 },
};

const THREE: Exercise = {
  ...SIGMOID,
  network: { layers: [3, 2, 3], activations: ['tanh', 'linear'], bias: false, trainBias: false },
  parameters: {
    weights: [
      [
        [0.42, -0.31],
        [0.87, 0.56],
        [0.64, 0.27],
      ],
      [
        [-0.73, 0.64, 0.36],
        [0.29, 0.91, -0.55],
      ],
    ],
    biases: [],
  },
  examples: [{ input: [0.71, 0.36, 0.58], target: [0.12, 0.93, 0.41] }],
};

/** a[1][1] is −0.7542. */
const BELOW: Exercise = {
  ...THREE,
  examples: [{ input: [-0.71, -0.36, -0.58], target: [0.12, 0.93, 0.41] }],
};

/** A calculation that must be told to be this mistake, and one much like it that must not. */
type Row = {
  readonly id: MistakeId;
  readonly on?: Exercise;
  readonly pass?: number;
  readonly step: string;
  readonly caught: string;
  readonly lookAlike: string;
};

const [x1, x2, w11, w21] = ['a[0][1]', 'a[0][2]', 'w[1][1][1]', 'w[1][2][1]'];
const products = `${x1}*${w11} + ${x2}*${w21}`;
const [d1, d2] = ['dE/dz[3][1]', 'dE/dz[3][2]'];
const paths = `${d1}*w[3][1][1] + ${d2}*w[3][1][2]`;
const signal = 'dE/da[2][1]';

const ROWS: readonly Row[] = [
  { id: 'bias-dropped', step: 'z[1][1]', caught: products, lookAlike: `${x1}*${w11} + b[1][1]` },
  {
    id: 'bias-repeated',
    step: 'z[1][1]',
    caught: `${products} + 2*b[1][1]`,
    lookAlike: `${products} + b[1][2]`,
  },
  {
    id: 'weight-transposed',
    step: 'z[1][1]',
    caught: `${x1}*w[1][1][1] + ${x2}*w[1][1][2] + b[1][1]`,
    lookAlike: `${x1}*w[1][1][2] + ${x2}*w[1][2][2] + b[1][1]`,
  },
  {
    id: 'inputs-crossed',
    step: 'z[1][1]',
    caught: `${x2}*${w11} + ${x1}*${w21} + b[1][1]`,
    lookAlike: `${x1}*${w11} + ${x1}*${w21} + b[1][1]`,
  },
  { id: 'term-missing', step: 'z[1][1]', caught: `${x1}*${w11} + b[1][1]`, lookAlike: products },
  { id: 'activation-omitted', step: 'a[1][1]', caught: 'z[1][1]', lookAlike: '1/(1 + e^(z[1][1]))' },
  {
    id: 'activation-twice',
    step: 'a[1][1]',
    caught: 'sigmoid(sigmoid(z[1][1]))',
    lookAlike: 'tanh(z[1][1])',
  },
  { id: 'sigmoid-sign', step: 'a[1][1]', caught: '1/(1 + e^(z[1][1]))', lookAlike: '1/1 + e^(-z[1][1])' },
  { id: 'sigmoid-complement', step: 'a[1][1]', caught: '1 - sigmoid(z[1][1])', lookAlike: '1 - z[1][1]' },
  { id: 'sigmoid-brackets', step: 'a[1][1]', caught: '1/1 + e^(-z[1][1])', lookAlike: '1/(1 + e^(z[1][1]))' },
  { id: 'activation-confused', step: 'a[1][1]', caught: 'tanh(z[1][1])', lookAlike: 'z[1][1]' },
  {
    id: 'slope-for-value',
    step: 'a[1][1]',
    caught: 'sigmoid(z[1][1])*(1 - sigmoid(z[1][1]))',
    lookAlike: 'tanh(z[1][1])',
  },
  { id: 'relu-negative', on: BENT, step: 'a[1][1]', caught: '|z[1][1]|', lookAlike: 'tanh(z[1][1])' },
  {
    id: 'previous-layer-wrong',
    step: 'z[2][1]',
    caught: 'z[1][1]*w[2][1][1] + z[1][2]*w[2][2][1] + b[2][1]',
    lookAlike: 'z[1][1]*w[2][1][1] + a[1][2]*w[2][2][1] + b[2][1]',
  },
  {
    id: 'minus-unbracketed',
    on: BELOW,
    step: 'da/dz[1][1]',
    caught: '1+0.7542^2',
    lookAlike: '1+0.7542',
  },
  {
    id: 'decimal-shifted',
    step: 'E[1]',
    caught: '(1/2*(t[1] - a[3][1])^2)/10',
    lookAlike: '(1/2*(t[1] - a[3][1])^2)/8',
  },
  { id: 'saturated', step: 'a[1][1]', caught: '1.000', lookAlike: '1.100' },
  { id: 'half-missing', step: 'E[1]', caught: '(t[1] - a[3][1])^2', lookAlike: '1/2*(t[1] - a[3][1])' },
  { id: 'mean-or-sum', step: 'E', caught: '(E[1] + E[2])*2', lookAlike: '(E[1] + E[2])*3' },
  { id: 'square-missing', step: 'E[1]', caught: '1/2*(t[1] - a[3][1])', lookAlike: '(t[1] - a[3][1])^2' },
  { id: 'gap-for-loss', step: 'E[1]', caught: '|t[1] - a[3][1]|', lookAlike: '1/2*|t[1] - a[3][1]|' },
  { id: 'one-output-only', step: 'E', caught: 'E[1]', lookAlike: 'E[1] - E[2]' },
  { id: 'error-sign', step: 'dE/da[3][1]', caught: 't[1] - a[3][1]', lookAlike: 't[1] + a[3][1]' },
  { id: 'factor-two', step: 'dE/da[3][1]', caught: '2*(a[3][1] - t[1])', lookAlike: '3*(a[3][1] - t[1])' },
  {
    id: 'activation-slope-omitted',
    step: 'dE/dz[3][1]',
    caught: 'dE/da[3][1]',
    lookAlike: 'dE/da[3][2]',
  },
  {
    id: 'slope-at-z',
    step: 'da/dz[1][1]',
    caught: 'z[1][1]*(1 - z[1][1])',
    lookAlike: 'z[1][1]*(1 - a[1][1])',
  },
  {
    id: 'slope-of-output',
    step: 'da/dz[1][1]',
    caught: 'sigmoid(a[1][1])*(1 - sigmoid(a[1][1]))',
    lookAlike: 'sigmoid(a[1][1])',
  },
  { id: 'slope-incomplete', step: 'da/dz[1][1]', caught: '1 - a[1][1]', lookAlike: '1 - a[1][1]^2' },
  { id: 'slope-confused', step: 'da/dz[1][1]', caught: '1 - a[1][1]^2', lookAlike: 'a[1][1]^2' },
  { id: 'relu-slope-value', on: BENT, step: 'da/dz[1][2]', caught: 'a[1][2]', lookAlike: 'a[1][2]^2' },
  { id: 'relu-at-zero', on: BENT, step: 'da/dz[1][3]', caught: '1', lookAlike: '0.75' },
  { id: 'target-not-subtracted', step: 'dE/da[3][1]', caught: 'a[3][1]', lookAlike: 't[1]' },
  { id: 'loss-for-gradient', step: 'dE/da[3][1]', caught: 'E[1]', lookAlike: '2*E[1]' },
  {
    id: 'squared-error-as-signal',
    step: 'dE/da[3][1]',
    caught: '(t[1] - a[3][1])^2',
    lookAlike: '1/2*(t[1] - a[3][1])^2',
  },
  { id: 'one-path-only', step: signal, caught: `${d1}*w[3][1][1]`, lookAlike: d1 },
  { id: 'hidden-slope-omitted', step: 'dE/dz[2][1]', caught: signal, lookAlike: 'dE/da[2][2]' },
  {
    id: 'raw-error-back',
    step: signal,
    caught: 'dE/da[3][1]*w[3][1][1] + dE/da[3][2]*w[3][1][2]',
    lookAlike: 'dE/da[3][1] + dE/da[3][2]',
  },
  {
    id: 'updated-weights',
    step: signal,
    caught: `${d1}*(w[3][1][1] - η*dE/dw[3][1][1]) + ${d2}*(w[3][1][2] - η*dE/dw[3][1][2])`,
    lookAlike: `${d1}*(w[3][1][1] - dE/dw[3][1][1]) + ${d2}*(w[3][1][2] - dE/dw[3][1][2])`,
  },
  { id: 'path-weight-missing', step: signal, caught: `${d1} + ${d2}`, lookAlike: `${d1} - ${d2}` },
  {
    id: 'outgoing-transposed',
    step: signal,
    caught: `${d1}*w[3][1][1] + ${d2}*w[3][2][1]`,
    lookAlike: `${d1}*w[3][2][1] + ${d2}*w[3][2][2]`,
  },
  {
    id: 'neighbour-weight',
    step: signal,
    caught: `${d1}*w[3][2][1] + ${d2}*w[3][2][2]`,
    lookAlike: `${d1}*w[2][1][1] + ${d2}*w[2][2][1]`,
  },
  {
    id: 'incoming-weights',
    step: signal,
    caught: `${d1}*w[2][1][1] + ${d2}*w[2][2][1]`,
    lookAlike: `${d1}*w[3][2][1] + ${d2}*w[3][2][2]`,
  },
  {
    id: 'product-of-paths',
    step: signal,
    caught: `${d1}*w[3][1][1] * ${d2}*w[3][1][2]`,
    lookAlike: `${d1}*${d2}`,
  },
  { id: 'last-path-overwrites', step: signal, caught: `${d2}*w[3][1][2]`, lookAlike: `${d1}*w[3][1][1]` },
  {
    id: 'slope-at-signal',
    step: 'da/dz[2][1]',
    caught: `sigmoid(${signal})*(1 - sigmoid(${signal}))`,
    lookAlike: `sigmoid(${signal})`,
  },
  {
    id: 'blame-shared',
    step: signal,
    caught: `${d1}*w[3][1][1]/(w[3][1][1] + w[3][2][1]) + ${d2}*w[3][1][2]/(w[3][1][2] + w[3][2][2])`,
    lookAlike: `(${paths})/2`,
  },
  { id: 'input-factor-missing', step: 'dE/dw[2][1][2]', caught: 'dE/dz[2][2]', lookAlike: 'dE/dz[2][1]' },
  {
    id: 'times-weight',
    step: 'dE/dw[2][1][2]',
    caught: 'dE/dz[2][2]*w[2][1][2]',
    lookAlike: 'dE/dz[2][2]*w[2][2][1]',
  },
  {
    id: 'wrong-end',
    step: 'dE/dw[2][1][2]',
    caught: 'dE/dz[2][2]*a[2][2]',
    lookAlike: 'dE/dz[2][2]*a[2][1]',
  },
  {
    id: 'network-input-used',
    step: 'dE/dw[2][1][2]',
    caught: 'dE/dz[2][2]*a[0][1]',
    lookAlike: 'dE/dz[2][2]*z[1][1]',
  },
  {
    id: 'pre-activation-used',
    step: 'dE/dw[2][1][2]',
    caught: 'dE/dz[2][2]*z[1][1]',
    lookAlike: 'dE/dz[2][2]*a[0][1]',
  },
  {
    id: 'bias-gradient',
    step: 'dE/db[2][1]',
    caught: 'dE/dz[2][1]*b[2][1]',
    lookAlike: 'dE/dz[2][1] + b[2][1]',
  },
  {
    id: 'ascent',
    step: "w'[2][1][2]",
    caught: 'w[2][1][2] + η*dE/dw[2][1][2]',
    lookAlike: 'w[2][1][2] - dE/dw[2][1][2]',
  },
  {
    id: 'rate-omitted',
    step: "w'[2][1][2]",
    caught: 'w[2][1][2] - dE/dw[2][1][2]',
    lookAlike: 'w[2][1][2] - 3*η*dE/dw[2][1][2]',
  },
  {
    id: 'rate-twice',
    step: "w'[2][1][2]",
    caught: 'w[2][1][2] - η^2*dE/dw[2][1][2]',
    lookAlike: 'w[2][1][2] + η*dE/dw[2][1][2]',
  },
  { id: 'change-only', step: "w'[2][1][2]", caught: '-η*dE/dw[2][1][2]', lookAlike: '-dE/dw[2][1][2]' },
  {
    id: 'multiplicative',
    step: "w'[2][1][2]",
    caught: 'w[2][1][2]*(1 - η*dE/dw[2][1][2])',
    lookAlike: 'w[2][1][2] - dE/dw[2][1][2]',
  },
  {
    id: 'neighbour-gradient',
    step: "w'[2][1][2]",
    caught: 'w[2][1][2] - η*dE/dw[2][2][2]',
    lookAlike: 'w[2][2][2] - η*dE/dw[2][2][2]',
  },
  { id: 'bias-not-updated', step: "b'[3][1]", caught: 'b[3][1]', lookAlike: 'b[3][2]' },
];

describe.each(ROWS)('$id at $step', ({ id, on = SIGMOID, step, caught, lookAlike }) => {
  const pass = passAt(on, 1);
  const asValue = (typed: string): string => shortened(worth(typed, pass.values), 4, 'half up');

  test(`is ${caught}, typed or worked out`, () => {
    expect(told(pass, step, caught).names).toContain(id);
    expect(told(pass, step, asValue(caught)).names).toContain(id);
  });

  test(`is not ${lookAlike}`, () => {
    expect(told(pass, step, lookAlike).names).not.toContain(id);
    expect(told(pass, step, asValue(lookAlike)).names).not.toContain(id);
  });
});

test('stale-forward is a value of the pass before, and not one of another unit', () => {
  const late = passAt(SIGMOID, 20);
  const old = shortened(passAt(SIGMOID, 19).values.get('a[3][1]')!, 4, 'half up');
  expect(told(late, 'a[3][1]', old).names).toContain('stale-forward');
  expect(told(late, 'a[3][2]', old).names).not.toContain('stale-forward');
});

test('arithmetic-slip is two digits swapped, and not two that stand apart', () => {
  const pass = passAt(SIGMOID, 1);
  const [a, b, c, d] = shortened(pass.values.get('z[2][1]')!, 4, 'half up');
  expect(told(pass, 'z[2][1]', `0.${a!}${c!}${b!}${d!}`).names).toEqual(['arithmetic-slip']);
  expect(told(pass, 'z[2][1]', `0.${d!}${b!}${c!}${a!}`).names).toEqual([]);
});

test('term-missing is one of three paths too', () => {
  const pass = passAt(THREE, 1);
  const two = 'dE/dz[2][1]*w[2][1][1] + dE/dz[2][3]*w[2][1][3]';
  expect(told(pass, 'dE/da[1][1]', two).names).toContain('term-missing');
  expect(told(pass, 'dE/da[1][1]', `${two} - dE/dz[2][2]*w[2][1][2]`).names).not.toContain('term-missing');
});

test('every row of the table stands here', () => {
  const elsewhere = [
    // other-weight.test.ts
    ...['stale-forward', 'arithmetic-slip', 'other-weight'],
    // losses.test.ts
    ...[
      'softmax-unnormalised',
      'softmax-of-other',
      'log-sign',
      'log-of-target',
      'complement-term-missing',
      'log-base',
      'loss-confused',
      'log-of-complement',
      'softmax-without-exp',
      'gelu-approximated',
      'elu-side',
      'slope-at-a',
      // wider.test.ts
      ...['tanh-fraction', 'softplus-incomplete', 'gate-incomplete', 'slope-of-other-side', 'softplus-slope'],
      'nothing-cancels',
    ],
    ...['activation-slope-kept', 'softmax-diagonal', 'softmax-own-slope', 'softmax-cross-slope'],
    'probability-gradient',
    // optimizers.test.ts
    ...OPTIMIZER_ROWS.map(({ id }) => id),
    // batches.test.ts
    ...BATCH_ROWS.map(({ id }) => id),
  ];
  expect(new Set([...ROWS.map(({ id }) => id), ...elsewhere])).toEqual(new Set(MISTAKES.map(({ id }) => id)));
});
