import { readNumber } from '../trainer/numbers.ts';

/** What a number typed into a figure is worth. */
export type Verdict = 'right' | 'wrong' | 'unreadable' | 'empty';

/** Of the right value. Wide enough for whoever works with the four digits that the page shows. */
const ROOM = 0.005;

/** Judges a number or calculation by the value it should have. */
export function judge(typed: string, exact: number): Verdict {
  if (typed.trim() === '') return 'empty';
  const value = readNumber(typed);
  if (value === undefined) return 'unreadable';
  return Math.abs(value - exact) <= Math.max(ROOM * Math.abs(exact), 1e-12) ? 'right' : 'wrong';
}
