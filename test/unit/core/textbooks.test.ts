import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../../src/core/network/exercise.ts';
import { passValues } from '../support/passes.ts';

// Passes that textbooks work out by hand, to the digits that they print.

type Worked = { readonly book: string; readonly exercise: Exercise; readonly printed: Printed };
/** Each number as it is printed, by the id of the step that comes to it. */
type Printed = Readonly<Record<string, string>>;

const sigmoidNetwork = (layers: readonly number[]): Exercise['network'] => ({
  layers,
  activations: ['sigmoid', 'sigmoid'],
  bias: true,
  trainBias: true,
});

const WORKED: readonly Worked[] = [
  {
    // Its error corrections are −δ.
    book: 'Sivanandam, Deepa: Principles of Soft Computing, 2nd edition 2011, solved problem on back-propagation, pattern (0, 1)',
    exercise: {
      network: sigmoidNetwork([2, 2, 1]),
      parameters: {
        weights: [
          [
            [0.6, -0.3],
            [-0.1, 0.4],
          ],
          [[0.4], [0.1]],
        ],
        biases: [[0.3, 0.5], [-0.2]],
      },
      examples: [{ input: [0, 1], target: [1] }],
      loss: 'half-squared-error',
      optimizer: { kind: 'sgd', learningRate: 0.25 },
    },
    printed: {
      'z[1][1]': '0.2',
      'a[1][1]': '0.5498',
      'z[1][2]': '0.9',
      'a[1][2]': '0.7109',
      'a[2][1]': '0.5227',
      'dE/dz[2][1]': '-0.1191',
      'dE/dz[1][1]': '-0.0118',
      "w'[2][1][1]": '0.4164',
      "w'[2][2][1]": '0.1212',
      "b'[2][1]": '-0.1702',
      "w'[1][2][1]": '-0.0971',
      "b'[1][1]": '0.3029',
      "w'[1][2][2]": '0.4006',
      "b'[1][2]": '0.5006',
    },
  },
  {
    book: 'Jurafsky, Martin: Speech and Language Processing, 3rd edition draft, the step of logistic regression',
    exercise: {
      network: { layers: [2, 1], activations: ['sigmoid'], bias: true, trainBias: true },
      parameters: { weights: [[[0], [0]]], biases: [[0]] },
      examples: [{ input: [3, 2], target: [1] }],
      loss: 'binary-cross-entropy',
      optimizer: { kind: 'sgd', learningRate: 0.1 },
    },
    printed: {
      'dE/dw[1][1][1]': '-1.5',
      'dE/dw[1][2][1]': '-1.0',
      'dE/db[1][1]': '-0.5',
      "w'[1][1][1]": '0.15',
      "w'[1][2][1]": '0.1',
      "b'[1][1]": '0.05',
    },
  },
  {
    // Its errors are −δ, its biases are called θ.
    book: 'Han, Kamber, Pei: Data Mining, 3rd edition 2012, example 9.1',
    exercise: {
      network: sigmoidNetwork([3, 2, 1]),
      parameters: {
        weights: [
          [
            [0.2, -0.3],
            [0.4, 0.1],
            [-0.5, 0.2],
          ],
          [[-0.3], [-0.2]],
        ],
        biases: [[-0.4, 0.2], [0.1]],
      },
      examples: [{ input: [1, 0, 1], target: [1] }],
      loss: 'half-squared-error',
      optimizer: { kind: 'sgd', learningRate: 0.9 },
    },
    printed: {
      'z[1][1]': '-0.7',
      'a[1][1]': '0.332',
      'z[1][2]': '0.1',
      'a[1][2]': '0.525',
      'z[2][1]': '-0.105',
      'a[2][1]': '0.474',
      "w'[2][1][1]": '-0.261',
      "w'[2][2][1]": '-0.138',
      "w'[1][1][1]": '0.192',
      "w'[1][1][2]": '-0.306',
      "w'[1][2][1]": '0.4',
      "w'[1][2][2]": '0.1',
      "w'[1][3][1]": '-0.508',
      "w'[1][3][2]": '0.194',
      "b'[2][1]": '0.218',
      "b'[1][2]": '0.194',
      "b'[1][1]": '-0.408',
    },
  },
  {
    // It takes thresholds away: a threshold is a bias with the other sign. Its error gradients are −δ.
    book: 'Negnevitsky: Artificial Intelligence, 2nd edition 2005, section 6.4, the three-layer network for XOR',
    exercise: {
      network: sigmoidNetwork([2, 2, 1]),
      parameters: {
        weights: [
          [
            [0.5, 0.9],
            [0.4, 1],
          ],
          [[-1.2], [1.1]],
        ],
        biases: [[-0.8, 0.1], [-0.3]],
      },
      examples: [{ input: [1, 1], target: [0] }],
      loss: 'half-squared-error',
      optimizer: { kind: 'sgd', learningRate: 0.1 },
    },
    printed: {
      'a[1][1]': '0.5250',
      'a[1][2]': '0.8808',
      'a[2][1]': '0.5097',
      'dE/da[2][1]': '0.5097',
      'dE/dz[2][1]': '0.1274',
      'dE/dz[1][1]': '-0.0381',
      'dE/dz[1][2]': '0.0147',
      "w'[1][1][1]": '0.5038',
      "w'[1][1][2]": '0.8985',
      "w'[1][2][1]": '0.4038',
      "w'[1][2][2]": '0.9985',
      "w'[2][1][1]": '-1.2067',
      "w'[2][2][1]": '1.0888',
      "b'[1][1]": '-0.7962',
      "b'[1][2]": '0.0985',
      "b'[2][1]": '-0.3127',
    },
  },
];

describe.each(WORKED)('$book', ({ exercise, printed }) => {
  const values = passValues(exercise);
  test.each(Object.entries(printed))('%s is %s', (id, number) => {
    const digits = number.split('.')[1]?.length ?? 0;
    expect(values.get(id)?.toFixed(digits)).toBe(number);
  });
});
