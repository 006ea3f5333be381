import { product } from '../../../core/expressions/expr.ts';
import type { Mistake } from '../mistake.ts';

export const HALF_MISSING = {
  id: 'half-missing',
  common: true,
  rewrite: ({ rule, formula }) =>
    rule === 'unitLoss' && formula.kind === 'product' && formula.factors[0]?.kind === 'number'
      ? [product(...formula.factors.slice(1)), product(formula.factors[0], formula)]
      : [],
} as const satisfies Mistake;
