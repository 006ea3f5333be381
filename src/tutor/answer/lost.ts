import { evaluate, type Values } from '../../core/expressions/evaluate.ts';
import { partsOf, type Expr } from '../../core/expressions/expr.ts';

/** The innermost part of a formula that has no finite value though what it is made of has, and the values of that. */
export type Lost = { readonly part: Expr; readonly of: readonly number[] };

export function lostIn(expr: Expr, values: Values): Lost | undefined {
  const parts = partsOf(expr);
  for (const part of parts) {
    const found = lostIn(part, values);
    if (found !== undefined) return found;
  }
  const of = parts.map((part) => evaluate(part, values));
  return Number.isFinite(evaluate(expr, values)) || !of.every(Number.isFinite)
    ? undefined
    : { part: expr, of };
}
