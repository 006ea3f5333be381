import { negation, number, product, type Expr } from '../../core/expressions/expr.ts';
import { factorTouches } from './between.ts';
import { doubt, type Cursor } from './cursor.ts';

/** The opposite. A sign before a number belongs to the number. */
export function negated(cursor: Cursor, expr: Expr): Expr {
  const literal = cursor.literals.at(-1);
  if (expr.kind !== 'number' || expr !== cursor.leaf || !literal) return negation(expr);
  cursor.literals.splice(-1, 1, { ...literal, value: -literal.value });
  const opposite = number(-expr.value, `−${expr.text ?? ''}`);
  const span = cursor.spans.get(expr);
  if (span !== undefined) cursor.spans.set(opposite, span);
  return opposite;
}

/** What touches an exponent or argument, multiplied with it if that doubt is taken: the 2a of e^2a and of sin 2a. */
export function readRun(cursor: Cursor, first: Expr): Expr {
  if (!factorTouches(cursor, /[\p{L}∂]/uy) || !doubt(cursor, 'productRaised')) return first;
  return readTouching(cursor, first);
}

export function readTouching(cursor: Cursor, first: Expr): Expr {
  const factors = [first];
  while (factorTouches(cursor)) factors.push(cursor.grammar.factor(cursor, false));
  return product(...factors);
}
