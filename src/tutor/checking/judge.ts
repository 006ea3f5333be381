import { halfUnit, sameToDigits } from '../../core/expressions/digits.ts';
import { evaluate } from '../../core/expressions/evaluate.ts';
import { mapLeaves, number, quantitiesOf, type Expr } from '../../core/expressions/expr.ts';
import { around, meet, type Interval } from '../../core/expressions/interval.ts';
import { rangeOf } from '../../core/expressions/range.ts';
import { idOf } from '../../core/quantity.ts';
import type { Literal } from '../answer/numbers.ts';
import type { Answer } from '../answer/read.ts';
import { formulasOf } from '../mistakes/sites.ts';
import { variantsOf, type Slip } from '../mistakes/variants.ts';
import { exactValue, type Derivation, type DerivedStep } from '../pass.ts';
import { reach, roughReach, taintedReach, type Belief } from './belief.ts';
import { oldIn, type Old } from './old.ts';
import { isWorking } from './working.ts';

/** Digits from which on an answer can be told to be right. */
const ASKED = 4;

export type Judgement =
  | { readonly verdict: 'correct' }
  /** Right, given the wrong earlier answer `from`. */
  | { readonly verdict: 'carried'; readonly from: string }
  | { readonly verdict: 'imprecise'; readonly lack: Lack }
  | { readonly verdict: 'wrong' };

/**
 * Which digits are missing: the answer's own, so many of these that it cannot be told to be right, those of an earlier
 * answer, or those of a number in the expression; or the number that goes in, or an old one, that the answer cannot be told
 * from, so.
 */
export type Lack =
  | { readonly kind: 'answer' | 'nearlyAll' }
  | { readonly kind: 'earlier'; readonly id: string | undefined }
  | { readonly kind: 'literal'; readonly value: number; readonly id: string }
  | Old;

/** The judgement of an answer, by its kindest reading, with the reading that earned it. */
export function judge(
  pass: Derivation,
  step: DerivedStep,
  answer: Answer,
  belief: Belief,
): { readonly judgement: Judgement; readonly answer: Answer } {
  const readings = [
    answer,
    ...answer.alternatives.map((other) => ({ ...answer, ...other, alternatives: [] })),
  ];
  const judged = readings.map((reading) => ({
    judgement: ofOld(judgeReading(pass, step, reading, belief), pass, step, reading),
    answer: reading,
  }));
  const kindness = ({ judgement }: (typeof judged)[number]): number => KINDEST.indexOf(judgement.verdict);
  return judged.reduce((best, other) => (kindness(other) < kindness(best) ? other : best));
}

const KINDEST: readonly Judgement['verdict'][] = ['correct', 'carried', 'imprecise', 'wrong'];

/** What few digits hide is said before it is said that they are few. */
function ofOld(judgement: Judgement, ...[pass, step, answer]: Parameters<typeof oldIn>): Judgement {
  if (judgement.verdict !== 'imprecise') return judgement;
  return { ...judgement, lack: oldIn(pass, step, answer) ?? judgement.lack };
}

/** The rules of DESIGN.md §5, in their order. */
function judgeReading(pass: Derivation, step: DerivedStep, answer: Answer, belief: Belief): Judgement {
  const exact = exactValue(pass, step.id);
  const own = evaluate(step.formula, belief.own);
  const { value } = answer;
  if (sameToDigits(value, exact) || sameToDigits(value, own)) return { verdict: 'correct' };
  const right = reach(step, belief);
  const isNear = nears(value, right) || nearsShort(pass, step, value, belief);
  // What is worked out as it should be is right, though half of it is rounded and half not: 0.1116·(1 − u).
  const isRight =
    isWorking(step, answer.expr, belief.own) || (isNear && !equalsMistake(pass, step, value, belief));
  if (isRight) return { verdict: 'correct' };
  if (!isNear && isShortOf(answer, right)) return { verdict: 'imprecise', lack: lacking(answer, right) };
  // The learner's own slip explains a value more closely than rounding does.
  const carried = judgeCarried(step, answer, belief);
  if (carried !== undefined) return carried;
  if (isNear) {
    return { verdict: 'imprecise', lack: { kind: 'earlier', id: roughestParent(pass, step, belief) } };
  }
  const rough = roughReach(step, belief);
  if (isShortOf(answer, rough)) return { verdict: 'imprecise', lack: lacking(answer, rough) };
  const literal = roughLiteral(pass, step, answer, belief);
  return literal === undefined ? { verdict: 'wrong' } : { verdict: 'imprecise', lack: literal };
}

