import { product, quantity as q, type Expr } from '../../core/expressions/expr.ts';
import { activation, gradient, preActivation } from '../../core/quantity.ts';
import { BIAS_GRADIENT, INPUT_FACTOR_MISSING } from './generator-1/parameters.ts';
import type { Mistake } from './mistake.ts';
import { at, parameterOf, replaced, sizeOfLayer } from './parts.ts';

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
    rewrite: at('weightGradient', ({ formula, result }, pass) => [
      ...replaced(formula, pass, (part) => (part.kind === 'activation' ? parameterOf(result) : undefined)),
      product(formula, q(parameterOf(result))),
    ]),
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

/** The gradients of the weights that share an end with this one, as they are worked out. */
export const neighbouring: Mistake['rewrite'] = at('weightGradient', ({ result }, pass) => {
  const own = parameterOf(result);
  if (own.kind !== 'weight') return [];
  const { layer, from, to } = own;
  const wrong = (i: number, j: number): Expr =>
    product(q(gradient(preActivation(layer, j))), q(activation(layer - 1, i)));
  return [
    ...Array.from({ length: sizeOfLayer(pass, layer - 1) }, (_, i) => wrong(i + 1, to)).toSpliced(
      from - 1,
      1,
    ),
    ...Array.from({ length: sizeOfLayer(pass, layer) }, (_, j) => wrong(from, j + 1)).toSpliced(to - 1, 1),
  ];
});
