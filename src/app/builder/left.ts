import { queryOf, type Source } from '../session/source.ts';
import type { Draft } from './draft.ts';

/** A network under construction, and what it was before each change. */
export type Building = { readonly draft: Draft; readonly past: readonly Draft[] };

/**
 * What was changed in a dialog that was closed, by the exercise it began with, in whatever way that is worked: Escape
 * loses nothing. It is gone with the page.
 */
const left = new Map<string, Building>();

export const leftOf = (from: Source): Building | undefined => left.get(queryOf(from));

export function leave(from: Source, building: Building): void {
  if (building.past.length > 0) left.set(queryOf(from), building);
  else left.delete(queryOf(from));
}

/** It has been opened as a network of its own. */
export const forget = (from: Source): void => void left.delete(queryOf(from));
