import chain from '../../../examples/chain.json';
import defaultFile from '../../../examples/default.json';
import type { Exercise } from '../../core/network/exercise.ts';
import type { ExerciseFile } from '../../tutor/exercise/file.ts';
import { resolveExercise } from '../../tutor/exercise/resolve.ts';
import type { Source } from './source.ts';

// It draws numbers from seeds: loaded with the first exercise that is not that of the bare address.

/** The exercises that the page itself leads to; the others are in presets.ts. */
const AT_HAND: Readonly<Partial<Record<string, ExerciseFile>>> = {
  default: defaultFile as ExerciseFile,
  chain: chain as ExerciseFile,
};

export const isAtHand = (name: string): boolean => Object.hasOwn(AT_HAND, name);

export function exerciseOf(source: Source): Exercise {
  switch (source.kind) {
    case 'seed':
      return resolveExercise(presetFile('default'), source.seed);
    case 'preset':
      return resolveExercise(source.file ?? presetFile(source.name), source.seed);
    case 'own':
      return resolveExercise(source.file);
  }
}

function presetFile(name: string): ExerciseFile {
  const file = AT_HAND[name];
  if (file === undefined) throw new Error(name);
  return file;
}
