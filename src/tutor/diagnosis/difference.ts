import { sameToDigits } from '../../core/expressions/digits.ts';
import { evaluate } from '../../core/expressions/evaluate.ts';
import { callsIn, quantitiesOf, substitute, type Expr } from '../../core/expressions/expr.ts';
import { around, meet } from '../../core/expressions/interval.ts';
import { idOf, type Quantity } from '../../core/quantity.ts';
import type { Span } from '../answer/problem.ts';
import type { Answer } from '../answer/read.ts';
import { reach, type Belief } from '../checking/belief.ts';
import { nears } from '../checking/judge.ts';
import { formulasOf } from '../mistakes/sites.ts';
import { findStep, type Derivation, type DerivedStep } from '../pass.ts';
import { oddOperands, type Altered } from './altered.ts';
import { hullOf, spansOf } from './spans.ts';
import { isTold, leavesOf, same, type StandIns } from './stand-ins.ts';

/** How a typed expression differs from the formula, where no known mistake does it. */
export type Difference = {
  /**
   * `other`: nothing of it is the formula's; it may be another step's. `combined`: all of it is, signs and digits
   * included, but put together otherwise. `part`: one of the formula's values, and nothing else. `size`: right but
   * for the sign of the whole. `elsewhere`: a bare number that is the value of another step.
   * `stranger`: a number that is no value, added to a name.
   */
  readonly kind:
    | 'missing'
    | 'extra'
    | 'misplaced'
    | 'sign'
    | 'digits'
    | 'other'
    | 'combined'
    | 'part'
    | 'size'
    | 'stranger'
    | 'elsewhere';
  /** The quantities that are missing, whose sign or digits are lost, or whose value it is, by id. */
  readonly about: readonly string[];
  /** Whose value an `elsewhere` is. */
  readonly of?: Quantity;
  readonly span?: Span;
  /** Each number whose sign is lost, or whose digits are. */
  readonly spans?: readonly Span[];
  /** Beside lost signs: each number that also lacks digits. */
  readonly short?: readonly Span[];
};

type NumberExpr = Extract<Expr, { kind: 'number' }>;

/** More than so many values missing, or too many, are not one thing that can be pointed at. */
const MOST = 2;

