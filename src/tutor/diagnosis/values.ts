import { halfUnit, sameToDigits } from '../../core/expressions/digits.ts';
import { evaluate, type Values } from '../../core/expressions/evaluate.ts';
import { partsOf, type Expr } from '../../core/expressions/expr.ts';
import { around, meet, widen, widthOf, type Interval } from '../../core/expressions/interval.ts';
import { rangeOf } from '../../core/expressions/range.ts';
import { idOf } from '../../core/quantity.ts';
import type { Answer } from '../answer/read.ts';
import type { Belief } from '../checking/belief.ts';
import { pairsOf } from '../mistakes/pairs.ts';
import { variantsOf, type Variant } from '../mistakes/variants.ts';
import { exactValue, type Derivation, type DerivedStep } from '../pass.ts';
import { isContradicted } from './cause.ts';
import { fullChance, isSpent, mayTake, type Chance } from './chance.ts';

/** Digits that an answer is asked for, and the fewest that can tell mistakes apart. */
const ASKED = 4;
const FEWEST = 3;

/** The part of a set, from its middle, in which nearly all learners who round end up. */
const TYPICAL = 0.35;

/** Share of random numbers that may be explained by one mistake, by one after rounding, and by one or two. */
const SINGLES = 0.02;
const SETS = 0.06;
const PAIRS = 0.05;

const isRight = (pass: Derivation, step: DerivedStep, value: number): boolean =>
  isNear(value, exactValue(pass, step.id)) && sameToDigits(value, exactValue(pass, step.id));

/** What equal to four digits can differ by, at most: asked first, as it costs nothing. */
const isNear = (x: number, y: number): boolean => Math.abs(x - y) <= 1e-3 * Math.abs(y) + 1e-12;

/** Half a unit of the fourth digit, but for the last bits of it. */
const roughHalfUnit = (x: number): number => 10 ** Math.floor(Math.log10(Math.abs(x))) * 5e-4;

/** Half the width of what is taken for a value: by the digits typed, where those are three. */
const roomOf = ({ digits, halfUnit: half }: Answer, value: number): number =>
  digits === FEWEST ? Math.max(half, roughHalfUnit(value)) : roughHalfUnit(value);

/** Whether an answer is a mistaken value, as far as its digits tell: right below 1, 0.9998 tells more than 1.000. Fewer than three must be all there are: 0.5, 0, 1. */
const fits = (answer: Answer, value: number): boolean =>
  (isNear(answer.value, value) && sameToDigits(answer.value, value) && sameToDigits(value, answer.value)) ||
  (answer.digits === FEWEST && Math.abs(answer.value - value) <= answer.halfUnit * (1 + 1e-9));

/** Where more digits were typed than asked for, what they all agree with, if that is anything. */
function sharpest(found: readonly (readonly [Variant, number])[], answer: Answer): readonly Variant[] {
  const all = found.map(([variant]) => variant);
  if (answer.digits <= ASKED) return all;
  const room = Number.isFinite(answer.digits) ? answer.halfUnit : 1e-9 * Math.abs(answer.value);
  const exactly = found.filter(([, value]) => Math.abs(value - answer.value) <= room * (1 + 1e-9));
  return exactly.length > 0 ? exactly.map(([variant]) => variant) : all;
}

type Search = { readonly pass: Derivation; readonly step: DerivedStep; readonly answer: Answer };

/** The mistakes whose value the answer is, from these numbers. */
function worked(
  { pass, step, answer }: Search,
  variants: Iterable<Variant>,
  values: Values,
  chance: Chance,
): readonly Variant[] {
  const right = exactValue(pass, step.id);
  const found: (readonly [Variant, number])[] = [];
  for (const variant of variants) {
    const value = evaluate(variant.expr, values);
    if (Number.isNaN(value) || isRight(pass, step, value)) continue;
    if (mayTake(chance, value, 2 * roomOf(answer, value), right)) {
      if (fits(answer, value)) found.push([variant, value]);
    } else if (isSpent(chance)) break;
  }
  return sharpest(found, answer);
}

/** Whether nothing on the way to a value has more digits than are asked for. */
function isNeverRounded(expr: Expr, values: Values): boolean {
  const value = evaluate(expr, values);
  const isShort = Math.abs(value - Number(value.toPrecision(ASKED))) <= 1e-12 * Math.abs(value);
  return isShort && partsOf(expr).every((part) => isNeverRounded(part, values));
}

/** The mistakes whose value the answer can be, if every number that leads to it was rounded. */
function reached({ pass, step, answer }: Search, exact: Values, belief: Belief): readonly Variant[] {
  const chance = fullChance(SETS);
  const right = exactValue(pass, step.id);
  const typed = around(answer.value, Math.max(answer.halfUnit, halfUnit(answer.value)));
  return variantsOf(pass, step).filter(({ expr, depth }) => {
    const value = evaluate(expr, exact);
    if (Number.isNaN(value) || isRight(pass, step, value)) return false;
    if (isNeverRounded(expr, exact)) return false;
    // What is done in the head is rounded once more on the way. Roundings hardly ever all go the same way.
    const [low, high] = widen(rangeOf(expr, belief.sets), depth * roughHalfUnit(value));
    const set: Interval = [value - TYPICAL * (value - low), value + TYPICAL * (high - value)];
    return mayTake(chance, value, widthOf(set) + widthOf(typed), right) && meet(typed, set);
  });
}

/** Numbers by id, with none for what is not worked out yet. */
const known = ({ quantities }: Derivation, { carried }: Belief, values: Values): Values =>
  new Map(
    quantities.map(idOf).map((id) => [id, carried.has(id) ? (values.get(id) ?? Number.NaN) : Number.NaN]),
  );

/**
 * The mistakes that explain an answer by its value: worked out from the learner's own numbers, then from the exact ones,
 * then from any that round alike; then two mistakes at once.
 */
export function explainedByValue(
  pass: Derivation,
  step: DerivedStep,
  answer: Answer,
  belief: Belief,
): readonly Variant[] {
  const search = { pass, step, answer };
  const exact = known(pass, belief, pass.values);
  const own = known(pass, belief, belief.own);
  const starts = belief.tainted.size > 0 ? [known(pass, belief, belief.carried), own, exact] : [own, exact];
  const variants = variantsOf(pass, step);
  let doubtful: readonly Variant[] = [];
  for (const values of starts) {
    const found = worked(search, variants, values, fullChance(SINGLES));
    if (found.some((variant) => !isContradicted(variant, belief))) return found;
    if (doubtful.length === 0) doubtful = found;
  }
  if (doubtful.length > 0) return doubtful;
  if (answer.digits < FEWEST) return [];
  const near = reached(search, exact, belief);
  if (near.length > 0 || answer.digits < ASKED) return near;
  for (const values of starts) {
    const chance = fullChance(PAIRS);
    // What single mistakes use up is not there for two.
    worked(search, variants, values, chance);
    const found = worked(search, pairsOf(pass, step), values, chance);
    if (found.length > 0) return found;
  }
  return [];
}
