import { number, product, quantity as q } from '../../../core/expressions/expr.ts';
import { activation } from '../../../core/quantity.ts';
import type { Mistake } from '../mistake.ts';

export const INPUT_FACTOR_MISSING = {
  id: 'input-factor-missing',
  common: true,
  rewrite: ({ rule, formula }) =>
    rule === 'weightGradient' && formula.kind === 'product' ? formula.factors.slice(0, 1) : [],
} as const satisfies Mistake;

export const BIAS_GRADIENT = {
  id: 'bias-gradient',
  common: true,
  rewrite: ({ rule, result, formula }, { exercise }) => {
    if (rule !== 'biasGradient' || result.kind !== 'partial' || result.wrt.kind !== 'bias') return [];
    const { wrt } = result;
    const tails = Array.from({ length: exercise.network.layers[wrt.layer - 1] ?? 0 }, (_, i) => i + 1);
    return [
      ...tails.map((i) => product(formula, q(activation(wrt.layer - 1, i)))),
      product(formula, q(wrt)),
      number(0),
    ];
  },
} as const satisfies Mistake;
