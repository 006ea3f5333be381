import type { Exercise, Network } from '../../../src/core/network/exercise.ts';

// Fixed exercises that several tests share, written out by hand.

const sigmoid = (layers: readonly number[], bias = false, trainBias = true): Network => ({
  layers,
  activations: layers.slice(1).map(() => 'sigmoid' as const),
  bias,
  trainBias,
});

/** Matt Mazur's "A Step by Step Backpropagation Example" (2015): 2-2-2, one bias a layer, not trained. */
export const MAZUR: Exercise = {
  network: sigmoid([2, 2, 2], true, false),
  parameters: {
    weights: [
      [
        [0.15, 0.25],
        [0.2, 0.3],
      ],
      [
        [0.4, 0.5],
        [0.45, 0.55],
      ],
    ],
    biases: [
      [0.35, 0.35],
      [0.6, 0.6],
    ],
  },
  examples: [{ input: [0.05, 0.1], target: [0.01, 0.99] }],
  loss: 'half-squared-error',
  optimizer: { kind: 'sgd', learningRate: 0.5 },
};

/** Mazur's example with biases that are trained, each for itself: 47 steps. */
export const MAZUR_TRAINED_BIASES: Exercise = { ...MAZUR, network: sigmoid([2, 2, 2], true) };

/** 2-2-1 without bias: 28 steps. */
export const TWO_TWO_ONE: Exercise = {
  network: sigmoid([2, 2, 1]),
  parameters: {
    weights: [
      [
        [-0.35, 0.62],
        [-0.8, 0.47],
      ],
      [[0.71], [-0.26]],
    ],
    biases: [],
  },
  examples: [{ input: [0.5, 0.9], target: [0.2] }],
  loss: 'half-squared-error',
  optimizer: { kind: 'sgd', learningRate: 0.5 },
};

/** 1-1-1 without bias: 15 steps. */
export const CHAIN: Exercise = {
  ...TWO_TWO_ONE,
  network: sigmoid([1, 1, 1]),
  parameters: { weights: [[[0.8]], [[-0.6]]], biases: [] },
  examples: [{ input: [0.7], target: [0.9] }],
};

/** 1-1-2 without bias: 24 steps. */
export const FORK: Exercise = {
  ...TWO_TWO_ONE,
  network: sigmoid([1, 1, 2]),
  parameters: { weights: [[[0.8]], [[-0.6, 0.9]]], biases: [] },
  examples: [{ input: [0.7], target: [0.9, 0.1] }],
};

/** The preset softmax: 2-3 with cross-entropy, 37 steps. */
export const SOFTMAX: Exercise = {
  ...TWO_TWO_ONE,
  network: { layers: [2, 3], activations: ['softmax'], bias: false, trainBias: true },
  parameters: {
    weights: [
      [
        [0.55, -0.4, 0.9],
        [0.3, 0.85, -0.65],
      ],
    ],
    biases: [],
  },
  examples: [{ input: [0.8, 0.4], target: [0, 1, 0] }],
  loss: 'cross-entropy',
};
