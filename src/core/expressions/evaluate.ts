import { mapLeaves, number, partsOf, type Expr } from './expr.ts';
import { FUNCTIONS } from './functions.ts';
import { exponentsOf, REACH } from './share.ts';

export type Values = ReadonlyMap<string, number>;

/** Thrown when a formula uses a quantity that has no value yet: a tape out of order. */
export function missing(id: string): never {
  throw new Error(`${id} is used before it has a value`);
}

/** The value of a formula. Outside a function's domain NaN or ±Infinity, as JavaScript has it. */
export function evaluate(expr: Expr, values: Values): number {
  switch (expr.kind) {
    case 'number':
      return expr.value;
    case 'quantity':
      return values.get(expr.id) ?? missing(expr.id);
    case 'sum':
      return expr.terms.reduce((total, term) => total + evaluate(term, values), 0);
    case 'product':
      return expr.factors.reduce((total, factor) => total * evaluate(factor, values), 1);
    case 'quotient':
      return valueOfQuotient(expr.numerator, expr.denominator, values);
    case 'negation':
      return -evaluate(expr.operand, values);
    case 'power':
      return toThePower(evaluate(expr.base, values), evaluate(expr.exponent, values));
    case 'call':
      return FUNCTIONS[expr.fn].value(...partsOf(expr).map((part) => evaluate(part, values)));
  }
}

function valueOfQuotient(above: Expr, below: Expr, values: Values): number {
  const exponents = exponentsOf(above, below)?.map((exponent) => evaluate(exponent, values)) ?? [];
  const most = Math.max(...exponents);
  if (!exponents.length || Math.abs(most) <= REACH) return evaluate(above, values) / evaluate(below, values);
  const [own = 0, ...all] = exponents.map((exponent) => Math.exp(exponent - most));
  return own / all.reduce((total, power) => total + power);
}

// A square is a product here and in the engine, so that both round alike.
const toThePower = (base: number, exponent: number): number =>
  exponent === 2 ? base * base : base ** exponent;

/** The formula with numbers put in for its quantities, each written as `written` says. */
export const withNumbers = (
  expr: Expr,
  values: Values,
  written: (value: number, id: string) => string,
): Expr =>
  mapLeaves(expr, (leaf) => {
    if (leaf.kind === 'number') return leaf;
    const value = values.get(leaf.id) ?? missing(leaf.id);
    return number(value, written(value, leaf.id));
  });

/** How many leaves and operations an expression has. */
export const sizeOf = (expr: Expr): number => partsOf(expr).reduce((total, part) => total + sizeOf(part), 1);
