import { DIGITS, isShownRounded, readShown, shown, shownGiven, shownTo } from '../core/expressions/digits.ts';
import { idOf } from '../core/quantity.ts';
import type { Answer } from './answer/read.ts';
import type { Derivation } from './pass.ts';

/**
 * How each quantity's number is written on the page: givens in full where that is short, the rest with four digits.
 * @param digits how many the rest has, where four are not enough
 * @param givenDigits how many a given has that is not short
 */
export function writtenIn(
  pass: Derivation,
  digits = DIGITS,
  givenDigits = DIGITS,
): (value: number, id: string) => string {
  const givens = new Set(pass.givens.map(idOf));
  return (value, id) => {
    if (!givens.has(id)) return shownTo(value, digits);
    return isShownRounded(value) ? shownTo(value, givenDigits) : shownGiven(value);
  };
}

/**
 * The number that a right answer stands for from then on: of one that rounds the exact value to fewer digits than are
 * shown, that value with all of them, so that no digit is shown that nobody worked out; and of one with more that would
 * be rounded again, the other way.
 */
export const keptValue = ({ value, halfUnit }: Answer, exact: number): number =>
  shown(value) !== shown(exact) && Math.abs(value - exact) <= halfUnit * (1 + 1e-9)
    ? readShown(shown(exact))
    : value;

/**
 * An answer as it is written from then on, with no digit that nobody worked out: a right one by the number it stands for,
 * any other with the digits that were typed, four at most.
 * @param exact of an answer that is known to be right
 */
export const writtenAnswer = (answer: Answer, exact?: number): string =>
  exact === undefined ? asTyped(answer) : shown(keptValue(answer, exact));

/** With the digits that were typed, four at most. */
const asTyped = ({ value, digits }: Answer): string => shownTo(value, Math.min(digits, DIGITS));
