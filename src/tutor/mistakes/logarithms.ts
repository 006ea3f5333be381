import {
  call,
  difference,
  mapParts,
  negation,
  number,
  one,
  product,
  quantity as q,
  quotient,
  substitute,
  sum,
  type Expr,
} from '../../core/expressions/expr.ts';
import { activation, target } from '../../core/quantity.ts';
import type { Mistake } from './mistake.ts';
import { at, outputLayerOf, withLogs } from './parts.ts';

// Mistakes in a loss that takes logarithms.

const inBase = (expr: Expr, base: number): Expr => {
  const inner = mapParts(expr, (part) => inBase(part, base));
  return inner.kind === 'call' && inner.fn === 'log' ? quotient(inner, call('log', number(base))) : inner;
};

/** ln(1 − a) where ln a belongs, and the other way round. */
const ofComplement = (expr: Expr): Expr =>
  expr.kind === 'call' && expr.fn === 'log'
    ? call('log', difference(one, expr.argument))
    : mapParts(expr, ofComplement);

export const LOGARITHM_ROWS = [
  {
    id: 'log-sign',
    common: false,
    rewrite: at(
      'unitLoss',
      withLogs(({ formula }) => (formula.kind === 'negation' ? [formula.operand] : [])),
    ),
  },
  {
    id: 'log-of-target',
    common: false,
    rewrite: at(
      'unitLoss',
      withLogs(({ formula }, pass) => [
        substitute(formula, (_, part) =>
          part.kind === 'target'
            ? q(activation(outputLayerOf(pass), part.unit))
            : part.kind === 'activation'
              ? q(target(part.unit))
              : undefined,
        ),
      ]),
    ),
  },
  {
    id: 'log-of-complement',
    common: false,
    rewrite: at(
      'unitLoss',
      withLogs(({ formula }) => [ofComplement(formula)]),
    ),
  },
  {
    id: 'complement-term-missing',
    common: false,
    rewrite: at(
      'unitLoss',
      withLogs(({ formula }) => {
        const [first, second] =
          formula.kind === 'negation' && formula.operand.kind === 'sum' ? formula.operand.terms : [];
        if (first === undefined || second?.kind !== 'product' || first.kind !== 'product') return [];
        const [t] = first.factors;
        const [, ln] = second.factors;
        if (t === undefined || ln === undefined) return [];
        return [
          negation(first),
          // The minus before the first term only; 1 − t without its brackets.
          sum(negation(first), second),
          negation(sum(first, difference(one, product(t, ln)))),
        ];
      }),
    ),
  },
  {
    id: 'log-base',
    common: false,
    rewrite: at(
      'unitLoss',
      withLogs(({ formula }) => [inBase(formula, 10), inBase(formula, 2)]),
    ),
  },
] as const satisfies readonly Mistake[];
