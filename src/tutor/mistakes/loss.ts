import { call, half, number, product, quotient, type Expr } from '../../core/expressions/expr.ts';
import { HALF_MISSING } from './generator-1/loss.ts';
import type { Mistake, Rewrite } from './mistake.ts';
import { any, at, inside, outputLayerOf, sizeOfLayer, termsOf } from './parts.ts';

const meanForSum: Rewrite = ({ formula }, pass) => {
  const outputs = sizeOfLayer(pass, outputLayerOf(pass));
  return outputs > 1 ? [quotient(formula, number(outputs)), product(number(outputs), formula)] : [];
};

const base = (formula: Expr): Expr | undefined =>
  inside(formula, (part) => (part.kind === 'power' ? part.base : undefined));

export const LOSS_ROWS = [
  HALF_MISSING,
  {
    id: 'mean-or-sum',
    common: false,
    rewrite: any(
      // For two outputs that is the ½, dropped or taken twice.
      at('unitLoss', (step, pass) =>
        sizeOfLayer(pass, outputLayerOf(pass)) > 2 ? meanForSum(step, pass) : [],
      ),
      at('totalLoss', meanForSum),
    ),
  },
  {
    id: 'square-missing',
    common: false,
    rewrite: at('unitLoss', ({ formula }) => {
      const gap = base(formula);
      if (gap === undefined) return [];
      return [gap, product(half, gap), call('abs', gap), product(half, call('abs', gap))];
    }),
  },
  {
    id: 'one-output-only',
    common: false,
    rewrite: at('totalLoss', ({ formula }) => (formula.kind === 'sum' ? termsOf(formula) : [])),
  },
] as const satisfies readonly Mistake[];