/**
 * The value lies in the set, give or take half a unit of its fourth digit: trailing zeros need not be typed. 0 stands for
 * no other number, it must lie in the set itself.
 */
export const nears = (value: number, set: Interval): boolean => meet(around(value, halfUnit(value)), set);

/** The same for what the formula comes to when everything cancels, where it does: the roundings before it cancel too. */
function nearsShort(pass: Derivation, { short, id }: DerivedStep, value: number, { sets }: Belief): boolean {
  if (short === undefined) return false;
  const exact = exactValue(pass, id);
  const isShort = Math.abs(evaluate(short, pass.values) - exact) <= 1e-9 * Math.max(1, Math.abs(exact));
  return isShort && nears(value, rangeOf(short, sets));
}

/** A rounding, to fewer digits than asked, of something in the set. A bare 0 is no rounding, 0.00 is. */
function isShortOf(answer: Answer, set: Interval): boolean {
  const { value, digits, halfUnit: half } = answer;
  if (digits >= ASKED || (half >= 0.5 && saysLittle(answer, set))) return false;
  const isBareZero = value === 0 && half >= 0.5;
  return meet(around(value, isBareZero ? 0 : half), set);
}

/**
 * Whether the last digit typed stands before the first that the values of a set have, and it is no rounding of that: a
 * whole number is then a guess, 1 for 0.6; 0.01 for 0.0058 is what is left by so many decimals.
 */
function saysLittle({ value, halfUnit: half }: Answer, set: Interval): boolean {
  const first = halfUnit(Math.max(...set.map(Math.abs)), 1);
  return half > first * (1 + 1e-9) && !meet(around(value, first), set);
}

/** 1 for 1.187, or 0.5 for 0.5203, is soon guessed: to call it right so far would confirm a guess. */
const isGuess = ({ digits, halfUnit: half }: Answer): boolean => digits < 2 && half > 0.01;

const lacking = (answer: Answer, set: Interval): Lack => ({
  kind: isGuess(answer) || saysLittle(answer, set) ? 'nearlyAll' : 'answer',
});

function judgeCarried(step: DerivedStep, answer: Answer, belief: Belief): Judgement | undefined {
  const set = taintedReach(step, belief);
  if (set === undefined) return undefined;
  const { value } = answer;
  if (sameToDigits(value, evaluate(step.formula, belief.carried)) || nears(value, set)) {
    const from = quantitiesOf(step.formula)
      .map(idOf)
      .find((id) => belief.tainted.has(id));
    return { verdict: 'carried', from: from ?? step.id };
  }
  return isShortOf(answer, set) ? { verdict: 'imprecise', lack: lacking(answer, set) } : undefined;
}

/** A mistake may reach for numbers that are not worked out yet; then it cannot have been made. */
const evaluateKnown = (expr: Parameters<typeof evaluate>[0], values: ReadonlyMap<string, number>): number =>
  quantitiesOf(expr).every((quantity) => values.has(idOf(quantity))) ? evaluate(expr, values) : Number.NaN;

/** Whether a value is what a known mistake makes of a step, from the learner's own values or from the exact ones. */
function equalsMistake(
  pass: Derivation,
  step: DerivedStep,
  value: number,
  belief: Belief,
  counts: (mistake: Slip) => boolean = () => true,
): boolean {
  const right = exactValue(pass, step.id);
  // What comes to the right value itself, here, is another way to write it: −a·(1 − a) for −a₁·a₂ of two outputs.
  const isRight = (expr: Expr): boolean =>
    Math.abs(evaluateKnown(expr, pass.values) - right) <= 1e-9 * Math.abs(right);
  return variantsOf(pass, step).some(
    (mistake) =>
      mistake.row.tellsOnly !== true &&
      counts(mistake) &&
      [belief.own, pass.values].some((values) => {
        const mistaken = evaluateKnown(mistake.expr, values);
        // Where what is right is itself as small as what floating point leaves of 0, only 0 is 0.
        const isApart = mistaken === 0 && value !== 0 && sameToDigits(right, 0);
        return sameToDigits(value, mistaken) && !sameToDigits(mistaken, right) && !isApart;
      }) &&
      !isRight(mistake.expr),
  );
}

