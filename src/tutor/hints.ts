import { shown, shownGiven } from '../core/expressions/digits.ts';
import { evaluate, withNumbers, type Values } from '../core/expressions/evaluate.ts';
import type { Expr } from '../core/expressions/expr.ts';
import { text } from '../core/expressions/text.ts';
import { idOf } from '../core/quantity.ts';
import type { Derivation, DerivedStep } from './pass.ts';

/** How each quantity's number is written on the page: givens in full where that is short, the rest with four digits. */
export function writtenIn(pass: Derivation): (value: number, id: string) => string {
  const givens = new Set(pass.givens.map(idOf));
  return (value, id) => (givens.has(id) ? shownGiven(value) : shown(value));
}

/** A step's formula with the numbers of `values` put in, written as the page shows them. */
export const numbersPutIn = (pass: Derivation, step: DerivedStep, values: Values): Expr =>
  withNumbers(step.formula, values, writtenIn(pass));

/**
 * The same as a learner would type it. Where it has no value with these numbers (the logarithm of a negative one, which
 * an earlier answer came to), it has the right ones.
 */
export function workedAnswer(pass: Derivation, step: DerivedStep, values: Values): string {
  const hasValue = Number.isFinite(evaluate(step.formula, values));
  return text(numbersPutIn(pass, step, hasValue ? values : pass.values));
}
