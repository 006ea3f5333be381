import { evaluate, type Values } from '../core/expressions/evaluate.ts';
import {
  call,
  difference,
  number,
  one,
  product,
  sum,
  type Expr,
  type FunctionName,
} from '../core/expressions/expr.ts';
import { ACTIVATIONS, type ActivationName } from '../core/network/activations.ts';

/** What a function that hands on what is above 0 makes of the rest, and how steep it is there. */
type Side = { readonly value: (z: Expr) => Expr; readonly slope: (a: Expr) => Expr };

/** Every activation with two sides, one row each: above 0 they are z, with slope 1. */
const SIDES: Readonly<Partial<Record<FunctionName, Side>>> = {
  relu: { value: () => number(0), slope: () => number(0) },
  lrelu: { value: (z) => product(number(0.01), z), slope: () => number(0.01) },
  elu: { value: (z) => difference(call('exp', z), one), slope: (a) => sum(a, one) },
};

/** The lower side of an activation that has two. */
export function lowerSideOf(name: ActivationName): Side | undefined {
  const applied = ACTIVATIONS[name].value(number(0));
  return applied.kind === 'call' ? SIDES[applied.fn] : undefined;
}

/** What is worked out below 0 in place of such a call; undefined on the other side, and where it is a bare number. */
export function onLowerSide(formula: Expr, values: Values): Expr | undefined {
  if (formula.kind !== 'call') return undefined;
  const lower = SIDES[formula.fn]?.value(formula.argument);
  return lower && lower.kind !== 'number' && evaluate(formula.argument, values) <= 0 ? lower : undefined;
}
