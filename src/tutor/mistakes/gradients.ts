import { product, quantity as q, type Expr } from '../../core/expressions/expr.ts';
import { activation, gradient, preActivation } from '../../core/quantity.ts';
import { BIAS_GRADIENT, INPUT_FACTOR_MISSING } from './generator-1/parameters.ts';
import type { Mistake } from './mistake.ts';
import { at, others, parameterOf, replaced, sizeOfLayer } from './parts.ts';

/** Another value put where the one that flows through the weight belongs. */
const tailReplaced = (
  other: (
    tail: { readonly layer: number; readonly unit: number },
    head: number,
  ) => ReturnType<typeof activation> | undefined,
): Mistake['rewrite'] =>
  at('weightGradient', ({ formula, result }, pass) => {
    const weight = parameterOf(result);
    if (weight.kind !== 'weight') return [];
    return replaced(formula, pass, (part) =>
      part.kind === 'activation' ? other(part, weight.to) : undefined,
    );
  });

export const GRADIENT_ROWS = [
  INPUT_FACTOR_MISSING,
  {
    id: 'times-weight',
    common: false,
    rewrite: at('weightGradient', ({ formula, result }, pass) =>
      replaced(formula, pass, (part) => (part.kind === 'activation' ? parameterOf(result) : undefined)),
    ),
  },
  {
    id: 'wrong-end',
    common: false,
    rewrite: (step, pass) => [
      ...tailReplaced(({ layer }, head) => activation(layer + 1, head))(step, pass),
      ...tailReplaced(({ layer }, head) => preActivation(layer + 1, head))(step, pass),
    ],
  },
  {
    id: 'network-input-used',
    common: false,
    rewrite: tailReplaced(({ layer, unit }) => (layer > 0 ? activation(0, unit) : undefined)),
  },
  {
    id: 'pre-activation-used',
    common: false,
    rewrite: tailReplaced(({ layer, unit }) => (layer > 0 ? preActivation(layer, unit) : undefined)),
  },
  BIAS_GRADIENT,
] as const satisfies readonly Mistake[];

/** The gradient of another weight that shares an end with this one: a value picked from the wrong place. */
export const NEIGHBOUR_PICKED = {
  id: 'neighbour-gradient',
  common: false,
  isSlip: true,
  rewrite: at('weightGradient', ({ result }, pass) => {
    const own = parameterOf(result);
    if (own.kind !== 'weight') return [];
    const { layer, from, to } = own;
    const wrong = (i: number, j: number): Expr =>
      product(q(gradient(preActivation(layer, j))), q(activation(layer - 1, i)));
    return [
      ...others(sizeOfLayer(pass, layer - 1), from).map((i) => wrong(i, to)),
      ...others(sizeOfLayer(pass, layer), to).map((j) => wrong(from, j)),
    ];
  }),
} as const satisfies Mistake;
