import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../../../src/core/network/exercise.ts';
import type { ActivationName } from '../../../../src/core/network/activations.ts';
import type { LossName } from '../../../../src/core/network/losses.ts';
import { check } from '../../../../src/tutor/checking/check.ts';
import { askedOf } from '../../../../src/tutor/messages/context.ts';
import { enAnswers } from '../../../../src/tutor/messages/en/answers.ts';
import { en } from '../../../../src/tutor/messages/en/index.ts';
import type { MistakeId } from '../../../../src/tutor/mistakes/index.ts';
import { passAt } from '../../../../src/tutor/pass-at.ts';
import { stepOf } from '../../../../src/tutor/pass.ts';
import { told } from '../../support/diagnosing.ts';
import { shortened } from '../../support/learner.ts';
import { worth } from '../../support/misconceptions.ts';

// Mistakes that only some losses and activations give room for.

const CLASSES: Exercise = {
  network: { layers: [2, 3], activations: ['softmax'], bias: true, trainBias: true },
  parameters: {
    weights: [
      [
        [0.42, -0.31, 0.73],
        [0.87, 0.56, -0.48],
      ],
    ],
    biases: [[0.23, -0.62, 0.35]],
  },
  examples: [{ input: [0.71, 0.36], target: [0.07, 0.84, 0.09] }],
  loss: 'cross-entropy',
  optimizer: { kind: 'sgd', learningRate: 0.4 },
};

const withLoss = (loss: LossName, activation: 'sigmoid' | 'linear' = 'sigmoid'): Exercise => ({
  ...CLASSES,
  network: { ...CLASSES.network, activations: [activation] },
  loss,
});
const YES_NO = withLoss('binary-cross-entropy');
const MEAN = withLoss('mean-squared-error');
/** The gap of its first output is larger than 1. */
const FAR: Exercise = {
  ...withLoss('huber', 'linear'),
  examples: CLASSES.examples.map(({ input }) => ({ input, target: [4, 0.3, -2] })),
};

const withActivation = (activation: ActivationName): Exercise => ({
  ...MEAN,
  network: { ...MEAN.network, activations: [activation] },
});
const LEAKY = withActivation('leaky-relu');
/** Its z are some way below 0: nearer to it the approximations of GELU are what rounding makes of it too. */
const LOW_GELU: Exercise = {
  ...withActivation('gelu'),
  parameters: { weights: CLASSES.parameters.weights, biases: [[-2.3, -2.4, -2.5]] },
};
const SQUARED: Exercise = { ...CLASSES, loss: 'half-squared-error' };

type Row = {
  readonly id: MistakeId;
  readonly on: Exercise;
  readonly step: string;
  readonly caught: string;
  readonly lookAlike: string;
};

const [t, a] = ['t[1]', 'a[1][1]'];
const own = 'dE/da[1][1]*da/dz[1][1][1]';

const NORMAL_CDF = '1/2*(1 + erf(z[1][1]/sqrt(2)))';
const NORMAL_PDF = 'e^(-(z[1][1]^2)/2)/sqrt(6.283185307179586)';
const TANH_GELU = '1/2*z[1][2]*(1 + tanh(sqrt(0.6366197723675814)*(z[1][2] + 0.044715*z[1][2]^3)))';

