import type { Exercise } from '../../../src/core/network/exercise.ts';
import { minus, nudged, plus, real, relu, sigmoid, slope, tanh, times, type Complex } from './complex.ts';

// An outside judge of a pass of training: loops over plain numbers, no tape, no expression, no chain rule.
// Every slope is the response of the loss to a nudge (complex step). Ids and their order are written here anew.

const ACTIVATIONS = { sigmoid, tanh, relu, linear: (z: Complex): Complex => z };

type Run = {
  readonly z: Complex[][];
  readonly a: Complex[][];
  readonly losses: Complex[];
  readonly loss: Complex;
};

/** One forward pass; the number with the id `nudge` is moved by the imaginary step once it is computed. */
function forward({ network, parameters }: Exercise, example: Exercise['examples'][number], nudge = ''): Run {
  const move = (id: string, value: Complex): Complex => (id === nudge ? nudged(value) : value);
  const a: Complex[][] = [example.input.map((x) => real(x))];
  const z: Complex[][] = [[]];
  for (let k = 1; k < network.layers.length; k += 1) {
    const activate = ACTIVATIONS[network.activations[k - 1]!];
    z[k] = [];
    a[k] = [];
    for (let j = 1; j <= network.layers[k]!; j += 1) {
      let total = network.bias ? move(`b[${k}][${j}]`, real(parameters.biases[k - 1]![j - 1]!)) : real(0);
      for (let i = 1; i <= network.layers[k - 1]!; i += 1) {
        const weight = move(`w[${k}][${i}][${j}]`, real(parameters.weights[k - 1]![i - 1]![j - 1]!));
        total = plus(total, times(weight, a[k - 1]![i - 1]!));
      }
      z[k]!.push(move(`z[${k}][${j}]`, total));
      a[k]!.push(move(`a[${k}][${j}]`, activate(z[k]![j - 1]!)));
    }
  }
  const losses = a.at(-1)!.map((output, j) => {
    const miss = minus(real(example.target[j]!), output);
    return times(real(0.5), times(miss, miss));
  });
  return { z, a, losses, loss: losses.reduce(plus) };
}

/** The loss of the network on one example. */
export const lossOn = (exercise: Exercise, example: Exercise['examples'][number]): number =>
  forward(exercise, example).loss[0];

/**
 * Whether nine digits of its slopes mean anything: no ReLU unit near its kink, where a nudge may cross it, and no
 * unit so saturated that 1 − a or 1 − a² has lost its digits.
 */
export const isComparable = (exercise: Exercise): boolean =>
  forward(exercise, exercise.examples[0]!).z.every((layer, k) =>
    layer.every(([z]) => {
      const activation = exercise.network.activations[k - 1];
      if (activation === 'relu') return Math.abs(z) >= 1e-3;
      return activation === 'linear' || Math.abs(z) <= 6;
    }),
  );

/** Every result of the first pass by id, in the order that the design lays down. */
export function judged(exercise: Exercise): ReadonlyMap<string, number> {
  const { network, parameters, optimizer } = exercise;
  const example = exercise.examples[0]!;
  const last = network.layers.length - 1;
  const trainsBias = network.bias && network.trainBias;
  const plain = forward(exercise, example);
  const response = (id: string): number => slope(forward(exercise, example, id).loss);
  const results = new Map<string, number>();

  for (let k = 1; k <= last; k += 1) {
    for (let j = 1; j <= network.layers[k]!; j += 1) {
      results.set(`z[${k}][${j}]`, plain.z[k]![j - 1]![0]);
      results.set(`a[${k}][${j}]`, plain.a[k]![j - 1]![0]);
    }
  }
  if (network.layers[last]! > 1) plain.losses.forEach(([loss], j) => results.set(`E[${j + 1}]`, loss));
  results.set('E', plain.loss[0]);
  for (let k = last; k >= 1; k -= 1) {
    for (let j = 1; j <= network.layers[k]!; j += 1) {
      const unit = `[${k}][${j}]`;
      results.set(`dE/da${unit}`, response(`a${unit}`));
      results.set(`da/dz${unit}`, slope(forward(exercise, example, `z${unit}`).a[k]![j - 1]!));
      results.set(`dE/dz${unit}`, response(`z${unit}`));
    }
    for (let j = 1; j <= network.layers[k]!; j += 1) {
      for (let i = 1; i <= network.layers[k - 1]!; i += 1) {
        results.set(`dE/dw[${k}][${i}][${j}]`, response(`w[${k}][${i}][${j}]`));
      }
    }
    for (let j = 1; trainsBias && j <= network.layers[k]!; j += 1) {
      results.set(`dE/db[${k}][${j}]`, response(`b[${k}][${j}]`));
    }
  }
  const moved = (value: number, id: string): number => value - optimizer.learningRate * response(id);
  for (let k = 1; k <= last; k += 1) {
    for (let j = 1; j <= network.layers[k]!; j += 1) {
      for (let i = 1; i <= network.layers[k - 1]!; i += 1) {
        const index = `[${k}][${i}][${j}]`;
        results.set(`w'${index}`, moved(parameters.weights[k - 1]![i - 1]![j - 1]!, `w${index}`));
      }
    }
  }
  for (let k = 1; trainsBias && k <= last; k += 1) {
    for (let j = 1; j <= network.layers[k]!; j += 1) {
      results.set(`b'[${k}][${j}]`, moved(parameters.biases[k - 1]![j - 1]!, `b[${k}][${j}]`));
    }
  }
  return results;
}
