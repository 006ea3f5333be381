import type { Exercise } from '../../core/network/exercise.ts';
import type { ExerciseFile } from './file.ts';
import { FORMAT } from './format.ts';

/** The file that stands for an exercise with all its numbers. */
export const fileOf = ({
  network,
  parameters,
  examples,
  loss,
  optimizer,
  batch,
}: Exercise): ExerciseFile => ({
  format: FORMAT,
  network: { ...network, layers: [...network.layers], activations: [...network.activations] },
  parameters: {
    weights: parameters.weights.map((layer) => layer.map((row) => [...row])),
    ...(network.bias ? { biases: parameters.biases.map((row) => [...row]) } : {}),
    ...(parameters.state && { state: parameters.state as State }),
  },
  ...(examples.length === 1 && examples[0] !== undefined
    ? { example: mutable(examples[0]) }
    : { examples: examples.map(mutable) }),
  ...(batch && { batch: batch === 'mean' || batch }),
  loss,
  optimizer: { ...optimizer },
});

type State = NonNullable<NonNullable<ExerciseFile['parameters']>['state']>;

const mutable = ({ input, target }: Exercise['examples'][number]): NonNullable<ExerciseFile['example']> => ({
  input: [...input],
  target: [...target],
});
