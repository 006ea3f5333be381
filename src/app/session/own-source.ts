import type { Exercise } from '../../core/network/exercise.ts';
import { fileOf } from '../../tutor/exercise/write.ts';
import type { Source } from './source.ts';

/** An exercise of the learner's own: the address holds all of it. */
export const sourceOf = (exercise: Exercise): Source => ({ kind: 'own', file: fileOf(exercise) });
