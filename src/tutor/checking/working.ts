import { halfUnit } from '../../core/expressions/digits.ts';
import type { Values } from '../../core/expressions/evaluate.ts';
import {
  mapLeaves,
  mapParts,
  negation,
  number,
  partsOf,
  product,
  sum,
  type Expr,
} from '../../core/expressions/expr.ts';
import type { DerivedStep } from '../pass.ts';

/**
 * Whether an expression is the step's own formula with the learner's numbers put in, each with four digits at least,
 * signs and brackets aside. Then it is right, though what it comes to may by chance be a known mistake's value.
 */
export function isWorking({ formula }: DerivedStep, typed: Expr, own: Values): boolean {
  if (partsOf(formula).length === 0) return false;
  return alike(plain(formula, own), plain(typed, own));
}

/** With numbers for names, every sign in front of what it belongs to, and no sum in a sum, no product in a product. */
const plain = (expr: Expr, own: Values): Expr =>
  signedOut(
    mapLeaves(expr, (leaf) => (leaf.kind === 'quantity' ? number(own.get(leaf.id) ?? Number.NaN) : leaf)),
  );

function signedOut(expr: Expr): Expr {
  if (expr.kind === 'number') return expr.value < 0 ? negation(number(-expr.value)) : expr;
  const inner = mapParts(expr, signedOut);
  switch (inner.kind) {
    case 'negation':
      return inner.operand.kind === 'negation' ? inner.operand.operand : inner;
    case 'sum':
      return sum(...inner.terms.flatMap((term) => (term.kind === 'sum' ? term.terms : [term])));
    case 'product':
    case 'quotient': {
      const parts = partsOf(inner);
      const bare = mapParts(inner, (part) => (part.kind === 'negation' ? part.operand : part));
      const flat =
        bare.kind === 'product'
          ? product(
              ...bare.factors.flatMap((factor) => (factor.kind === 'product' ? factor.factors : [factor])),
            )
          : bare;
      return parts.filter(({ kind }) => kind === 'negation').length % 2 === 0 ? flat : negation(flat);
    }
    case 'number':
    case 'quantity':
    case 'power':
    case 'call':
      return inner;
  }
}

function alike(right: Expr, typed: Expr): boolean {
  if (right.kind === 'number')
    return (
      typed.kind === 'number' && Math.abs(typed.value - right.value) <= halfUnit(right.value) * (1 + 1e-9)
    );
  if (right.kind !== typed.kind) return false;
  if (right.kind === 'call' && typed.kind === 'call' && right.fn !== typed.fn) return false;
  const [parts, others] = [partsOf(right), partsOf(typed)];
  return parts.length === others.length && parts.every((part, i) => alike(part, others[i] as Expr));
}
