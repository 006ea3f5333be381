import {
  product,
  quantity as q,
  quotient,
  sameExpr,
  substitute,
  sum,
  type Expr,
} from '../../core/expressions/expr.ts';
import { ACTIVATIONS, isCoupling } from '../../core/network/activations.ts';
import { gradient, preActivation, weight } from '../../core/quantity.ts';
import { NEIGHBOUR_WEIGHT, ONE_PATH_ONLY, RAW_ERROR_BACK, UPDATED_WEIGHTS } from './generator-1/hidden.ts';
import { HIDDEN_SLOPE_OMITTED } from './generator-1/output.ts';
import type { Mistake, Rewrite } from './mistake.ts';
import {
  activationOf,
  any,
  at,
  factorsOf,
  isAtCorner,
  outputLayerOf,
  replaced,
  sizeOfLayer,
  termsOf,
  unitOf,
} from './parts.ts';
import { upTo } from '../../core/network/shape.ts';

const isWeight = (expr: Expr): boolean => expr.kind === 'quantity' && expr.quantity.kind === 'weight';

/** The slope of a hidden unit's activation, taken at what comes back to it instead of at its z. */
const slopeAtSignal: Rewrite = ({ result }, pass) => {
  const { layer, unit } = unitOf(result);
  const name = activationOf(pass, layer);
  if (layer === outputLayerOf(pass) || name === 'linear' || isCoupling(name)) return [];
  if (isAtCorner(q(preActivation(layer, unit)), pass)) return [];
  const signal = q(gradient({ kind: 'activation', layer, unit }));
  const { slope, value } = ACTIVATIONS[name];
  const [asValue, asGift] = [slope(signal, value(signal)), slope(signal, signal)];
  return sameExpr(asValue, asGift) ? [asValue] : [asValue, asGift];
};

export const HIDDEN_ROWS = [
  ONE_PATH_ONLY,
  HIDDEN_SLOPE_OMITTED,
  RAW_ERROR_BACK,
  UPDATED_WEIGHTS,
  {
    id: 'path-weight-missing',
    common: false,
    rewrite: at('sumOverPaths', ({ formula }) => {
      const bare = termsOf(formula).map((term) => factorsOf(term).filter((factor) => !isWeight(factor)));
      return bare.every(({ length }) => length > 0) ? [sum(...bare.map((rest) => product(...rest)))] : [];
    }),
  },
  {
    id: 'outgoing-transposed',
    common: false,
    rewrite: at('sumOverPaths', ({ formula }, pass) =>
      replaced(formula, pass, (part) => {
        if (part.kind !== 'weight') return undefined;
        const isThere =
          part.to <= sizeOfLayer(pass, part.layer - 1) && part.from <= sizeOfLayer(pass, part.layer);
        return isThere ? weight(part.layer, part.to, part.from) : undefined;
      }),
    ),
  },
  NEIGHBOUR_WEIGHT,
  {
    id: 'incoming-weights',
    common: false,
    rewrite: at('sumOverPaths', ({ formula, result }, pass) => {
      const { layer, unit } = unitOf(result);
      const tails = sizeOfLayer(pass, layer - 1);
      const isSingle = termsOf(formula).length === 1;
      const own = (from: (head: number) => number, to: (head: number) => number): readonly Expr[] =>
        replaced(formula, pass, (part) =>
          part.kind === 'weight' ? weight(layer, from(part.to), to(part.to)) : undefined,
        );
      return [
        ...(isSingle
          ? upTo(tails).flatMap((tail) =>
              own(
                () => tail,
                () => unit,
              ),
            )
          : own(
              (head) => head,
              () => unit,
            )),
        ...own(
          () => unit,
          (head) => head,
        ),
      ];
    }),
  },
  {
    id: 'product-of-paths',
    common: false,
    rewrite: at('sumOverPaths', ({ formula }) => (formula.kind === 'sum' ? [product(...formula.terms)] : [])),
  },
  {
    id: 'last-path-overwrites',
    common: false,
    // By hand it is one path only, which says the same.
    isFar: true,
    rewrite: at('sumOverPaths', ({ formula }) => (formula.kind === 'sum' ? formula.terms.slice(-1) : [])),
  },
  {
    id: 'slope-at-signal',
    common: false,
    rewrite: any(at('activationSlope', slopeAtSignal), at('chainRule', slopeAtSignal)),
  },
  {
    id: 'blame-shared',
    common: false,
    rewrite: at('sumOverPaths', ({ formula, result }, pass) => {
      const arriving = (head: number, layer: number): readonly Expr[] =>
        upTo(sizeOfLayer(pass, layer - 1)).map((from) => q(weight(layer, from, head)));
      const shares = substitute(formula, (_, part) =>
        part.kind === 'weight' ? quotient(q(part), sum(...arriving(part.to, part.layer))) : undefined,
      );
      const leaving = termsOf(formula).flatMap((term) => factorsOf(term).filter(isWeight));
      // Divided by itself a single weight is left out, which is another mistake.
      return [
        ...(sizeOfLayer(pass, unitOf(result).layer) > 1 ? [shares] : []),
        ...(leaving.length > 1 ? [quotient(formula, sum(...leaving))] : []),
      ];
    }),
  },
] as const satisfies readonly Mistake[];
