import { negation, number, product, type Expr } from '../../core/expressions/expr.ts';
import { factorTouches, takeTimes, wouldCross } from './between.ts';
import { doubt, look, type Cursor } from './cursor.ts';
import { readFunction } from './functions.ts';

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
  if (!factorTouches(cursor, /[\p{L}∂]/uy)) return first;
  return doubt(cursor, 'productRaised') ? readTouching(cursor, first) : first;
}

/** The same of what stands behind an argument with a space between, sin 2 x, or with a sign behind a number, sin 2·x. */
export function readSpaced(cursor: Cursor, first: Expr): Expr {
  if (!isSpaced(cursor, first) || !doubt(cursor, 'productCalled')) return first;
  const factors = [first];
  while (isSpaced(cursor, first)) {
    takeTimes(cursor);
    factors.push(cursor.grammar.factor(cursor, false));
  }
  return product(...factors);
}

/** Whether a call or a power of e stands there, a factor of its own: x sin x cos x, sin x e^x. */
export const isOwnFactor = (text: string, at: number): boolean =>
  /^e\s*(?:\^|\*\*)/i.test(text.slice(at)) || readFunction(text, at) !== undefined;

function isSpaced(cursor: Cursor, first: Expr): boolean {
  const between = first.kind === 'number' ? /\s+(?:\*\s*)?|\*\s*/y : /\s+/y;
  const start = cursor.at + (look(cursor, between)?.[0].length ?? 0);
  return (
    start > cursor.at &&
    !isOwnFactor(cursor.text, start) &&
    /[\p{L}∂√([{\\]/u.test(cursor.text[start] ?? '') &&
    !wouldCross(cursor)
  );
}

export function readTouching(cursor: Cursor, first: Expr): Expr {
  const factors = [first];
  while (factorTouches(cursor)) factors.push(cursor.grammar.factor(cursor, false));
  return product(...factors);
}
