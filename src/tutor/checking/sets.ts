import { halfUnit, isShownRounded } from '../../core/expressions/digits.ts';
import { around, point, widen, type Interval } from '../../core/expressions/interval.ts';
import { rangeOf } from '../../core/expressions/range.ts';
import { idOf } from '../../core/quantity.ts';
import { exactValue, type Derivation } from '../pass.ts';

export type Sets = ReadonlyMap<string, Interval>;

/** Where the numbers lie that a learner works from: a given is exact where the page shows all its digits. */
export const givenSets = (pass: Derivation): readonly (readonly [string, Interval])[] =>
  pass.givens.map((given) => {
    const value = exactValue(pass, idOf(given));
    return [idOf(given), isShownRounded(value) ? rounded(value) : point(value)];
  });

/** Every number that rounds to the same four digits as x. */
export const rounded = (x: number): Interval => around(x, halfUnit(x));

/**
 * For each quantity, where it can end up for a learner who makes no mistake and rounds every step to four digits:
 * the hull of its formula over its parents' sets, widened by half a unit of its fourth digit.
 */
export function setsOf(pass: Derivation): Sets {
  const sets = new Map<string, Interval>(givenSets(pass));
  for (const { id, formula } of pass.steps) {
    sets.set(id, widen(rangeOf(formula, sets), halfUnit(exactValue(pass, id))));
  }
  return sets;
}
