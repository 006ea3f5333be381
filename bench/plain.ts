import type { Exercise } from '../src/core/network/exercise.ts';

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * The peer of the benchmark: a two-layer sigmoid network trained as it is usually written by hand, arrays and loops,
 * without the derivation. Returns the loss after the last pass.
 */
export function plainTraining(exercise: Exercise, passes: number): number {
  const [first, second] = exercise.parameters.weights.map((layer) => layer.map((row) => [...row]));
  const [hiddenBias, outputBias] = exercise.parameters.biases.map((row) => [...row]);
  const { input, target } = exercise.examples[0]!;
  const { learningRate } = exercise.optimizer;
  const forward = (x: readonly number[], w: number[][], b: number[]): number[] =>
    b.map((bias, j) => sigmoid(x.reduce((z, xi, i) => z + xi * w[i]![j]!, bias)));
  for (let pass = 0; pass < passes; pass += 1) {
    const hidden = forward(input, first!, hiddenBias!);
    const output = forward(hidden, second!, outputBias!);
    const outputDelta = output.map((a, j) => (a - target[j]!) * a * (1 - a));
    const hiddenDelta = hidden.map(
      (a, i) => outputDelta.reduce((sum, d, j) => sum + d * second![i]![j]!, 0) * a * (1 - a),
    );
    step(second!, outputBias!, hidden, outputDelta, learningRate);
    step(first!, hiddenBias!, input, hiddenDelta, learningRate);
  }
  const output = forward(forward(input, first!, hiddenBias!), second!, outputBias!);
  return output.reduce((loss, a, j) => loss + (target[j]! - a) ** 2 / 2, 0);
}

function step(
  w: number[][],
  b: number[],
  x: readonly number[],
  delta: readonly number[],
  learningRate: number,
): void {
  for (const [j, d] of delta.entries()) {
    b[j]! -= learningRate * d;
    for (const [i, xi] of x.entries()) w[i]![j]! -= learningRate * d * xi;
  }
}