/**
 * Whether a wrong answer is near enough to sense that later answers may be judged from it. Of the known mistakes only
 * the commonest excuse a number that is not: 1 for a, or a misplaced decimal point, would make all the rest trivial.
 */
export function isSane(pass: Derivation, step: DerivedStep, value: number, belief: Belief): boolean {
  const ratio = Math.abs(value / exactValue(pass, step.id));
  const isPlausible = value !== 0 && value !== 1 && ratio >= 1 / 20 && ratio <= 20;
  return (
    isPlausible || equalsMistake(pass, step, value, belief, ({ common, depth }) => common && depth === 0)
  );
}

/** The parent whose own value is farthest, relatively, from the exact one. */
function roughestParent(pass: Derivation, step: DerivedStep, belief: Belief): string | undefined {
  const errors = quantitiesOf(step.formula)
    .map(idOf)
    .map((id) => {
      const exact = exactValue(pass, id);
      return { id, error: Math.abs(((belief.own.get(id) ?? exact) - exact) / exact) };
    })
    .filter(({ error }) => error > 0);
  return errors.sort((a, b) => b.error - a.error)[0]?.id;
}

/**
 * A number in the typed expression that is a value of the formula with too few digits, where with all its digits the
 * expression would be right: 0.08·(−0.35) for 0.07995·(−0.35), e^0.78 for e^−z with −0.7821 for z.
 */
function roughLiteral(pass: Derivation, step: DerivedStep, answer: Answer, belief: Belief): Lack | undefined {
  if (Number.isFinite(answer.digits) || !answer.literals.some(({ digits }) => digits < ASKED))
    return undefined;
  // The 1 of 1 − a, or the 2 of a square, is no rounding of anything.
  const own = numbersOf(step.formula);
  // The numbers of the definition of σ neither, where it is written out; only where that does not do, 1 for 0.96 is one.
  for (const isPlain of [Number.isInteger, () => false]) {
    for (const formula of formulasOf(pass, step)) {
      const parents = quantitiesOf(formula)
        .map(idOf)
        .filter((id) => belief.carried.has(id));
      let first: Lack | undefined;
      const restored = mapLeaves(answer.expr, (leaf) => {
        const literal =
          leaf.kind === 'number' ? answer.literals.find(({ value }) => value === leaf.value) : undefined;
        if (literal === undefined || literal.digits >= ASKED || own.has(literal.value)) return leaf;
        const exact = isPlain(literal.value) ? undefined : roundedTo(pass, literal, parents);
        if (exact === undefined) return leaf;
        first ??= { kind: 'literal', value: literal.value, id: exact.id };
        return number(Math.sign(literal.value) * Math.abs(exact.value));
      });
      if (first === undefined) continue;
      const value = evaluateKnown(restored, belief.carried);
      const isRight = sameToDigits(value, exactValue(pass, step.id)) || nears(value, reach(step, belief));
      if (isRight) return first;
    }
  }
  return undefined;
}

/** The first quantity that a number is a rounding of, signs aside. */
function roundedTo(
  pass: Derivation,
  { value, halfUnit: half }: Literal,
  ids: readonly string[],
): { readonly id: string; readonly value: number } | undefined {
  const size = Math.abs(value);
  return ids
    .map((id) => ({ id, value: exactValue(pass, id) }))
    .find((exact) => {
      const apart = Math.abs(Math.abs(exact.value) - size);
      return apart > 0 && apart <= half * (1 + 1e-9);
    });
}

function numbersOf(expr: Expr): ReadonlySet<number> {
  const found = new Set<number>();
  mapLeaves(expr, (leaf) => {
    if (leaf.kind === 'number') found.add(leaf.value);
    return leaf;
  });
  return found;
}
