import { fields, hasNotes, isText, listOf } from '../session/saved.ts';
import { withStorage } from '../session/storage.ts';
import type { Notes } from '../session/work.ts';

// Beside the work with networks, which has other addresses.
const PREFIX = 'backstep/1/functions/';
/** What is being typed, and the numbers of inputs, by name. */
const TYPED = 'backstep/functions/typed';

export const saveNotes = (address: string, notes: Notes): void => {
  withStorage(() => {
    localStorage.setItem(PREFIX + address, JSON.stringify(notes));
  });
};

/** What was done with a function before, if it can still be read. */
export const loadNotes = (address: string): Notes | undefined =>
  withStorage(() => {
    const notes: unknown = JSON.parse(localStorage.getItem(PREFIX + address) ?? 'null');
    return hasNotes(notes) ? (notes as Notes) : undefined;
  });

/** A function as it is being typed, before it is worked through. */
export type Typed = { readonly lines: string; readonly numbers: readonly (readonly [string, string])[] };

const isTyped = fields({ lines: isText, numbers: listOf(listOf(isText)) });

export const saveTyped = (typed: Typed | undefined): void => {
  withStorage(() => {
    if (typed === undefined) localStorage.removeItem(TYPED);
    else localStorage.setItem(TYPED, JSON.stringify(typed));
  });
};

export const loadTyped = (): Typed | undefined =>
  withStorage(() => {
    const typed: unknown = JSON.parse(localStorage.getItem(TYPED) ?? 'null');
    return isTyped(typed) ? (typed as Typed) : undefined;
  });
