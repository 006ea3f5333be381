import { DIGITS, shownGiven, shownTo } from '../core/expressions/digits.ts';
import { idOf } from '../core/quantity.ts';
import type { Derivation } from './pass.ts';

/**
 * How each quantity's number is written on the page: givens in full where that is short, the rest with four digits.
 * @param digits how many the rest has, where four are not enough
 */
export function writtenIn(pass: Derivation, digits = DIGITS): (value: number, id: string) => string {
  const givens = new Set(pass.givens.map(idOf));
  return (value, id) => (givens.has(id) ? shownGiven(value) : shownTo(value, digits));
}