/** The values that an expression lacks, or has too many, against the formula with or without steps done in the head. */
export function differenceOf(
  pass: Derivation,
  step: DerivedStep,
  answer: Answer,
  belief: Belief,
  standIns: StandIns,
): Difference | undefined {
  const strange = strangerIn(answer, (leaf) =>
    standIns.leaves.some((one) => one.leaf === leaf && !one.known),
  );
  if (strange) return strange;
  if (standIns.leaves.length === 0 || standIns.leaves.some(({ known }) => !known)) return undefined;
  const formulas = formulasOf(pass, step);
  const own = closest(formulas, false);
  // What a value is made of may stand for it: e₂/u₁ for a₂.
  const made = own?.kind === 'other' ? formulas.flatMap((one) => workedOut(pass, one) ?? []) : [];
  const ofMade = made.length > 0 ? closest(made, true) : own;
  const found = ofMade?.kind === 'other' ? own : ofMade;
  // ½ may stand for itself; beside a value that does not go in either, it stands for nothing.
  const sizes = new Set([...belief.carried.values()].map(Math.abs));
  const added = found?.kind === 'other' && strangerIn(answer, ({ value }) => !sizes.has(Math.abs(value)));
  return added || found;

  /** @param isMade of formulas with what their values are made of: whole numbers may be the learner's own */
  function closest(formulas: readonly Expr[], isMade: boolean): Difference | undefined {
    // None of the typed values is any of these formulas'.
    let isOther = standIns.leaves.length > 1;
    let best: { readonly size: number; readonly difference: Difference } | undefined;
    for (const formula of formulas) {
      const wanted = leavesOf(formula).filter(isTold);
      const takeOut = (standIn: number): boolean => {
        const place = wanted.findIndex((leaf) => same(Math.abs(standIns.of(leaf)), Math.abs(standIn)));
        if (place >= 0) wanted.splice(place, 1);
        return place >= 0;
      };
      const extra = standIns.leaves.filter(({ standIn }) => !takeOut(standIn));
      // A whole number may be a value as well, where it is none of the formula's own.
      const left = wholesOf(answer.expr, formula).filter((whole) => !takeOut(whole));
      const size = wanted.length + extra.length;
      if (extra.length < standIns.leaves.length) isOther = false;
      const isOnlyThese = isMade || left.every((value) => value === 1);
      if (size === 0 && isOnlyThese && isOfItsCalls(answer.expr, formula))
        return isMade ? { kind: 'combined', about: quantitiesOf(formula).map(idOf) } : combinedOf(formula);
      if (size === 0) continue;
      if (wanted.length > MOST || extra.length > MOST || size >= (best?.size ?? Infinity)) continue;
      const kind = kindOf(wanted.length, extra.length, standIns.leaves.length);
      const all = standIns.leaves.map(({ leaf }) => leaf);
      const odd = extra.map(({ leaf }) => leaf);
      const span = hullOf(odd, all, answer);
      best = {
        size,
        difference: {
          kind,
          about: wanted.flatMap((leaf) => (leaf.kind === 'quantity' ? [leaf.id] : [])),
          ...(span && { span }),
        },
      };
    }
    return best?.difference ?? (isOther ? { kind: 'other', about: [] } : undefined);
  }

  function combinedOf(formula: Expr): Difference | undefined {
    const odd = alteredBy(oddOperands(pass, formula, answer, belief, standIns), answer);
    if (odd !== undefined) return odd;
    // A calculation that is right, of numbers that were cut off.
    if (same(standIns.typed(), standIns.of(formula))) return undefined;
    if (same(-standIns.typed(), standIns.of(formula))) return { kind: 'size', about: [] };
    const { expr, spans } = answer;
    const only = expr.kind === 'quantity' || expr.kind === 'number' ? spans.get(expr) : undefined;
    return { kind: 'combined', about: quantitiesOf(formula).map(idOf), ...(only && { span: only }) };
  }
}

/** A formula of a function with what each of its values is made of in the place of that. */
function workedOut(pass: Derivation, formula: Expr): Expr | undefined {
  const operationOf = (id: string): Expr | undefined => {
    const own = findStep(pass, id);
    return own?.rule === 'operation' ? own.formula : undefined;
  };
  const isMade = quantitiesOf(formula).some((part) => operationOf(idOf(part)) !== undefined);
  return isMade ? substitute(formula, operationOf) : undefined;
}

/** A number added to something with a name in it, that is no value of the derivation: the 0.0014 of z + 0.0014. */
function strangerIn(
  { expr, spans }: Answer,
  isStrange: (leaf: NumberExpr) => boolean,
): Difference | undefined {
  if (expr.kind !== 'sum' || quantitiesOf(expr).length === 0) return undefined;
  const added = expr.terms
    .map((term) => (term.kind === 'negation' ? term.operand : term))
    .find((term) => term.kind === 'number' && isStrange(term));
  const span = added && spans.get(added);
  return added && { kind: 'stranger', about: [], ...(span && { span }) };
}

/** Whether an expression calls no function that a formula does not. */
const isOfItsCalls = (typed: Expr, formula: Expr): boolean =>
  callsIn(typed).every(({ fn }) => callsIn(formula).some((other) => other.fn === fn));

/** The whole numbers typed, but for those that a formula has itself: the 1 of 1 − a. */
function wholesOf(typed: Expr, formula: Expr): readonly number[] {
  const [found, own] = [typed, formula].map((expr) =>
    leavesOf(expr).flatMap((leaf) => (leaf.kind === 'number' && !isTold(leaf) ? [Math.abs(leaf.value)] : [])),
  );
  own?.forEach((value) => {
    const place = found?.indexOf(value) ?? -1;
    if (place >= 0) found?.splice(place, 1);
  });
  return found ?? [];
}

