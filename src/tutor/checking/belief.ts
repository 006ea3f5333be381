import { halfUnit, readShown, shownGiven } from '../../core/expressions/digits.ts';
import { evaluate } from '../../core/expressions/evaluate.ts';
import { hull, widen, type Interval } from '../../core/expressions/interval.ts';
import { rangeOf } from '../../core/expressions/range.ts';
import { quantitiesOf } from '../../core/expressions/expr.ts';
import { idOf } from '../../core/quantity.ts';
import { exactValue, type Derivation, type DerivedStep } from '../pass.ts';
import { givenSets, rounded } from './sets.ts';

/**
 * What is known of the numbers a learner works from, as far as they have come in the tape.
 * It grows step by step: `believe` takes in one step at a time, in order.
 */
export type Belief = {
  /** Where a right value can lie: P of DESIGN.md §5. */
  readonly sets: Map<string, Interval>;
  /** The same for a learner who rounds every step not in the log to two digits only. */
  readonly roughSets: Map<string, Interval>;
  /** The learner's own right values, and what follows from them for steps not in the log. Givens count as shown. */
  readonly own: Map<string, number>;
  /** The same with the learner's wrong answers in it. */
  readonly carried: Map<string, number>;
  /** The sets that start from wrong answers; no entry where none is an ancestor. */
  readonly tainted: Map<string, Interval>;
  /** Steps to which the log holds a right answer. */
  readonly confirmed: Set<string>;
};

export function startOf(pass: Derivation): Belief {
  const exact = pass.givens.map((given) => [idOf(given), exactValue(pass, idOf(given))] as const);
  return {
    sets: new Map(givenSets(pass)),
    roughSets: new Map(givenSets(pass)),
    own: new Map(exact.map(([id, value]) => [id, readShown(shownGiven(value))])),
    carried: new Map(exact),
    tainted: new Map(),
    confirmed: new Set(),
  };
}

/** The set of a step's values, given what is believed of its parents: H of DESIGN.md §5. */
export const reach = ({ formula }: DerivedStep, { sets }: Belief): Interval => rangeOf(formula, sets);

/** Where a step's values end up that were worked out from parents rounded to two digits. */
export const roughReach = ({ formula }: DerivedStep, { roughSets }: Belief): Interval =>
  rangeOf(formula, roughSets);

/** Digits of the roughest learner whose method can still be told to be right. */
const ROUGH_DIGITS = 2;

/** Widened by as much as rounding can move any of its numbers. */
const roughened = (set: Interval): Interval =>
  widen(set, Math.max(...set.map((bound) => halfUnit(bound, ROUGH_DIGITS))));

/** Where a step's values end up that start from the learner's wrong answers; undefined where none is among the ancestors. */
export function taintedReach({ formula }: DerivedStep, { sets, tainted }: Belief): Interval | undefined {
  const isTainted = quantitiesOf(formula).some((parent) => tainted.has(idOf(parent)));
  return isTainted ? rangeOf(formula, new Map([...sets, ...tainted])) : undefined;
}

/** How an answer in the log counts for the steps after it. */
export type Standing = 'right' | 'wrong' | 'ignored';

/**
 * Takes in a step, with the learner's own value where the log holds one. `written` is what was written where that stands
 * for another number: someone may have worked on with it.
 */
export function believe(
  pass: Derivation,
  step: DerivedStep,
  belief: Belief,
  own?: { value: number; standing: Standing; written?: number },
): void {
  const { id, formula } = step;
  const exact = exactValue(pass, id);
  const inherited = taintedReach(step, belief);
  const isRight = own?.standing === 'right';
  const isWrong = own?.standing === 'wrong';
  const ownValue = isRight ? own.value : evaluate(formula, belief.own);
  const carriedValue = isRight || isWrong ? own.value : evaluate(formula, belief.carried);
  const confirmed = isRight ? hull(rounded(exact), rounded(own.written ?? own.value)) : undefined;
  belief.sets.set(id, confirmed ?? widen(reach(step, belief), halfUnit(exact)));
  belief.roughSets.set(id, confirmed ?? roughened(roughReach(step, belief)));
  belief.own.set(id, ownValue);
  belief.carried.set(id, carriedValue);
  if (isRight) belief.confirmed.add(id);
  if (isWrong) belief.tainted.set(id, rounded(own.value));
  else if (!isRight && inherited !== undefined) {
    belief.tainted.set(id, widen(inherited, halfUnit(carriedValue)));
  }
}
