import { derivative } from '../core/expressions/derivative.ts';
import { evaluate, type Values } from '../core/expressions/evaluate.ts';
import { partsOf, quantity, substitute, type Expr } from '../core/expressions/expr.ts';
import { lowerPieceOf } from '../core/expressions/pieces.ts';
import { ACTIVATIONS, type ActivationName } from '../core/network/activations.ts';
import { idOf, variable } from '../core/quantity.ts';

/** What an activation that hands on what is above 0 makes of the rest, and how steep it is there. */
type Side = {
  readonly value: (z: Expr) => Expr;
  /** Every way in which its slope is written, the easiest by hand first: a + 1, and e to the z. */
  readonly slopes: (z: Expr, a: Expr) => readonly [easiest: Expr, ...others: Expr[]];
};

const along = variable('x');
const x = quantity(along);

/** The lower side of an activation that has two; above 0 it is z, with slope 1. */
export function lowerSideOf(name: ActivationName): Side | undefined {
  const applied = ACTIVATIONS[name].value(x);
  const value = applied.kind === 'call' ? lowerPieceOf(applied.fn) : undefined;
  if (value === undefined) return undefined;
  const derived = derivative(value(x), idOf(along));
  return {
    value,
    slopes: (z, a) => {
      const atZ = substitute(derived, () => z);
      // Of 1 and the slope below 0 the activation's own formula takes the smaller one.
      const both = ACTIVATIONS[name].slope(z, a);
      const [, throughA] = both.kind === 'call' && both.fn === 'min' ? partsOf(both) : [];
      return throughA ? [throughA, atZ] : [atZ];
    },
  };
}

/** What is worked out below 0 in place of such a call; undefined on the other side, and where it is a bare number. */
export function onLowerSide(formula: Expr, values: Values): Expr | undefined {
  if (formula.kind !== 'call') return undefined;
  const lower = lowerPieceOf(formula.fn)?.(formula.argument);
  return lower && lower.kind !== 'number' && evaluate(formula.argument, values) <= 0 ? lower : undefined;
}