/** Of operands that are the right ones but for signs and digits. */
export function alteredBy({ turned, short }: Altered, answer: Answer): Difference | undefined {
  const main = turned.length > 0 ? turned : short;
  if (main.length === 0) return undefined;
  const spans = spansOf(
    main.map(({ leaf }) => leaf),
    answer,
  );
  const [span] = spans;
  return {
    kind: turned.length > 0 ? 'sign' : 'digits',
    about: [...new Set(main.map(({ id }) => id))],
    ...(span && { span }),
    spans,
    ...(turned.length > 0 &&
      short.length > 0 && {
        short: spansOf(
          short.map(({ leaf }) => leaf),
          answer,
        ),
      }),
  };
}

/** A value that has the right size, as far as its digits tell, and the other sign. */
export function turnedSize(
  step: DerivedStep,
  { value, halfUnit }: Answer,
  belief: Belief,
): Difference | undefined {
  const isRight =
    sameToDigits(-value, evaluate(step.formula, belief.own)) || nears(-value, reach(step, belief));
  const isRounded = value !== 0 && halfUnit > 0 && halfUnit < 0.05 * Math.abs(value);
  const isShort = isRounded && meet(around(-value, halfUnit), reach(step, belief));
  return value !== 0 && (isRight || isShort) ? { kind: 'size', about: [] } : undefined;
}

/**
 * The same of a sum in a function, b − q for q − b: likelier than that one part was left out, where that comes to the same.
 * @param standIns of a calculation: it is such a sum itself then
 */
export function turnedSum(
  step: DerivedStep,
  answer: Answer,
  belief: Belief,
  standIns?: StandIns,
): Difference | undefined {
  if (step.rule !== 'operation' || step.formula.kind !== 'sum') return undefined;
  if (standIns === undefined) return turnedSize(step, answer, belief);
  if (answer.expr.kind !== 'sum' && answer.expr.kind !== 'negation') return undefined;
  // Whole numbers stand for themselves, so that only their value tells.
  const isWhole = standIns.leaves.length === 0;
  return isWhole || same(-standIns.typed(), standIns.of(step.formula))
    ? turnedSize(step, answer, belief)
    : undefined;
}

/** Digits from which on a number can be told to be one value and no other. */
const TELLING = 4;

/** Lost signs that are tried together. */
const SIGNS = 4;

/** A number that is what the step comes to where some of its values have lost their minus. */
export function lostSigns({ formula }: DerivedStep, answer: Answer, belief: Belief): Difference | undefined {
  if (answer.digits < TELLING) return undefined;
  const negative = quantitiesOf(formula)
    .map(idOf)
    .filter((id) => (belief.own.get(id) ?? 0) < 0);
  if (negative.length > SIGNS) return undefined;
  const about = subsets(negative).find((ids) => {
    const turned = [belief.carried, belief.own].map((values) => {
      const without = new Map([...values].map(([id, x]) => [id, ids.includes(id) ? -x : x]));
      return evaluate(formula, without);
    });
    return turned.some((value) => sameToDigits(answer.value, value));
  });
  return about && { kind: 'sign', about };
}

/** Every choice of some, the fewest first. */
const subsets = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: 2 ** ids.length - 1 }, (_, bits) =>
    ids.filter((_id, i) => ((bits + 1) >> i) & 1),
  ).toSorted((a, b) => a.length - b.length);

/** A number that is the learner's own answer to another step, the latest of the same kind first. */
export function elsewhere(
  pass: Derivation,
  step: DerivedStep,
  { value, digits }: Answer,
  { carried, confirmed }: Belief,
): Difference | undefined {
  if (digits < TELLING) return undefined;
  const found = pass.steps.filter(
    ({ id }) => confirmed.has(id) && sameToDigits(value, carried.get(id) ?? Number.NaN),
  );
  const other = found.findLast(({ rule }) => rule === step.rule) ?? found.at(-1);
  return other && { kind: 'elsewhere', about: [other.id], of: other.result };
}

function kindOf(wanted: number, extra: number, typed: number): Difference['kind'] {
  if (wanted === 0) return 'extra';
  if (extra === 0) return 'missing';
  return extra === typed && typed > 1 ? 'other' : 'misplaced';
}
