import { DIGITS, readShown, sameToDigits, shownGiven, shownTo } from '../core/expressions/digits.ts';
import { evaluate, withNumbers, type Values } from '../core/expressions/evaluate.ts';
import { mapParts, number, partsOf, quantitiesOf, type Expr } from '../core/expressions/expr.ts';
import { text } from '../core/expressions/text.ts';
import { idOf } from '../core/quantity.ts';
import { READABLE } from './answer/limit.ts';
import { exactValue, type Derivation, type DerivedStep } from './pass.ts';
import { onLowerSide } from './sides.ts';
import { inSimplerTerms } from './simpler.ts';
import { writtenIn } from './written.ts';

/** Digits with which every number is exactly itself. */
const ALL_DIGITS = 17;

/** Whether a formula is as good as its result: a bare number, or what compares two and so is 1 or 0. */
export const isTelling = (expr: Expr): boolean =>
  expr.kind !== 'quantity' &&
  ((expr.kind === 'call' && expr.fn === 'step' && expr.argument.kind === 'sum') ||
    partsOf(expr).every(isTelling));

/**
 * A step's formula with the numbers of `values` put in, written as the page shows them; with more digits where four
 * cancel to something else: 1 − 0.99997² where 1 − 1.000² would be 0.
 */
export function numbersPutIn(pass: Derivation, step: DerivedStep, values: Values): Expr {
  const ids = quantitiesOf(step.formula).map(idOf);
  const read = (written: ReturnType<typeof writtenIn>): number =>
    evaluate(
      step.formula,
      new Map(ids.map((id) => [id, readShown(written(values.get(id) ?? Number.NaN, id))])),
    );
  if (isTelling(step.formula)) {
    // Rounding alone makes no two numbers one, nor one of them the larger; a given is what the page shows.
    const isRounded = ids.every((id) => sameToDigits(values.get(id) ?? Number.NaN, exactValue(pass, id)));
    const value = isRounded ? exactValue(pass, step.id) : read(writtenIn(pass, ALL_DIGITS));
    return number(value, shownGiven(value));
  }
  const all = writtenIn(pass, ALL_DIGITS, ALL_DIGITS);
  const aim = read(all);
  // Below the last digits of floating point there is nothing to be kept.
  const least = 1e-12 * Math.min(1, Math.max(...ids.map((id) => Math.abs(values.get(id) ?? Number.NaN))));
  for (let digits = DIGITS; digits < ALL_DIGITS; digits += 1) {
    const written = writtenIn(pass, digits, digits);
    const isKept = Math.abs(read(written) - aim) <= Math.abs(aim) / 100 + least;
    if (isKept || !Number.isFinite(aim)) return signless(withNumbers(step.formula, values, written));
  }
  return signless(withNumbers(step.formula, values, all));
}

/**
 * The same of what the step's function is in simpler terms, where it has them: 1/(1 + e^0.7821) for σ(−0.7821), which
 * would say the name once more.
 */
export const numbersInSimplerTerms = (pass: Derivation, step: DerivedStep, values: Values): Expr =>
  withSigns(
    numbersPutIn(
      pass,
      { ...step, formula: inSimplerTerms(step) ?? onLowerSide(step.formula, values) ?? step.formula },
      values,
    ),
  );

/** What goes into a function has one sign at most: e^0.7821, not e^−(−0.7821). */
const withSigns = (expr: Expr): Expr =>
  mapParts(expr, (part) =>
    expr.kind === 'call' &&
    part.kind === 'negation' &&
    part.operand.kind === 'number' &&
    part.operand.value <= 0
      ? number(Math.abs(part.operand.value), part.operand.text?.replace('−', ''))
      : withSigns(part),
  );

/** 0 alone has no sign; −0·ln(0.9) keeps that of its formula. */
const signless = (expr: Expr): Expr =>
  expr.kind === 'negation' && expr.operand.kind === 'number' && expr.operand.value === 0
    ? expr.operand
    : expr;

/** Digits of a number that stands for a working that is too long. */
const ENOUGH = 10;

/**
 * The same as a learner would type it. Where it has no value with these numbers (the logarithm of a negative one, which
 * an earlier answer came to), it has the right ones. Where it is longer than what is read, it is what it comes to.
 */
export function workedAnswer(pass: Derivation, step: DerivedStep, values: Values): string {
  const value = evaluate(step.formula, values);
  const used = Number.isFinite(value) ? values : pass.values;
  const worked = text(numbersPutIn(pass, step, used));
  return worked.length <= READABLE ? worked : shownTo(evaluate(step.formula, used), ENOUGH);
}
