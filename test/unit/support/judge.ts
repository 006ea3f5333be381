import type { Exercise } from '../../../src/core/network/exercise.ts';
import {
  abs,
  elu,
  exp,
  log,
  minus,
  normalCdf,
  nudged,
  over,
  plus,
  real,
  relu,
  sigmoid,
  slope,
  softplus,
  tanh,
  times,
  type Complex,
} from './complex.ts';

// An outside judge of a pass of training: loops over plain numbers, no tape, no expression, no chain rule.
// Every slope is the response of the loss to a nudge (complex step). Ids and their order are written here anew.

const ACTIVATIONS: Readonly<
  Record<Exercise['network']['activations'][number], (z: Complex, layer: readonly Complex[]) => Complex>
> = {
  sigmoid,
  tanh,
  relu,
  linear: (z) => z,
  'leaky-relu': (z) => (z[0] > 0 ? z : times(real(0.01), z)),
  softplus,
  silu: (z) => times(z, sigmoid(z)),
  gelu: (z) => times(z, normalCdf(z)),
  elu,
  softmax: (z, layer) => over(exp(z), layer.map(exp).reduce(plus)),
};

const ONE = real(1);
const LOSSES: Readonly<Record<Exercise['loss'], (t: Complex, a: Complex, outputs: number) => Complex>> = {
  'half-squared-error': (t, a) => times(real(0.5), times(minus(t, a), minus(t, a))),
  'mean-squared-error': (t, a, outputs) => times(real(1 / outputs), times(minus(t, a), minus(t, a))),
  'binary-cross-entropy': (t, a) =>
    minus(real(0), plus(times(t, log(a)), times(minus(ONE, t), log(minus(ONE, a))))),
  'cross-entropy': (t, a) => minus(real(0), times(t, log(a))),
  huber: (t, a) => {
    const gap = minus(t, a);
    return Math.abs(gap[0]) <= 1 ? times(real(0.5), times(gap, gap)) : minus(abs(gap), real(0.5));
  },
  'absolute-error': (t, a) => abs(minus(t, a)),
};

type Run = {
  readonly z: Complex[][];
  readonly a: Complex[][];
  readonly losses: Complex[];
  readonly loss: Complex;
};

/** One forward pass; the number with the id `nudge` is moved by the imaginary step once it is computed. */
function forward(
  { network, parameters, loss }: Exercise,
  example: Exercise['examples'][number],
  nudge = '',
): Run {
  const move = (id: string, value: Complex): Complex => (id === nudge ? nudged(value) : value);
  const a: Complex[][] = [example.input.map((x) => real(x))];
  const z: Complex[][] = [[]];
  for (let k = 1; k < network.layers.length; k += 1) {
    const activate = ACTIVATIONS[network.activations[k - 1]!];
    z[k] = [];
    for (let j = 1; j <= network.layers[k]!; j += 1) {
      let total = network.bias ? move(`b[${k}][${j}]`, real(parameters.biases[k - 1]![j - 1]!)) : real(0);
      for (let i = 1; i <= network.layers[k - 1]!; i += 1) {
        const weight = move(`w[${k}][${i}][${j}]`, real(parameters.weights[k - 1]![i - 1]![j - 1]!));
        total = plus(total, times(weight, a[k - 1]![i - 1]!));
      }
      z[k]!.push(move(`z[${k}][${j}]`, total));
    }
    a[k] = z[k]!.map((own, j) => move(`a[${k}][${j + 1}]`, activate(own, z[k]!)));
  }
  const outputs = a.at(-1)!;
  const losses = outputs.map((output, j) => LOSSES[loss](real(example.target[j]!), output, outputs.length));
  return { z, a, losses, loss: losses.reduce(plus) };
}

/** The loss of the network on one example. */
export const lossOn = (exercise: Exercise, example: Exercise['examples'][number]): number =>
  forward(exercise, example).loss[0];

/**
 * Whether nine digits of its slopes mean anything: no unit near a kink, where a nudge may cross it, and none so
 * saturated that 1 − a or 1 − a² has lost its digits.
 */
export function isComparable(exercise: Exercise): boolean {
  const { z, a } = forward(exercise, exercise.examples[0]!);
  const isNearKink = a
    .at(-1)!
    .some(
      ([output], j) =>
        exercise.loss === 'absolute-error' && Math.abs(output - exercise.examples[0]!.target[j]!) < 1e-3,
    );
  const areSteady = z.every((layer, k) =>
    layer.every(([own]) => {
      const activation = exercise.network.activations[k - 1];
      if (activation === 'relu' || activation === 'leaky-relu') return Math.abs(own) >= 1e-3;
      return activation === 'linear' || Math.abs(own) <= (activation === 'softmax' ? 3 : 6);
    }),
  );
  return areSteady && !isNearKink;
}

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
    const isSoftmax = network.activations[k - 1] === 'softmax';
    const setA = (j: number): void => void results.set(`a[${k}][${j}]`, plain.a[k]![j - 1]![0]);
    for (let j = 1; j <= network.layers[k]!; j += 1) {
      results.set(`z[${k}][${j}]`, plain.z[k]![j - 1]![0]);
      if (!isSoftmax) setA(j);
    }
    for (let j = 1; isSoftmax && j <= network.layers[k]!; j += 1) setA(j);
  }
  if (network.layers[last]! > 1) plain.losses.forEach(([loss], j) => results.set(`E[${j + 1}]`, loss));
  results.set('E', plain.loss[0]);
  for (let k = last; k >= 1; k -= 1) {
    const moved = (j: number, m: number): number =>
      slope(forward(exercise, example, `z[${k}][${m}]`).a[k]![j - 1]!);
    const units = Array.from({ length: network.layers[k]! }, (_, i) => i + 1);
    if (network.activations[k - 1] === 'softmax') {
      for (const j of units) results.set(`dE/da[${k}][${j}]`, response(`a[${k}][${j}]`));
      for (const j of units) for (const m of units) results.set(`da/dz[${k}][${j}][${m}]`, moved(j, m));
      for (const m of units) results.set(`dE/dz[${k}][${m}]`, response(`z[${k}][${m}]`));
    } else {
      for (const j of units) {
        const unit = `[${k}][${j}]`;
        results.set(`dE/da${unit}`, response(`a${unit}`));
        results.set(`da/dz${unit}`, moved(j, j));
        results.set(`dE/dz${unit}`, response(`z${unit}`));
      }
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