const ROWS: readonly Row[] = [
  {
    id: 'softmax-unnormalised',
    on: CLASSES,
    step: 'a[1][2]',
    caught: 'e^z[1][2]',
    lookAlike: 'e^z[1][2]/(e^z[1][1] + e^z[1][3])',
  },
  {
    id: 'softmax-unnormalised',
    on: CLASSES,
    step: 'a[1][2]',
    caught: 'sigmoid(z[1][2])',
    lookAlike: 'tanh(z[1][2])',
  },
  {
    id: 'softmax-of-other',
    on: CLASSES,
    step: 'a[1][2]',
    caught: 'e^z[1][3]/(e^z[1][1] + e^z[1][2] + e^z[1][3])',
    lookAlike: 'e^z[1][3]/(e^z[1][1] + e^z[1][2])',
  },
  { id: 'log-sign', on: CLASSES, step: 'E[1]', caught: `${t}*ln(${a})`, lookAlike: `-ln(${a})` },
  {
    id: 'log-sign',
    on: YES_NO,
    step: 'E[1]',
    caught: `${t}*ln(${a}) + (1 - ${t})*ln(1 - ${a})`,
    lookAlike: `${t}*ln(${a})`,
  },
  {
    id: 'log-of-target',
    on: CLASSES,
    step: 'E[1]',
    caught: `-${a}*ln(${t})`,
    lookAlike: `-${t}*ln(${t})`,
  },
  {
    id: 'complement-term-missing',
    on: YES_NO,
    step: 'E[1]',
    caught: `-${t}*ln(${a})`,
    lookAlike: `-${t}*ln(1 - ${a})`,
  },
  {
    id: 'complement-term-missing',
    on: YES_NO,
    step: 'E[1]',
    caught: `-${t}*ln(${a}) + (1 - ${t})*ln(1 - ${a})`,
    lookAlike: `${t}*ln(${a}) + (1 - ${t})*ln(1 - ${a})`,
  },
  {
    id: 'log-base',
    on: CLASSES,
    step: 'E[1]',
    caught: `-${t}*log10(${a})`,
    lookAlike: `-${t}*log10(${t})`,
  },
  {
    id: 'mean-or-sum',
    on: MEAN,
    step: 'E[1]',
    caught: `(${t} - ${a})^2`,
    lookAlike: `(${t} - ${a})^2/2`,
  },
  {
    id: 'mean-or-sum',
    on: MEAN,
    step: 'dE/da[1][1]',
    caught: `2*(${a} - ${t})`,
    lookAlike: `3*(${a} - ${t})`,
  },
  {
    id: 'half-missing',
    on: MEAN,
    step: 'E[1]',
    caught: `1/2*(${t} - ${a})^2/3`,
    lookAlike: `(${t} - ${a})^2/2`,
  },
  {
    id: 'half-missing',
    on: withLoss('huber'),
    step: 'E[1]',
    caught: `(${t} - ${a})^2`,
    lookAlike: `abs(${t} - ${a})`,
  },
  {
    id: 'loss-confused',
    on: FAR,
    step: 'E[1]',
    caught: `1/2*(${t} - ${a})^2`,
    lookAlike: `(${t} - ${a})^2`,
  },
  {
    id: 'loss-confused',
    on: FAR,
    step: 'dE/da[1][1]',
    caught: `${a} - ${t}`,
    lookAlike: `${a} + ${t}`,
  },
  {
    id: 'loss-confused',
    on: withLoss('absolute-error'),
    step: 'E[1]',
    caught: `(${t} - ${a})^2`,
    lookAlike: `(${t} + ${a})^2`,
  },
  {
    id: 'loss-confused',
    on: withLoss('absolute-error'),
    step: 'dE/da[1][1]',
    caught: `${a} - ${t}`,
    lookAlike: `${a} + ${t}`,
  },
  {
    id: 'factor-two',
    on: MEAN,
    step: 'dE/da[1][1]',
    caught: `(${a} - ${t})/3`,
    lookAlike: `${a} - ${t}/3`,
  },
  {
    id: 'error-sign',
    on: MEAN,
    step: 'dE/da[1][1]',
    caught: `2*(${t} - ${a})/3`,
    lookAlike: `2*(${t} + ${a})/3`,
  },
  { id: 'error-sign', on: CLASSES, step: 'dE/da[1][2]', caught: 't[2]/a[1][2]', lookAlike: 'a[1][2]/t[2]' },
  {
    id: 'activation-slope-kept',
    on: CLASSES,
    step: 'dE/dz[1][1]',
    caught: `(${a} - ${t})*${a}*(1 - ${a})`,
    lookAlike: `(${a} - ${t})*${a}`,
  },
  {
    id: 'activation-slope-kept',
    on: YES_NO,
    step: 'dE/dz[1][1]',
    caught: `(${a} - ${t})*${a}*(1 - ${a})`,
    lookAlike: `(${a} - ${t})*(1 - ${a})`,
  },
  {
    id: 'softmax-diagonal',
    on: CLASSES,
    step: 'dE/dz[1][1]',
    caught: own,
    lookAlike: 'dE/da[1][2]*da/dz[1][2][1]',
  },
  {
    id: 'softmax-own-slope',
    on: CLASSES,
    step: 'da/dz[1][1][2]',
    caught: `${a}*(1 - ${a})`,
    lookAlike: `${a}*(1 + ${a})`,
  },
  {
    id: 'softmax-own-slope',
    on: CLASSES,
    step: 'da/dz[1][1][2]',
    caught: `-${a}*(1 - a[1][2])`,
    lookAlike: `-${a}*(1 - a[1][3])`,
  },
  {
    id: 'softmax-cross-slope',
    on: CLASSES,
    step: 'da/dz[1][1][1]',
    caught: `-${a}*a[1][2]`,
    lookAlike: `${a}*a[1][2]`,
  },
  {
    id: 'softmax-cross-slope',
    on: CLASSES,
    step: 'da/dz[1][1][1]',
    caught: `-${a}*${a}`,
    lookAlike: `-${a}*z[1][2]`,
  },
  {
    id: 'loss-confused',
    on: CLASSES,
    step: 'E[1]',
    caught: `1/2*(${t} - ${a})^2`,
    lookAlike: `1/3*(${t} - ${a})^2`,
  },
  { id: 'loss-confused', on: YES_NO, step: 'dE/da[1][1]', caught: `${a} - ${t}`, lookAlike: `${a} + ${t}` },
  {
    id: 'probability-gradient',
    on: CLASSES,
    step: 'dE/dz[1][1]',
    caught: 'dE/da[1][1]',
    lookAlike: 'dE/da[1][2]',
  },
  { id: 'target-not-subtracted', on: CLASSES, step: 'dE/dz[1][2]', caught: 'a[1][2]', lookAlike: 'a[1][1]' },
  {
    id: 'slope-incomplete',
    on: CLASSES,
    step: 'da/dz[1][1][1]',
    caught: `1 - ${a}`,
    lookAlike: 'a[1][2]*(1 - a[1][2])',
  },
  {
    id: 'activation-confused',
    on: LEAKY,
    step: 'a[1][2]',
    caught: 'tanh(z[1][2])',
    lookAlike: '0.1*z[1][2]',
  },
  { id: 'activation-omitted', on: LEAKY, step: 'a[1][2]', caught: 'z[1][2]', lookAlike: '-z[1][2]' },
  { id: 'relu-negative', on: LEAKY, step: 'a[1][2]', caught: '|z[1][2]|', lookAlike: '0.1*|z[1][2]|' },
  {
    id: 'softmax-without-exp',
    on: CLASSES,
    step: 'a[1][2]',
    caught: 'z[1][2]/(z[1][1] + z[1][2] + z[1][3])',
    lookAlike: 'z[1][2]/(z[1][1] + z[1][3])',
  },
  {
    id: 'activation-confused',
    on: withActivation('gelu'),
    step: 'a[1][1]',
    caught: 'z[1][1]*sigmoid(z[1][1])',
    lookAlike: 'z[1][1]*sigmoid(1.5*z[1][1])',
  },
  ...['z[1][2]*sigmoid(1.702*z[1][2])', TANH_GELU].map((caught) => ({
    id: 'gelu-approximated' as const,
    on: LOW_GELU,
    step: 'a[1][2]',
    caught,
    lookAlike: 'z[1][2]*sigmoid(z[1][2])',
  })),
  ...[NORMAL_CDF, `z[1][1]*${NORMAL_PDF}`].map((caught) => ({
    id: 'slope-incomplete' as const,
    on: withActivation('gelu'),
    step: 'da/dz[1][1]',
    caught,
    lookAlike: `2*${NORMAL_PDF}`,
  })),
  ...[
    'sigmoid(z[1][1])',
    'a[1][1]',
    'z[1][1]*sigmoid(z[1][1])*(1 - sigmoid(z[1][1]))',
    'sigmoid(z[1][1])*(1 - a[1][1])',
  ].map((caught) => ({
    id: 'slope-incomplete' as const,
    on: withActivation('silu'),
    step: 'da/dz[1][1]',
    caught,
    lookAlike: '1 - sigmoid(z[1][1])',
  })),
  {
    id: 'slope-at-a',
    on: withActivation('softplus'),
    step: 'da/dz[1][1]',
    caught: 'sigmoid(a[1][1])',
    lookAlike: '1 - sigmoid(a[1][1])',
  },
  {
    id: 'slope-at-z',
    on: withActivation('silu'),
    step: 'da/dz[1][1]',
    caught: 'z[1][1] + sigmoid(z[1][1])*(1 - z[1][1])',
    lookAlike: 'a[1][1] + sigmoid(z[1][1])*(1 - z[1][1])',
  },
  {
    id: 'log-of-complement',
    on: CLASSES,
    step: 'E[1]',
    caught: `-${t}*ln(1 - ${a})`,
    lookAlike: `-${t}*ln(1 + ${a})`,
  },
  {
    id: 'log-of-complement',
    on: YES_NO,
    step: 'E[1]',
    caught: `-(${t}*ln(1 - ${a}) + (1 - ${t})*ln(${a}))`,
    lookAlike: `-(${t}*ln(1 - ${a}) + (1 - ${t})*ln(1 - ${a}))`,
  },
  ...[CLASSES, YES_NO].map((on) => ({
    id: 'mean-or-sum' as const,
    on,
    step: 'dE/dz[1][1]',
    caught: `(${a} - ${t})/3`,
    lookAlike: `(${a} - ${t})/2`,
  })),
  {
    id: 'mean-or-sum',
    on: CLASSES,
    step: 'dE/da[1][1]',
    caught: `-${t}/${a}/3`,
    lookAlike: `-${t}/${a}/4`,
  },
  ...[SQUARED, { ...SQUARED, loss: 'mean-squared-error' as const }, withLoss('cross-entropy')].map((on) => ({
    id: 'nothing-cancels' as const,
    on,
    step: 'dE/dz[1][1]',
    caught: `${a} - ${t}`,
    lookAlike: `${a} + ${t}`,
  })),
];

