import fc from 'fast-check';
import type { Exercise } from '../../../src/core/network/exercise.ts';
import { exercises, type NetworkLimits } from './networks.ts';
import { optimizers } from './optimizers.ts';

/** Exercises that work on all their examples in every pass, by any optimizer. */
export const batches = (
  limits: NetworkLimits & { readonly maxExamples?: number } = {},
): fc.Arbitrary<Exercise> =>
  fc
    .tuple(
      exercises({ maxExamples: 4, ...limits }),
      fc.constantFrom('mean' as const, 'sum' as const),
      fc.option(optimizers(), { nil: undefined }),
    )
    .map(([exercise, batch, optimizer]) => ({ ...exercise, batch, ...(optimizer && { optimizer }) }));

/** 2-1, three examples, their mean. */
export const BATCH: Exercise = {
  network: { layers: [2, 1], activations: ['sigmoid'], bias: false, trainBias: true },
  parameters: { weights: [[[0.64], [-0.43]]], biases: [] },
  examples: [
    { input: [0.9, 0.4], target: [0.95] },
    { input: [0.3, 0.8], target: [0.1] },
    { input: [0.7, 0.5], target: [0.8] },
  ],
  batch: 'mean',
  loss: 'half-squared-error',
  optimizer: { kind: 'sgd', learningRate: 4 },
};

/** 2-2-1 with biases, two examples. */
export const DEEP_BATCH: Exercise = {
  ...BATCH,
  network: { layers: [2, 2, 1], activations: ['tanh', 'sigmoid'], bias: true, trainBias: true },
  parameters: {
    weights: [
      [
        [0.42, -0.31],
        [0.87, 0.56],
      ],
      [[0.83], [-0.47]],
    ],
    biases: [[0.23, -0.62], [0.28]],
  },
  examples: BATCH.examples.slice(0, 2),
};
