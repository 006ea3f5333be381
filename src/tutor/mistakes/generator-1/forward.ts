import { quantity as q, substitute, sum } from '../../../core/expressions/expr.ts';
import { weight } from '../../../core/quantity.ts';
import type { Mistake } from '../mistake.ts';

export const BIAS_DROPPED = {
  id: 'bias-dropped',
  common: true,
  rewrite: ({ rule, formula }) => {
    if (rule !== 'weightedSum' || formula.kind !== 'sum') return [];
    const kept = formula.terms.filter((term) => term.kind === 'product');
    return kept.length < formula.terms.length ? [sum(...kept)] : [];
  },
} as const satisfies Mistake;

export const WEIGHT_TRANSPOSED = {
  id: 'weight-transposed',
  common: true,
  rewrite: ({ rule, formula, result }, { exercise }) => {
    if (rule !== 'weightedSum' || result.kind !== 'preActivation') return [];
    const { layers } = exercise.network;
    const isSquare = layers[result.layer] === layers[result.layer - 1] && layers[result.layer] !== 1;
    if (!isSquare) return [];
    return [
      substitute(formula, (_, part) =>
        part.kind === 'weight' ? q(weight(part.layer, part.to, part.from)) : undefined,
      ),
    ];
  },
} as const satisfies Mistake;
