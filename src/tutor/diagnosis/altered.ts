import { sameToDigits } from '../../core/expressions/digits.ts';
import { evaluate } from '../../core/expressions/evaluate.ts';
import {
  mapLeaves,
  number,
  partsOf,
  quantity as q,
  quantitiesOf,
  type Expr,
} from '../../core/expressions/expr.ts';
import { idOf } from '../../core/quantity.ts';
import type { Answer } from '../answer/read.ts';
import { reach, type Belief } from '../checking/belief.ts';
import { nears } from '../checking/judge.ts';
import { formulasOf } from '../mistakes/sites.ts';
import { exactValue, type Derivation, type DerivedStep } from '../pass.ts';
import { isPlain, leavesOf, same, type LeafExpr, type StandIns } from './stand-ins.ts';

/** A number of a typed calculation, and the quantity that it is, but perhaps for its sign or for digits. */
type Operand = {
  readonly leaf: LeafExpr;
  readonly id: string;
  /** With the sign that it was typed with. */
  readonly standIn: number;
  readonly isTurned: boolean;
  readonly isShort: boolean;
};

/** The numbers whose signs, and those whose digits, are all that keeps a calculation from being right. */
export type Altered = { readonly turned: readonly Operand[]; readonly short: readonly Operand[] };

/** Digits that a number is taken with. */
const ASKED = 4;

/** Calculations that are tried, and numbers each of whose signs is tried by itself. */
const TRIES = 200;
const MANY = 5;

/**
 * The right calculation, with or without steps done in the head, of which some operands have lost their sign or digits.
 * Of the signs as few as will do.
 */
export function altered(
  pass: Derivation,
  step: DerivedStep,
  answer: Answer,
  belief: Belief,
  standIns: StandIns,
): Altered | undefined {
  const leaves = leavesOf(answer.expr);
  const behindMinus = firstFactors(answer.expr);
  let left = TRIES;
  for (const formula of formulasOf(pass, step)) {
    const options = leaves.map(operandsOf(pass, formula, answer, belief, standIns));
    if (!options.some((each) => each.some(({ isTurned, isShort }) => isTurned || isShort))) continue;
    const right = standIns.of(formula);
    for (const taken of choices(options)) {
      // A minus right before it may be the number's own.
      const suspects = taken
        .filter(({ isTurned }) => isTurned)
        .toSorted((a, b) => Number(behindMinus.has(a.leaf)) - Number(behindMinus.has(b.leaf)));
      for (const turned of subsets(suspects)) {
        if (left-- === 0) return undefined;
        const replaced = new Map<Expr, number>(taken.map(({ leaf, standIn }) => [leaf, standIn]));
        for (const { leaf, standIn } of turned) replaced.set(leaf, -standIn);
        if (!same(standIns.typed(replaced), right)) continue;
        const short = taken.filter(({ isShort }) => isShort);
        const needed = isEnough(step, answer, belief, turned) ? [] : short;
        return turned.length + needed.length > 0 ? { turned, short: needed } : undefined;
      }
    }
  }
  return undefined;
}

/** Whether an answer is right once these signs are. */
function isEnough(step: DerivedStep, { expr }: Answer, belief: Belief, turned: readonly Operand[]): boolean {
  const leaves = new Set<Expr>(turned.map(({ leaf }) => leaf));
  const mended = mapLeaves(expr, (leaf) =>
    leaves.has(leaf) && leaf.kind === 'number' ? number(-leaf.value) : leaf,
  );
  const value = evaluate(mended, belief.own);
  return sameToDigits(value, evaluate(step.formula, belief.own)) || nears(value, reach(step, belief));
}

/**
 * The numbers of a typed calculation whose signs or digits are not those of the formula's values, whatever else there is
 * about it.
 */
export function oddOperands(
  pass: Derivation,
  formula: Expr,
  answer: Answer,
  belief: Belief,
  standIns: StandIns,
): Altered {
  const operands = operandsOf(pass, formula, answer, belief, standIns);
  const all = standIns.leaves.flatMap(({ leaf }) =>
    operands(leaf)
      // ½ stands for itself.
      .filter(({ isShort }) => !isShort || leaf.kind !== 'number' || !isPlain(leaf.value))
      .slice(0, 1),
  );
  return { turned: all.filter(({ isTurned }) => isTurned), short: all.filter(({ isShort }) => isShort) };
}

