import {
  negation,
  product,
  quantity as q,
  quantitiesOf,
  quotient,
  sameExpr,
  substitute,
  sum,
  type Expr,
} from '../../../core/expressions/expr.ts';
import type { FunctionStep } from '../../../core/function/tape.ts';
import { idOf, partial } from '../../../core/quantity.ts';
import { factorsOf, termsOf, without } from '../parts.ts';
import { at, type GraphMistake, type GraphRewrite } from './mistake.ts';

// Mistakes on the way back: in what comes from above, along one way or along several that meet.

/** Each of several once. */
const distinct = (exprs: readonly Expr[]): readonly Expr[] =>
  exprs.filter((expr, i) => exprs.findIndex((other) => sameExpr(other, expr)) === i);

const LINKS = ['chain', 'paths'] as const;

/** A way: what comes from above, times the local slope. The share of f itself is its slope alone. */
const isWay = (term: Expr): boolean => factorsOf(term).length === 2;

/** One of the two factors of a way left out: in every way, and where there are several in each by itself. */
const factorLeftOut = (place: 0 | 1): GraphRewrite =>
  at(LINKS, ({ formula }) => {
    const terms = termsOf(formula);
    const cut = (term: Expr): Expr => (isWay(term) ? product(...without(factorsOf(term), place)) : term);
    const single = terms.flatMap((term, i) => (isWay(term) ? [sum(...terms.with(i, cut(term)))] : []));
    return distinct([sum(...terms.map(cut)), ...single]);
  });

/** At a local slope ∂n/∂x: what has come back to n, and what will come back to x. */
const fromAbove = (wrong: (above: Expr, step: FunctionStep, whole: Expr) => readonly Expr[]): GraphRewrite =>
  at(['localSlope'], (step, { nodes, steps }) => {
    const { result } = step;
    const output = nodes.at(-1)?.result;
    if (result.kind !== 'partial' || output === undefined) return [];
    const whole = steps.find(({ id }) => id === idOf(partial(output, result.wrt)));
    return whole ? wrong(q(partial(output, result.of)), step, whole.formula) : [];
  });

export const PATH_ROWS = [
  { id: 'upstream-missing', common: true, rewrite: factorLeftOut(0) },
  { id: 'local-slope-missing', common: true, rewrite: factorLeftOut(1) },
  { id: 'above-for-local', common: false, rewrite: fromAbove((above) => [above]) },
  {
    id: 'whole-for-local',
    common: false,
    rewrite: fromAbove((above, { id, formula }, whole) =>
      distinct([substitute(whole, (other) => (other === id ? formula : undefined)), product(above, formula)]),
    ),
  },
  { id: 'one-way-only', common: true, rewrite: at(['paths'], ({ formula }) => termsOf(formula)) },
  {
    id: 'way-missing',
    common: false,
    rewrite: at(['paths'], ({ formula }) => {
      const terms = termsOf(formula);
      return terms.length > 2 ? terms.map((_, i) => sum(...without(terms, i))) : [];
    }),
  },
  {
    id: 'ways-multiplied',
    common: false,
    rewrite: at(['paths'], ({ formula }) => [product(...termsOf(formula))]),
  },
  {
    id: 'ways-subtracted',
    common: false,
    rewrite: at(['paths'], ({ formula }) => {
      const terms = termsOf(formula);
      return terms.map((term, i) => sum(...terms.with(i, negation(term))));
    }),
  },
  {
    id: 'links-added',
    common: false,
    rewrite: at(LINKS, ({ formula }) => {
      const terms = termsOf(formula);
      return terms.some(isWay) ? [sum(...terms.flatMap(factorsOf))] : [];
    }),
  },
  {
    id: 'links-divided',
    common: false,
    rewrite: at(['chain'], ({ formula }) => {
      const [above, local] = factorsOf(formula);
      return above && local ? [quotient(above, local), quotient(local, above)] : [];
    }),
  },
  {
    id: 'neighbour-link',
    common: false,
    // The slope along something else that goes into the same node.
    rewrite: at(['chain'], ({ formula }, pass) => {
      const [above, local] = factorsOf(formula);
      if (above === undefined || local?.kind !== 'quantity' || local.quantity.kind !== 'partial') return [];
      const { of, wrt } = local.quantity;
      const node = pass.nodes.find(({ result }) => idOf(result) === idOf(of));
      return quantitiesOf(node?.formula ?? local)
        .filter((other) => idOf(other) !== idOf(wrt) && pass.values.has(idOf(partial(of, other))))
        .map((other) => product(above, q(partial(of, other))));
    }),
  },
  {
    id: 'sign-on-the-way',
    common: false,
    rewrite: at(['chain'], ({ formula }) => [negation(formula)]),
  },
] as const satisfies readonly GraphMistake[];
