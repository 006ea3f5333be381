import {
  partsOf,
  quantitiesOf,
  quantity as q,
  sameExpr,
  substitute,
  type Expr,
} from '../../core/expressions/expr.ts';
import type { ActivationName } from '../../core/network/activations.ts';
import { LOSSES, type Loss } from '../../core/network/losses.ts';
import type { Rule } from '../../core/network/tape.ts';
import { idOf, ownerOf, type Parameter, type Quantity, type Unit } from '../../core/quantity.ts';
import type { Pass } from '../pass.ts';
import type { Rewrite } from './mistake.ts';
import { upTo } from '../../core/network/shape.ts';

// What rewrites are put together from.

/** A rewrite that applies to steps of one kind only, or of a few. */
export const at =
  (rules: Rule | readonly Rule[], rewrite: Rewrite): Rewrite =>
  (step, pass) =>
    rules === step.rule || (typeof rules !== 'string' && rules.includes(step.rule))
      ? rewrite(step, pass)
      : [];

/** All that several rewrites make of a step. */
export const any =
  <S, P>(
    ...rewrites: readonly ((step: S, pass: P) => readonly Expr[])[]
  ): ((step: S, pass: P) => readonly Expr[]) =>
  (step, pass) =>
    rewrites.flatMap((rewrite) => rewrite(step, pass));

export const termsOf = (expr: Expr): readonly Expr[] => (expr.kind === 'sum' ? expr.terms : [expr]);
export const factorsOf = (expr: Expr): readonly Expr[] => (expr.kind === 'product' ? expr.factors : [expr]);
export const without = <T>(list: readonly T[], index: number): readonly T[] => list.toSpliced(index, 1);
export const others = (n: number, own: number): readonly number[] => upTo(n).filter((i) => i !== own);

export const sizeOfLayer = ({ exercise }: Pass, layer: number): number => exercise.network.layers[layer] ?? 0;
export const outputLayerOf = ({ exercise }: Pass): number => exercise.network.layers.length - 1;
export const activationOf = ({ exercise }: Pass, layer: number): ActivationName =>
  exercise.network.activations[layer - 1] ?? 'linear';

/** What is kept of z by floating point where it should be 0. */
const NOTHING = 1e-12;

const CORNERED: readonly ActivationName[] = ['relu', 'leaky-relu'];

/** Whether this is the z of a unit at the corner of ReLU or of leaky ReLU: another slope there is another convention, and nothing else. */
export const isAtCorner = (z: Expr, pass: Pass): boolean =>
  z.kind === 'quantity' &&
  z.quantity.kind === 'preActivation' &&
  CORNERED.includes(activationOf(pass, z.quantity.layer)) &&
  Math.abs(pass.values.get(z.id) ?? Number.NaN) < NOTHING;
export const outputsOf = (pass: Pass): number => sizeOfLayer(pass, outputLayerOf(pass));
export const lossOf = ({ exercise }: Pass): Loss => LOSSES[exercise.loss];

/** A rewrite that applies where the loss takes logarithms only. */
export const withLogs =
  (rewrite: Rewrite): Rewrite =>
  (step, pass) =>
    lossOf(pass).ofProbabilities ? rewrite(step, pass) : [];

/** Whether the network has all that an expression speaks of. */
export const exists = (expr: Expr, { values }: Pick<Pass, 'values'>): boolean =>
  quantitiesOf(expr).every((quantity) => values.has(idOf(quantity)));

/** Quantities put in place of others, wherever the network has them: [] where it lacks one, or nothing changes. */
export function replaced(
  formula: Expr,
  pass: Pass,
  change: (quantity: Quantity) => Quantity | undefined,
): readonly Expr[] {
  const wrong = substitute(formula, (_, quantity) => {
    const other = change(quantity);
    return other && q(other);
  });
  return !sameExpr(wrong, formula) && exists(wrong, pass) ? [wrong] : [];
}

/** The unit that a step works on: its z, its a, or a slope with respect to one of them. */
export function unitOf(result: Quantity): Unit {
  const quantity = result.kind === 'partial' ? result.wrt : result;
  if (quantity.kind === 'activation' || quantity.kind === 'preActivation') return quantity;
  throw new Error(`${idOf(result)} belongs to no single unit`);
}

/** The parameter whose gradient or update a step works out. */
export function parameterOf(result: Quantity): Parameter {
  const parameter = ownerOf(result);
  if (parameter === undefined) throw new Error(`${idOf(result)} is no parameter's`);
  return parameter;
}

/** The first part of an expression, from the outside in, for which `found` has something. */
export function inside(expr: Expr, found: (part: Expr) => Expr | undefined): Expr | undefined {
  const here = found(expr);
  if (here !== undefined) return here;
  for (const part of partsOf(expr)) {
    const deeper = inside(part, found);
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}
