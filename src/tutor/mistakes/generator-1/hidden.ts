import { difference, product, quantity as q, substitute } from '../../../core/expressions/expr.ts';
import { activation, gradient, learningRate, weight } from '../../../core/quantity.ts';
import type { Mistake } from '../mistake.ts';

export const ONE_PATH_ONLY = {
  id: 'one-path-only',
  common: true,
  rewrite: ({ rule, formula }) => (rule === 'sumOverPaths' && formula.kind === 'sum' ? formula.terms : []),
} as const satisfies Mistake;

export const RAW_ERROR_BACK = {
  id: 'raw-error-back',
  common: true,
  rewrite: ({ rule, formula }) =>
    rule === 'sumOverPaths'
      ? [
          substitute(formula, (_, part) =>
            part.kind === 'partial' && part.wrt.kind === 'preActivation'
              ? q(gradient(activation(part.wrt.layer, part.wrt.unit)))
              : undefined,
          ),
        ]
      : [],
} as const satisfies Mistake;

export const UPDATED_WEIGHTS = {
  id: 'updated-weights',
  common: true,
  rewrite: ({ rule, formula }) =>
    rule === 'sumOverPaths'
      ? [
          substitute(formula, (_, part) =>
            part.kind === 'weight'
              ? difference(q(part), product(q(learningRate), q(gradient(part))))
              : undefined,
          ),
        ]
      : [],
} as const satisfies Mistake;

export const NEIGHBOUR_WEIGHT = {
  id: 'neighbour-weight',
  common: true,
  rewrite: ({ rule, result, formula }, { exercise }) => {
    if (rule !== 'sumOverPaths' || result.kind !== 'partial' || result.wrt.kind !== 'activation') return [];
    const own = result.wrt;
    const units = Array.from({ length: exercise.network.layers[own.layer] ?? 0 }, (_, i) => i + 1);
    return units
      .filter((unit) => unit !== own.unit)
      .map((unit) =>
        substitute(formula, (_, part) =>
          part.kind === 'weight' ? q(weight(part.layer, unit, part.to)) : undefined,
        ),
      );
  },
} as const satisfies Mistake;
