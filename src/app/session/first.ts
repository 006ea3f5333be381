import { exerciseOf } from './exercise-of.ts';
import { DEFAULT } from './source.ts';

/** The exercise of the bare address. The build writes its numbers here: no first visit loads what draws them. */
export const FIRST = exerciseOf(DEFAULT);
