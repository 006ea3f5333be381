import { DIGITS, readShown, sameToDigits, shownGiven, shownTo } from '../core/expressions/digits.ts';
import { evaluate, type Values } from '../core/expressions/evaluate.ts';
import { mapParts, number, partsOf, quantitiesOf, sameExpr, type Expr } from '../core/expressions/expr.ts';
import { FUNCTIONS } from '../core/expressions/functions.ts';
import { idOf } from '../core/quantity.ts';
import { isTelling } from './hints.ts';
import { allButOne } from './ladder.ts';
import { exactValue, type Derivation, type DerivedStep } from './pass.ts';
import { onLowerSide } from './sides.ts';

/** A step of which one part has been worked out. */
export type PartlyWorked = {
  /** The part, in names, and what it comes to; none where a formula has no parts and its numbers are put in instead. */
  readonly part?: { readonly expr: Expr; readonly value: number; readonly text: string };
  /** The formula with that number in it. */
  readonly rest: Expr;
};

/** With more digits of a part nobody works on. */
const MOST_DIGITS = 9;

/**
 * The first part of a step's formula worked out, with the digits that it takes to go on from it; nothing where it would
 * be the answer, or where too many are needed.
 * @param values the learner's own
 */
export function partlyWorked(pass: Derivation, step: DerivedStep, values: Values): PartlyWorked | undefined {
  if (isTelling(step.formula)) return undefined;
  const formula = onLowerSide(step.formula, values) ?? inSimplerTerms(step.formula);
  const part = firstPart(formula);
  if (part === undefined) {
    const open = allButOne(pass, step, values);
    return open && { rest: open.expr };
  }
  if (!quantitiesOf(part).every((quantity) => values.has(idOf(quantity)))) return undefined;
  const value = evaluate(part, values);
  if (!Number.isFinite(value) || sameToDigits(value, exactValue(pass, step.id))) return undefined;
  // In simpler terms a function may be lost in what floating point rounds: tanh of 10⁻⁵⁰.
  const whole = evaluate(step.formula, values);
  // Of a given, a name has all digits, the page not: at a near tie they come to different things.
  const shownGivens = pass.givens.map(
    (given) => [idOf(given), onPage(exactValue(pass, idOf(given)))] as const,
  );
  const asShown = evaluate(step.formula, new Map([...values, ...shownGivens]));
  if (![asShown, exactValue(pass, step.id)].some((right) => sameToDigits(whole, right))) return undefined;
  for (let digits = DIGITS; digits <= MOST_DIGITS; digits += 1) {
    const text = shownTo(value, digits);
    const withPart = (put: Expr): Expr => replaced(formula, part, put);
    if (sameToDigits(evaluate(withPart(number(readShown(text))), values), whole))
      return { part: { expr: part, value, text }, rest: withPart(number(value, text)) };
  }
  return undefined;
}

/** What a function does, where the formula is nothing but its call. */
function inSimplerTerms(formula: Expr): Expr {
  return (formula.kind === 'call' && FUNCTIONS[formula.fn].definition?.(formula.argument)) || formula;
}

const onPage = (given: number): number => readShown(shownGiven(given));

const isLeaf = (expr: Expr): boolean =>
  expr.kind === 'negation' ? isLeaf(expr.operand) : partsOf(expr).length === 0;

/** The first calculation inside of an expression that has no other in it, as it is written. */
function firstPart(expr: Expr): Expr | undefined {
  for (const part of partsOf(expr)) {
    const found = firstPart(part) ?? (isLeaf(part) || part.kind === 'negation' ? undefined : part);
    if (found !== undefined) return found;
  }
  return undefined;
}

const replaced = (expr: Expr, part: Expr, by: Expr): Expr =>
  sameExpr(expr, part) ? by : mapParts(expr, (inner) => replaced(inner, part, by));
