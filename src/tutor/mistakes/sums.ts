import { number, product, sum, type Expr } from '../../core/expressions/expr.ts';
import { activation, preActivation, weight } from '../../core/quantity.ts';
import { BIAS_DROPPED, WEIGHT_TRANSPOSED } from './generator-1/forward.ts';
import type { Mistake, Rewrite } from './mistake.ts';
import { any, at, factorsOf, replaced, termsOf, sizeOfLayer, unitOf, without } from './parts.ts';

// Mistakes in z, the weighted sum.

const isProduct = (term: Expr): boolean => term.kind === 'product';

/** One term of a sum left out, each in turn. */
const oneLeftOut: Rewrite = ({ formula }) => {
  const terms = termsOf(formula);
  if (terms.length < 2) return [];
  return terms.flatMap((term, i) => (isProduct(term) ? [sum(...without(terms, i))] : []));
};

/** The values that arrive at a unit, as its formula has them. */
const arriving = (formula: Expr): readonly Expr[] =>
  termsOf(formula).flatMap((term) => (term.kind === 'product' ? term.factors.slice(0, 1) : []));

export const SUMS = [
  BIAS_DROPPED,
  {
    id: 'bias-repeated',
    common: false,
    rewrite: at('weightedSum', ({ formula }) => {
      const terms = termsOf(formula);
      const place = terms.findIndex(({ kind }) => kind === 'quantity');
      const bias = terms[place];
      if (bias === undefined || terms.length < 2) return [];
      const inputs = arriving(formula);
      const factors = inputs.length > 1 ? [number(inputs.length), sum(...inputs), ...inputs] : inputs;
      return factors.map((factor) => sum(...terms.with(place, product(factor, bias))));
    }),
  },
  {
    ...WEIGHT_TRANSPOSED,
    more: at('weightedSum', ({ formula, result }, pass) => {
      const { layer } = unitOf(result);
      const isThere = (from: number, to: number): boolean =>
        from <= sizeOfLayer(pass, layer - 1) && to <= sizeOfLayer(pass, layer);
      // Where the table of weights is not square, those that have a mirror image.
      return replaced(formula, pass, (part) =>
        part.kind === 'weight' && isThere(part.to, part.from)
          ? weight(part.layer, part.to, part.from)
          : undefined,
      );
    }),
  },
  {
    id: 'inputs-crossed',
    common: false,
    rewrite: at('weightedSum', ({ formula }) => {
      const terms = termsOf(formula);
      const places = terms.flatMap((term, i) => (isProduct(term) ? [i] : []));
      return places.flatMap((i) =>
        places
          .filter((j) => j > i)
          .map((j) => {
            const [first = [], second = []] = [terms[i], terms[j]].map((term) => term && factorsOf(term));
            return sum(
              ...terms
                .with(i, product(...second.slice(0, 1), ...first.slice(1)))
                .with(j, product(...first.slice(0, 1), ...second.slice(1))),
            );
          }),
      );
    }),
  },
  {
    id: 'term-missing',
    common: false,
    rewrite: any(
      at('weightedSum', oneLeftOut),
      // Of two paths, one left out is one path only.
      at('sumOverPaths', (step, pass) => (termsOf(step.formula).length > 2 ? oneLeftOut(step, pass) : [])),
    ),
  },
] as const satisfies readonly Mistake[];

export const PREVIOUS_LAYER_WRONG = {
  id: 'previous-layer-wrong',
  common: false,
  rewrite: at('weightedSum', ({ formula, result }, pass) => {
    const { layer } = unitOf(result);
    if (layer < 2) return [];
    const isShort = sizeOfLayer(pass, layer - 1) > sizeOfLayer(pass, 0);
    return [
      ...replaced(formula, pass, (part) =>
        part.kind === 'activation' ? preActivation(part.layer, part.unit) : undefined,
      ),
      ...(isShort
        ? []
        : replaced(formula, pass, (part) =>
            part.kind === 'activation' ? activation(0, part.unit) : undefined,
          )),
    ];
  }),
} as const satisfies Mistake;
