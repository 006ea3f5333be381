import { sameToDigits } from '../../core/expressions/digits.ts';
import { evaluate } from '../../core/expressions/evaluate.ts';
import { mapLeaves, number, quantity as q, quantitiesOf, type Expr } from '../../core/expressions/expr.ts';
import { idOf } from '../../core/quantity.ts';
import type { Span } from '../answer/problem.ts';
import type { Answer } from '../answer/read.ts';
import type { Belief } from '../checking/belief.ts';
import { termsOf } from '../mistakes/parts.ts';
import { isTold, leavesOf, same, type StandIns } from './stand-ins.ts';
import type { DerivedStep } from '../pass.ts';

/**
 * One number of an answer that is wrong where all the rest is right: what it should have been, and where it stands.
 * `isSlip`: it may well be that, misread or miscalculated; else it is another number.
 */
export type Odd = {
  readonly about: readonly string[];
  readonly span: Span | undefined;
  readonly isSlip: boolean;
};

/** A number that is no quantity's, where one of the formula's would make the answer right; or one wrong term of a sum. */
export function miscopied(
  step: DerivedStep,
  answer: Answer,
  belief: Belief,
  standIns: StandIns,
): Odd | undefined {
  const right = standIns.of(step.formula);
  const unknown = standIns.leaves.filter(({ known }) => !known);
  const [odd] = unknown;
  if (odd === undefined) return wrongWhole(step, answer, belief);
  const meant = quantitiesOf(step.formula).find((quantity) => {
    const value = standIns.of(q(quantity));
    return [value, -value].some((standIn) => same(standIns.typed(new Map([[odd.leaf, standIn]])), right));
  });
  if (unknown.length === 1 && meant !== undefined) {
    const id = idOf(meant);
    const isSlip =
      odd.leaf.kind === 'number' && isMisread(odd.leaf.value, belief.carried.get(id) ?? Number.NaN);
    return { about: [id], span: answer.spans.get(odd.leaf), isSlip };
  }
  return wrongTerm(step, answer, belief);
}

/** A whole number in the place of a value, where all the others are the formula's. */
function wrongWhole({ formula }: DerivedStep, answer: Answer, { carried }: Belief): Odd | undefined {
  const [typed, wanted] = [answer.expr, formula].map(leavesOf);
  if (typed === undefined || typed.length !== wanted?.length) return undefined;
  const sizeOf = (leaf: Expr | undefined): number => (leaf ? Math.abs(evaluate(leaf, carried)) : Number.NaN);
  const isIn = (leaf: Expr, place: number): boolean => sameToDigits(sizeOf(leaf), sizeOf(wanted[place]));
  const right = evaluate(formula, carried);
  // That of two alike which stands where another belongs.
  const order = typed
    .map((_, i) => i)
    .toSorted((a, b) => Number(isIn(typed[a]!, a)) - Number(isIn(typed[b]!, b)));
  for (const at of order) {
    const odd = typed[at]!;
    if (odd.kind !== 'number' || isTold(odd)) continue;
    const left = wanted.map((_, i) => i);
    const isOnly = typed.every((leaf, i) => {
      const place = i === at ? -1 : left.findIndex((other) => isIn(leaf, other));
      if (place >= 0) left.splice(place, 1);
      return i === at || place >= 0;
    });
    const meant = wanted[left[0] ?? -1];
    if (!isOnly || meant?.kind !== 'quantity') continue;
    const size = sizeOf(meant);
    // Of the right size, it lacks its sign only.
    if (sameToDigits(sizeOf(odd), size)) continue;
    const isMended = [size, -size].some((value) =>
      sameToDigits(
        evaluate(
          mapLeaves(answer.expr, (leaf) => (leaf === odd ? number(value) : leaf)),
          carried,
        ),
        right,
      ),
    );
    if (isMended) return { about: [meant.id], span: answer.spans.get(odd), isSlip: false };
  }
  return undefined;
}

/** A term that was worked out before it was typed, where all the others are right. */
function wrongTerm({ formula }: DerivedStep, answer: Answer, { carried }: Belief): Odd | undefined {
  const left = [...termsOf(formula)];
  const typed = termsOf(answer.expr);
  if (left.length < 2 || typed.length !== left.length) return undefined;
  const odd = typed.filter((term) => {
    const place = left.findIndex((wanted) =>
      sameToDigits(evaluate(term, carried), evaluate(wanted, carried)),
    );
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
  const [wrong] = odd;
  const [wanted] = left;
  if (wrong === undefined || wanted === undefined || odd.length !== 1) return undefined;
  const leaf = wrong.kind === 'negation' ? wrong.operand : wrong;
  if (leaf.kind !== 'number') return undefined;
  return { about: quantitiesOf(wanted).map(idOf), span: answer.spans.get(leaf), isSlip: true };
}

const digitsOf = (x: number): string =>
  Math.abs(x)
    .toPrecision(4)
    .replace(/e.*/, '')
    .replace(/\D|^[0.]+|0+$/g, '');

/** Whether a number looks like one misread: its digits in another order, or one of them changed, lost or added. */
function isMisread(typed: number, meant: number): boolean {
  const [short = [], long = []] = [typed, meant]
    .map((x) => Array.from(digitsOf(x)))
    .toSorted((one, other) => one.length - other.length);
  const sorted = (digits: readonly string[]): string => digits.toSorted().join('');
  if (sorted(short) === sorted(long)) return true;
  // Of a single digit any other would be one changed.
  if (short.length === long.length)
    return long.length > 1 && long.filter((digit, i) => digit !== short[i]).length === 1;
  return short.length > 0 && long.some((_, i) => long.toSpliced(i, 1).join('') === short.join(''));
}
