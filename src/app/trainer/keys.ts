import type { words } from '../words.ts';

/** A key of the page: what stands on it, and what it writes. */
export type Key = { readonly id: keyof typeof words.page.keyNames; readonly face: string };

const FIRST: readonly Key[] = [
  { id: 'times', face: '·' },
  { id: 'plus', face: '+' },
  { id: 'minus', face: '−' },
  { id: 'open', face: '(' },
  { id: 'close', face: ')' },
];
const DIVIDING: readonly Key[] = [
  { id: 'over', face: '/' },
  { id: 'power', face: '^' },
];
const PLAIN: readonly Key[] = [
  { id: 'one', face: '1' },
  { id: 'half', face: '½' },
];

/** The keys below the field. @param divides formulas divide, or take powers */
export const keysOf = (divides: boolean): readonly Key[] => [
  ...FIRST,
  ...(divides ? DIVIDING : PLAIN),
  { id: 'squared', face: '²' },
];
