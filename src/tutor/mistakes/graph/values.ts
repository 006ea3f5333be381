import { call, negation, number, product, quotient, sum, type Expr } from '../../../core/expressions/expr.ts';
import { FUNCTIONS } from '../../../core/expressions/functions.ts';
import { any, without } from '../parts.ts';
import { slopeOf, valueOf, type GraphMistake } from './mistake.ts';

// Mistakes on the way forward: in the value of one operation, and what goes with it into its slope.

const isNegative = (term: Expr): term is Extract<Expr, { kind: 'negation' }> => term.kind === 'negation';
/** One part left out, each in turn. */
const oneLess = (parts: readonly Expr[], join: (...rest: readonly Expr[]) => Expr): readonly Expr[] =>
  parts.length < 2 ? [] : parts.map((_, i) => join(...without(parts, i)));

/** The logarithm to base 10, or its slope, for that of the natural one. */
const inTens = (formula: Expr): Expr => quotient(formula, call('log', number(10)));

const DEGREE = number(Math.PI / 180);
const isOfAngle = ({ fn }: Extract<Expr, { kind: 'call' }>): boolean => ['sin', 'cos', 'tan'].includes(fn);
const isAngle = ({ fn }: Extract<Expr, { kind: 'call' }>): boolean => ['asin', 'acos', 'atan'].includes(fn);

export const VALUE_ROWS = [
  {
    id: 'sum-and-product',
    common: true,
    rewrite: any(
      valueOf('sum', ({ terms }) => [product(...terms)]),
      valueOf('product', ({ factors }) => [sum(...factors)]),
    ),
  },
  {
    id: 'sign-of-term',
    common: true,
    rewrite: any(
      valueOf('sum', ({ terms }) =>
        terms.map((term, i) => sum(...terms.with(i, isNegative(term) ? term.operand : negation(term)))),
      ),
      valueOf('negation', ({ operand }) => [operand]),
    ),
  },
  {
    id: 'part-left-out',
    common: false,
    rewrite: any(
      valueOf('sum', ({ terms }) => oneLess(terms, sum)),
      valueOf('product', ({ factors }) => oneLess(factors, product)),
      valueOf('quotient', ({ numerator }) => [numerator]),
    ),
  },
  {
    id: 'upside-down',
    common: false,
    rewrite: valueOf('quotient', ({ numerator, denominator }) => [quotient(denominator, numerator)]),
  },
  {
    id: 'function-left-out',
    common: false,
    rewrite: any(
      valueOf('call', ({ argument, others }) => (others.length > 0 ? [] : [argument])),
      valueOf('power', ({ base }) => [base]),
    ),
  },
  {
    id: 'other-handed-on',
    common: true,
    rewrite: valueOf('call', ({ argument, others }) => (others.length > 0 ? [argument, ...others] : [])),
  },
  {
    id: 'power-multiplied',
    common: false,
    rewrite: valueOf('power', ({ base, exponent }) => [product(exponent, base)]),
  },
  {
    id: 'sign-inside',
    common: false,
    rewrite: valueOf('call', (formula) => [{ ...formula, argument: negation(formula.argument) }]),
  },
  {
    id: 'angle-in-degrees',
    common: false,
    rewrite: any(
      valueOf('call', (formula) =>
        isOfAngle(formula)
          ? [{ ...formula, argument: product(formula.argument, DEGREE) }]
          : isAngle(formula)
            ? [quotient(formula, DEGREE)]
            : [],
      ),
      // As a calculator set to degrees has it, and as it would be if the angle were one.
      slopeOf('call', (formula) => {
        if (!isOfAngle(formula)) return [];
        const slope = FUNCTIONS[formula.fn].derivative(product(formula.argument, DEGREE));
        return [slope, product(DEGREE, slope)];
      }),
    ),
  },
  {
    id: 'log-base',
    common: false,
    rewrite: any(
      valueOf('call', (formula) => (formula.fn === 'log' ? [inTens(formula)] : [])),
      slopeOf('call', ({ fn }, _, { formula }) => (fn === 'log' ? [inTens(formula)] : [])),
    ),
  },
] as const satisfies readonly GraphMistake[];
