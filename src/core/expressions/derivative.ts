import {
  call,
  difference,
  negation,
  number,
  one,
  partsOf,
  power,
  product,
  quotient,
  square,
  sum,
  type Expr,
} from './expr.ts';
import { FUNCTIONS } from './functions.ts';

const zero = number(0);
const isZero = (expr: Expr): boolean => expr.kind === 'number' && expr.value === 0;
const isOne = (expr: Expr): boolean => expr.kind === 'number' && expr.value === 1;

/** The derivative of a formula with respect to one of its quantities, simplified where a 0 or 1 allows. */
export function derivative(expr: Expr, id: string): Expr {
  switch (expr.kind) {
    case 'number':
      return zero;
    case 'quantity':
      return expr.id === id ? one : zero;
    case 'sum':
      return plus(expr.terms.map((term) => derivative(term, id)));
    case 'product':
      return plus(
        expr.factors.map((factor, i) =>
          times([...expr.factors.slice(0, i), derivative(factor, id), ...expr.factors.slice(i + 1)]),
        ),
      );
    case 'quotient': {
      const { numerator: n, denominator: d } = expr;
      const [dn, dd] = [derivative(n, id), derivative(d, id)];
      if (isZero(dd)) return isZero(dn) ? zero : quotient(dn, d);
      return quotient(plus([times([dn, d]), negation(times([n, dd]))]), square(d));
    }
    case 'negation': {
      const inner = derivative(expr.operand, id);
      return isZero(inner) ? zero : negation(inner);
    }
    case 'power':
      return derivativeOfPower(expr.base, expr.exponent, id);
    case 'call': {
      const args = partsOf(expr);
      return plus(
        args.map((arg, i) =>
          times([
            FUNCTIONS[expr.fn].derivative(arg, args.slice(0, i), args.slice(i + 1)),
            derivative(arg, id),
          ]),
        ),
      );
    }
  }
}

function derivativeOfPower(base: Expr, exponent: Expr, id: string): Expr {
  if (!uses(exponent, id)) {
    const lowered = exponent.kind === 'number' ? number(exponent.value - 1) : difference(exponent, one);
    if (isZero(exponent)) return zero;
    const slope = isOne(lowered) ? base : isZero(lowered) ? one : power(base, lowered);
    return times([exponent, slope, derivative(base, id)]);
  }
  // b^e = exp(e · ln b)
  const inner = product(exponent, call('log', base));
  return times([power(base, exponent), derivative(inner, id)]);
}

/** Whether a name stands somewhere in an expression. */
export const uses = (expr: Expr, id: string): boolean =>
  expr.kind === 'quantity' ? expr.id === id : partsOf(expr).some((part) => uses(part, id));

function plus(terms: readonly Expr[]): Expr {
  const kept = terms.filter((term) => !isZero(term));
  return kept.length === 0 ? zero : sum(...kept);
}

function times(factors: readonly Expr[]): Expr {
  if (factors.some(isZero)) return zero;
  // A minus stands before the product: −step(x), not step(x)·(−1).
  const bare = factors.map((factor) => (factor.kind === 'negation' ? factor.operand : factor));
  const isNegative = factors.filter(({ kind }) => kind === 'negation').length % 2 === 1;
  const kept = bare.filter((factor) => !isOne(factor));
  const magnitude = kept.length === 0 ? one : product(...kept);
  return isNegative ? negation(magnitude) : magnitude;
}