/** A value of a formula. */
type Wanted = {
  readonly id: string;
  readonly standIn: number;
  /** Its size, exact and as the learner has it. */
  readonly sizes: readonly number[];
  readonly isSubtracted: boolean;
};

/**
 * The values of a formula that a number may have been typed for, the likelier first; none for a name or any other number.
 */
function operandsOf(
  pass: Derivation,
  formula: Expr,
  answer: Answer,
  belief: Belief,
  standIns: StandIns,
): (leaf: LeafExpr) => readonly Operand[] {
  const below = subtracted(formula);
  const wanted = quantitiesOf(formula).map((quantity): Wanted => {
    const [id, whole] = [idOf(quantity), q(quantity)];
    return {
      id,
      standIn: standIns.of(whole),
      sizes: [exactValue(pass, id), belief.carried.get(id) ?? Number.NaN].map(Math.abs),
      isSubtracted: [...below].some((leaf) => leaf.kind === 'quantity' && leaf.id === id),
    };
  });
  const typedBelow = subtracted(answer.expr);
  return (leaf) => {
    if (leaf.kind === 'quantity') return [];
    const size = Math.abs(leaf.value);
    const literal = answer.literals.find(({ value }) => Math.abs(value) === size);
    const room = literal !== undefined && literal.digits < ASKED && size > 0 ? literal.halfUnit : 0;
    const found = wanted.flatMap(({ id, standIn, sizes, isSubtracted }) => {
      const isWhole = sizes.some((value) => sameToDigits(size, value));
      const isShort = !isWhole && sizes.some((value) => Math.abs(value - size) <= room * (1 + 1e-9));
      if (!isWhole && !isShort) return [];
      const isNegative = leaf.value < 0 !== (typedBelow.has(leaf) && !isSubtracted);
      const typed = leaf.value < 0 ? -Math.abs(standIn) : Math.abs(standIn);
      return [{ leaf, id, standIn: typed, isTurned: isNegative !== standIn < 0, isShort }];
    });
    // Values that are the same on the page share a stand-in; with the same sign one of them will do.
    const rank = ({ isShort, isTurned }: Operand): number => Number(isShort) * 2 + Number(isTurned);
    return found
      .filter((one, i) => found.findIndex((other) => isSame(one, other)) === i)
      .toSorted((a, b) => rank(a) - rank(b));
  };
}

const isSame = (one: Operand, other: Operand): boolean =>
  one.standIn === other.standIn && one.isTurned === other.isTurned && one.isShort === other.isShort;

/** The numbers and names right after a minus. */
function subtracted(expr: Expr, found = new Set<Expr>()): ReadonlySet<Expr> {
  if (expr.kind === 'negation') found.add(expr.operand);
  for (const part of partsOf(expr)) subtracted(part, found);
  return found;
}

/** The numbers and names that stand first in a product right after a minus. */
function firstFactors(expr: Expr): ReadonlySet<Expr> {
  const own =
    expr.kind === 'negation' && expr.operand.kind === 'product' ? partsOf(expr.operand)[0] : undefined;
  return new Set([...(own ? [own] : []), ...partsOf(expr).flatMap((part) => [...firstFactors(part)])]);
}

/** One of the options for each number, every way; a number that may stand for itself, a count or ½, also without. */
function* choices(options: readonly (readonly Operand[])[]): Iterable<readonly Operand[]> {
  const [first, ...rest] = options;
  if (first === undefined) yield [];
  else if (first.length === 0) yield* choices(rest);
  else {
    const own = first.every(({ isShort }) => isShort) ? [undefined] : [];
    for (const option of [...first, ...own])
      for (const others of choices(rest)) yield option === undefined ? others : [option, ...others];
  }
}

/** None, each by itself and all of them; then, of not too many, whatever else there is, the fewest first. */
function* subsets<T>(all: readonly T[]): Iterable<readonly T[]> {
  yield [];
  for (const one of all) yield [one];
  if (all.length < 2) return;
  yield all;
  if (all.length > MANY) return;
  const found = Array.from({ length: 2 ** all.length }, (_, bits) =>
    all.filter((_part, i) => (bits >> i) & 1),
  );
  yield* found
    .filter(({ length }) => length > 1 && length < all.length)
    .toSorted((a, b) => a.length - b.length);
}
