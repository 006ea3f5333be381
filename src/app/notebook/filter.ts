import type { Phase } from '../../core/network/tape.ts';
import { enNotebook } from '../../tutor/messages/en/notebook.ts';
import type { Entry } from '../../tutor/notebook.ts';

/** A kind of entry, or of tries only those with one verdict. */
export type KindChoice = keyof typeof enNotebook.filter.kinds;

/** Which entries are wanted; what is left out excludes none. */
export type Filter = { readonly pass?: number; readonly phase?: Phase; readonly kind?: KindChoice };

/** In the order in which they can be chosen. */
export const KINDS = Object.keys(enNotebook.filter.kinds) as readonly KindChoice[];

export const isWanted = (entry: Entry, { pass, phase, kind }: Filter): boolean =>
  (pass === undefined || entry.pass === pass) &&
  (phase === undefined || entry.phase === phase) &&
  (kind === undefined || entry.kind === kind || (entry.kind === 'attempt' && entry.verdict === kind));
