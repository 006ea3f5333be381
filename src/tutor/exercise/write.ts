import type { Exercise, Numbers } from '../../core/network/exercise.ts';
import type { ExerciseFile } from './file.ts';
import { FORMAT } from './format.ts';

/** The file that stands for an exercise with all its numbers. */
export const fileOf = ({ network, parameters, examples, loss, optimizer }: Exercise): ExerciseFile => ({
  format: FORMAT,
  network: { ...network, layers: [...network.layers], activations: [...network.activations] },
  parameters: {
    ...numbersOf(parameters, network.bias),
    ...(parameters.state && {
      state: Object.fromEntries(
        Object.entries(parameters.state).map(([letter, kept]) => [letter, numbersOf(kept, network.bias)]),
      ),
    }),
  },
  ...(examples.length === 1 && examples[0] !== undefined
    ? { example: mutable(examples[0]) }
    : { examples: examples.map(mutable) }),
  loss,
  optimizer: { ...optimizer },
});

const numbersOf = ({ weights, biases }: Numbers, hasBias: boolean) => ({
  weights: weights.map((layer) => layer.map((row) => [...row])),
  ...(hasBias ? { biases: biases.map((row) => [...row]) } : {}),
});

const mutable = ({ input, target }: Exercise['examples'][number]): NonNullable<ExerciseFile['example']> => ({
  input: [...input],
  target: [...target],
});
