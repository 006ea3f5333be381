import type { Exercise, Parameters } from '../../core/network/exercise.ts';
import type { ExerciseFile } from './fields.ts';
import { drawExercise } from './generator.ts';

/**
 * The exercise of a file, with what it leaves out drawn from its seed.
 * @param seed draws every number anew, for the same shape
 */
export function resolveExercise(file: ExerciseFile, seed?: number): Exercise {
  const { network, parameters, loss, optimizer } = file;
  const batch = file.batch === true ? 'mean' : file.batch;
  const listed = file.examples ?? (file.example === undefined ? undefined : [file.example]);
  const shape = {
    network,
    loss,
    optimizer,
    exampleCount: listed?.length ?? (batch ? 2 : 1),
    ...(batch && { batch }),
  };
  if (seed !== undefined) return drawExercise(shape, seed);
  const given = parameters && parametersIn(parameters);
  if (given !== undefined && listed !== undefined) {
    return { network, parameters: given, examples: listed, loss, optimizer, ...(batch && { batch }) };
  }
  // A file without a seed has all its numbers: parseExerciseFile sees to it.
  const parts = { ...(given && { parameters: given }), ...(listed && { examples: listed }) };
  return drawExercise({ ...shape, ...parts }, file.seed ?? 0);
}

/** The parameters that a file holds, as a pass takes them: it has fitting lists, or none where there are no biases. */
export const parametersIn = (parameters: NonNullable<ExerciseFile['parameters']>): Parameters =>
  ({ biases: [], ...parameters }) as Parameters;
