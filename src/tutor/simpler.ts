import type { Expr } from '../core/expressions/expr.ts';
import { FUNCTIONS } from '../core/expressions/functions.ts';
import type { DerivedStep } from './pass.ts';

/** What the function of an activation step is, in simpler terms: 1/(1 + e^−z) for σ(z); nothing where it has none. */
export const inSimplerTerms = ({ rule, formula }: DerivedStep): Expr | undefined =>
  rule === 'activation' && formula.kind === 'call'
    ? FUNCTIONS[formula.fn].definition?.(formula.argument)
    : undefined;