describe.each(ROWS)('$id at $step', ({ id, on, step, caught, lookAlike }) => {
  const pass = passAt(on, 1);
  const asValue = (typed: string): string => shortened(worth(typed, pass.values), 4, 'half up');

  test(`is ${caught}, as a calculation and as its value`, () => {
    expect(told(pass, step, caught)).toMatchObject({ verdict: 'wrong' });
    expect(told(pass, step, caught).names).toContain(id);
    expect(told(pass, step, asValue(caught)).names).toContain(id);
  });

  test(`is not ${lookAlike}`, () => {
    expect(told(pass, step, lookAlike).names).not.toContain(id);
    expect(told(pass, step, asValue(lookAlike)).names).not.toContain(id);
  });

  test('is asked about without a number of this network', () => {
    const asked = askedOf(pass, stepOf(pass, step), pass.values, en);
    expect(enAnswers.mistakes[id].ask(asked)).toMatch(/\?/);
  });
});

describe('the short way, a − t', () => {
  test.each([
    { name: 'softmax with cross-entropy', on: CLASSES, step: 'dE/dz[1][2]' },
    { name: 'σ with binary cross-entropy', on: YES_NO, step: 'dE/dz[1][2]' },
  ])('is right for $name, by names and by numbers, whatever was rounded on the way', ({ on, step }) => {
    const pass = passAt(on, 1);
    const upTo = pass.steps.slice(
      0,
      pass.steps.findIndex(({ id }) => id === step),
    );
    for (const digits of [4, 6]) {
      const earlier = new Map(
        upTo.map(({ id }) => [id, shortened(pass.values.get(id)!, digits, 'half up')] as const),
      );
      for (const typed of ['a[1][2] - t[2]', 'a₂ − t₂', `${earlier.get('a[1][2]')!} - 0.84`]) {
        expect(check(pass, stepOf(pass, step), typed, earlier).verdict, typed).toBe('correct');
      }
    }
  });

  test('is wrong where the slope of σ is still to come', () => {
    const pass = passAt(withLoss('mean-squared-error'), 1);
    expect(check(pass, stepOf(pass, 'dE/dz[1][2]'), 'a[1][2] - t[2]', new Map()).verdict).toBe('wrong');
  });
});
