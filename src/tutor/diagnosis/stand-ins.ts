import { evaluate } from '../../core/expressions/evaluate.ts';
import {
  call,
  mapLeaves,
  mapParts,
  number,
  one,
  partsOf,
  product,
  quantitiesOf,
  sum,
  type Expr,
} from '../../core/expressions/expr.ts';
import { idOf } from '../../core/quantity.ts';
import type { Answer } from '../answer/read.ts';
import type { Belief } from '../checking/belief.ts';
import { exactValue, type Derivation, type DerivedStep } from '../pass.ts';

/**
 * Two calculations are the same, however they are written, if they come to the same on numbers that have nothing to do
 * with each other. So each quantity gets such a number in place of its own, and so does each number that was typed for
 * one. Quantities that have the same value on the page cannot be told apart where numbers were typed, and share theirs.
 */
export type StandIns = {
  /** What a formula comes to; NaN if it takes something that is not worked out yet. */
  readonly of: (formula: Expr) => number;
  /** What the typed expression comes to, perhaps with some of its leaves replaced. */
  readonly typed: (replaced?: ReadonlyMap<Expr, number>) => number;
  /** The numbers and names of the typed expression that stand for something, in the order typed. */
  readonly leaves: readonly Leaf[];
};

/** `known`: it is some quantity's. `standIn` has the sign that it was typed with. */
export type Leaf = { readonly leaf: LeafExpr; readonly standIn: number; readonly known: boolean };

/** Some number between 0.5 and 1.5, always the same for the same x. */
const scrambled = (x: number): number => {
  const far = Math.sin(x * 7919.19 + 0.7) * 43758.5453;
  return 0.5 + far - Math.floor(far);
};

/** Numbers that stand for themselves: counts, exponents, the 1 of 1 − a, ½. */
export const isPlain = (x: number): boolean => Number.isInteger(x) || Math.abs(x) === 0.5;

const keyOf = (x: number): number => Number(Math.abs(x).toPrecision(4));
const signed = (x: number, size: number): number => (x < 0 ? -size : size);

export const same = (x: number, y: number): boolean =>
  Number.isFinite(x) && Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x), Math.abs(y));

/**
 * ReLU and its slope make 0 of many things, and not every number has a logarithm; a function that tells all things
 * apart stands in for each.
 */
function smooth(expr: Expr): Expr {
  const inner = mapParts(expr, smooth);
  if (inner.kind !== 'call') return inner;
  if (inner.fn === 'log') return call('sin', sum(inner.argument, number(4)));
  if (inner.others.length > 0)
    return call('sin', sum(...partsOf(inner).map((part, i) => product(number(i + 1), part)), one));
  if (inner.fn !== 'relu' && inner.fn !== 'step') return inner;
  return call(inner.fn === 'relu' ? 'sin' : 'cos', sum(inner.argument, one));
}

export function standInsFor(pass: Derivation, step: DerivedStep, answer: Answer, belief: Belief): StandIns {
  const leaves = leavesOf(answer.expr);
  const isNamed = leaves.every((leaf) => leaf.kind === 'quantity' || isPlain(leaf.value));
  const quantities = new Map<string, number>();
  [...belief.carried.keys()].forEach((id, i) => {
    const exact = exactValue(pass, id);
    const size = isNamed
      ? scrambled(i + 0.5)
      : isPlain(keyOf(exact))
        ? keyOf(exact)
        : scrambled(keyOf(exact));
    quantities.set(id, signed(exact, size));
  });
  const ofNumber = (x: number): number => (isNamed || isPlain(x) ? x : signed(x, scrambled(keyOf(x))));
  const preferred = quantitiesOf(step.formula).map(idOf);
  const ids = [...new Set([...preferred, ...quantities.keys()])].filter((id) => quantities.has(id));
  const traced = leaves.filter(isTold).map((leaf): Leaf => {
    if (leaf.kind === 'quantity')
      return { leaf, standIn: quantities.get(leaf.id) ?? Number.NaN, known: true };
    if (isPlain(leaf.value)) return { leaf, standIn: leaf.value, known: true };
    const id = writtenFor(pass, belief, answer, leaf.value, ids);
    if (id === undefined) return { leaf, standIn: leaf.value, known: false };
    const size = Math.abs(quantities.get(id) ?? Number.NaN);
    return { leaf, standIn: signed(leaf.value, size), known: true };
  });
  const byLeaf = new Map(traced.map(({ leaf, standIn }) => [leaf, standIn]));
  return {
    of: (formula) =>
      evaluate(
        mapLeaves(smooth(formula), (leaf) =>
          number(leaf.kind === 'number' ? ofNumber(leaf.value) : (quantities.get(leaf.id) ?? Number.NaN)),
        ),
        quantities,
      ),
    typed: (replaced) =>
      evaluate(
        mapLeaves(smooth(answer.expr), (leaf) => {
          const value = replaced?.get(leaf) ?? byLeaf.get(leaf);
          return value === undefined ? leaf : number(value);
        }),
        quantities,
      ),
    leaves: traced,
  };
}

export type LeafExpr = Extract<Expr, { kind: 'number' } | { kind: 'quantity' }>;

export const leavesOf = (expr: Expr): readonly LeafExpr[] =>
  expr.kind === 'number' || expr.kind === 'quantity' ? [expr] : partsOf(expr).flatMap(leavesOf);

/** Counts and exponents say nothing of what a calculation is made of. */
export const isTold = (leaf: LeafExpr): boolean => leaf.kind === 'quantity' || !Number.isInteger(leaf.value);

/** The quantity that a number was typed for, the sign aside: its exact value or the learner's own, to the digits typed. */
function writtenFor(
  pass: Derivation,
  belief: Belief,
  answer: Answer,
  typed: number,
  ids: readonly string[],
): string | undefined {
  const size = Math.abs(typed);
  const literal = answer.literals.find(({ value }) => Math.abs(value) === size);
  const room = literal !== undefined && literal.digits >= 2 ? literal.halfUnit : 0;
  const values = (id: string): readonly number[] =>
    [exactValue(pass, id), belief.carried.get(id) ?? Number.NaN].map(Math.abs);
  return (
    ids.find((id) => values(id).some((value) => keyOf(value) === keyOf(size))) ??
    ids.find((id) => values(id).some((value) => value !== 0 && Math.abs(value - size) <= room * (1 + 1e-9)))
  );
}
