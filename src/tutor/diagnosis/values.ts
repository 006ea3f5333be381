import { halfUnit, sameToDigits } from '../../core/expressions/digits.ts';
import { evaluate, rangeOf, type Values } from '../../core/expressions/evaluate.ts';
import { quantitiesOf, type Expr } from '../../core/expressions/expr.ts';
import { around, meet, widen, widthOf } from '../../core/expressions/interval.ts';
import type { Step } from '../../core/network/tape.ts';
import { idOf } from '../../core/quantity.ts';
import type { Answer } from '../answer/read.ts';
import type { Belief } from '../checking/belief.ts';
import { pairsOf } from '../mistakes/pairs.ts';
import { variantsOf, type Variant } from '../mistakes/variants.ts';
import { exactValue, type Pass } from '../pass.ts';
import { fullChance, isSpent, mayTake, type Chance } from './chance.ts';

/** Digits that an answer is asked for, and the fewest that can tell mistakes apart. */
const ASKED = 4;
const FEWEST = 3;

/** Share of random numbers that may be explained by one mistake, and by one or two. */
const SINGLES = 0.02;
const PAIRS = 0.05;

const isKnown = (expr: Expr, values: ReadonlyMap<string, unknown>): boolean =>
  quantitiesOf(expr).every((quantity) => values.has(idOf(quantity)));

const isRight = (pass: Pass, step: Step, value: number): boolean =>
  sameToDigits(value, exactValue(pass, step.id));

/** Half the width of what is taken for a value: by the digits typed, where those are three. */
const roomOf = (answer: Answer, value: number): number =>
  answer.digits === FEWEST ? Math.max(answer.halfUnit, halfUnit(value)) : halfUnit(value);

/** Whether an answer is a mistaken value, as far as its digits tell. Fewer than three must be all there are: 0.5, 0, 1. */
const fits = (answer: Answer, value: number): boolean =>
  sameToDigits(answer.value, value) ||
  (answer.digits === FEWEST && Math.abs(answer.value - value) <= answer.halfUnit * (1 + 1e-9));

/** Where more digits were typed than asked for, what they all agree with, if that is anything. */
function sharpest(found: readonly (readonly [Variant, number])[], answer: Answer): readonly Variant[] {
  const all = found.map(([variant]) => variant);
  if (answer.digits <= ASKED) return all;
  const room = Number.isFinite(answer.digits) ? answer.halfUnit : 1e-9 * Math.abs(answer.value);
  const exactly = found.filter(([, value]) => Math.abs(value - answer.value) <= room * (1 + 1e-9));
  return exactly.length > 0 ? exactly.map(([variant]) => variant) : all;
}

/** The mistakes whose value the answer is, from these numbers. */
function worked(
  variants: Iterable<Variant>,
  pass: Pass,
  step: Step,
  answer: Answer,
  values: Values,
  chance: Chance,
): readonly Variant[] {
  const right = exactValue(pass, step.id);
  const found: (readonly [Variant, number])[] = [];
  for (const variant of variants) {
    if (!isKnown(variant.expr, values)) continue;
    const value = evaluate(variant.expr, values);
    if (isRight(pass, step, value)) continue;
    if (!mayTake(chance, value, 2 * roomOf(answer, value), right)) {
      if (isSpent(chance)) break;
      continue;
    }
    if (fits(answer, value)) found.push([variant, value]);
  }
  return sharpest(found, answer);
}

/** The mistakes whose value the answer can be, if every number that leads to it was rounded. */
function reached(pass: Pass, step: Step, answer: Answer, belief: Belief): readonly Variant[] {
  const chance = fullChance(SINGLES);
  const right = exactValue(pass, step.id);
  const typed = around(answer.value, Math.max(answer.halfUnit, halfUnit(answer.value)));
  return variantsOf(pass, step).filter((variant) => {
    const { expr, depth } = variant;
    if (!isKnown(expr, belief.sets) || isRight(pass, step, evaluate(expr, pass.values))) return false;
    const value = evaluate(expr, pass.values);
    // What is done in the head is rounded once more on the way.
    const set = widen(rangeOf(expr, belief.sets), depth * halfUnit(value));
    const width = widthOf(set) + widthOf(typed);
    return mayTake(chance, value, width, right) && meet(typed, set);
  });
}

/**
 * The mistakes that explain an answer by its value: worked out from the learner's own numbers, then from the exact ones,
 * then from any that round alike; then two mistakes at once.
 */
export function explainedByValue(pass: Pass, step: Step, answer: Answer, belief: Belief): readonly Variant[] {
  const isShort = answer.digits < FEWEST;
  const variants = variantsOf(pass, step);
  const starts = [belief.carried, belief.own, pass.values];
  for (const values of starts) {
    const found = worked(variants, pass, step, answer, values, fullChance(SINGLES));
    if (found.length > 0) return found;
  }
  if (isShort) return [];
  const near = reached(pass, step, answer, belief);
  if (near.length > 0 || answer.digits < ASKED) return near;
  for (const values of [belief.carried, pass.values]) {
    const chance = fullChance(PAIRS);
    // What single mistakes use up is not there for two.
    worked(variants, pass, step, answer, values, chance);
    const found = worked(pairsOf(pass, step), pass, step, answer, values, chance);
    if (found.length > 0) return found;
  }
  return [];
}
