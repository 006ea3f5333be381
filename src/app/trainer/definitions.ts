import { partsOf, type Expr } from '../../core/expressions/expr.ts';
import { FUNCTIONS } from '../../core/expressions/functions.ts';
import { mathml } from '../../core/expressions/mathml.ts';
import type { DerivedStep } from '../../tutor/pass.ts';
import { inSimplerTerms } from '../../tutor/simpler.ts';

/** What the function of an activation step is, in simpler terms: σ(z) = 1/(1 + e^−z), as MathML. */
export function definitionOf(step: DerivedStep): string | undefined {
  const simpler = inSimplerTerms(step);
  return simpler && `<mrow>${mathml(step.formula)}<mo>=</mo>${mathml(simpler)}</mrow>`;
}

/** The functions that the formulas of a pass call, as they are written. */
export const functionsOf = (steps: readonly DerivedStep[]): readonly string[] => [
  ...new Set(steps.flatMap(({ formula }) => calledIn(formula))),
];

const calledIn = (expr: Expr): readonly string[] => [
  ...(expr.kind === 'call' ? [FUNCTIONS[expr.fn].symbol] : []),
  ...partsOf(expr).flatMap(calledIn),
];

/** Whether a formula of a pass divides, or takes a power: where none does, nobody needs a key for it. */
export const divides = (steps: readonly DerivedStep[]): boolean =>
  steps.some(({ formula }) => dividesIn(formula));

const dividesIn = (expr: Expr): boolean =>
  expr.kind === 'quotient' ||
  (expr.kind === 'power' && !(expr.exponent.kind === 'number' && expr.exponent.value === 2)) ||
  partsOf(expr).some(dividesIn);
