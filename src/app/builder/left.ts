import type { Exercise } from '../../core/network/exercise.ts';
import type { Draft } from './draft.ts';

/** A network under construction, and what it was before each change. */
export type Building = { readonly draft: Draft; readonly past: readonly Draft[] };

/** What was changed in a dialog that was closed: Escape loses nothing. It is gone with the page. */
const left = new WeakMap<Exercise, Building>();

export const leftOf = (exercise: Exercise): Building | undefined => left.get(exercise);

export function leave(exercise: Exercise, building: Building): void {
  if (building.past.length > 0) left.set(exercise, building);
  else left.delete(exercise);
}

/** It has been opened as a network of its own. */
export const forget = (exercise: Exercise): void => void left.delete(exercise);
