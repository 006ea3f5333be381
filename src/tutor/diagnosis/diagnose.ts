import { sizeOf } from '../../core/expressions/evaluate.ts';
import { quantity as q } from '../../core/expressions/expr.ts';
import type { Quantity } from '../../core/quantity.ts';
import type { Answer } from '../answer/read.ts';
import type { Belief } from '../checking/belief.ts';
import type { CauseId } from '../mistakes/variants.ts';
import { stepOf, type Derivation, type DerivedStep } from '../pass.ts';
import { altered } from './altered.ts';
import { elsewhere, lostSigns, turnedSize, turnedSum } from './bare-value.ts';
import { causesOf, type Cause } from './cause.ts';
import type { Difference } from './difference.ts';
import { miscopied } from './odd.ts';
import { lackingAllBut, partOf, partWorkedOut } from './one-part.ts';
import { isRightNow, ofOldNumbers, renewed } from './renewed.ts';
import { standInsFor } from './stand-ins.ts';
import { explainedByStructure, misplaced } from './structure.ts';
import { alteredBy, differenceOf } from './typed-calculation.ts';
import { explainedByValue } from './values.ts';

export type { Cause } from './cause.ts';
export type { Difference } from './difference.ts';

/** What may have led to a wrong answer. */
export type Diagnosis = {
  /** Likeliest first; none where no known mistake explains it. */
  readonly causes: readonly Cause[];
  /** The same in one word each, for logs: "error-sign", "bias-dropped+weight-transposed". */
  readonly names: readonly string[];
  /** Without a cause: what of a typed expression does not fit the formula. */
  readonly difference?: Difference;
};

/** Parts of an expression up to which its structure is looked at: the sum over a hundred units has some three hundred. */
const SIZE = 400;

/**
 * What a lost sign may be taken for: w − η·|g| for a negative g comes to going uphill, σ(|z|) for a negative z to
 * another sign in the exponent, and u − |v| for a negative v to u + v, but is not that.
 */
const LIKE_A_LOST_SIGN: ReadonlySet<CauseId> = new Set([
  'ascent',
  'sigmoid-sign',
  'sigmoid-complement',
  'sign-of-term',
]);

/** What takes another unit's numbers. */
const OF_OTHERS: ReadonlySet<CauseId> = new Set(['softmax-of-other', 'other-weight']);

/**
 * Explains a wrong answer, given what is believed of the numbers before it: by the structure of what was typed, which
 * tells most, then by its value.
 */
export function diagnose(pass: Derivation, step: DerivedStep, answer: Answer, belief: Belief): Diagnosis {
  if (Number.isFinite(answer.digits) || sizeOf(answer.expr) > SIZE) {
    const turned = turnedSum(step, answer, belief);
    if (turned !== undefined) return differing(turned);
    const diagnosis = byValue(pass, step, answer, belief);
    const other = elsewhere(pass, step, answer, belief);
    // With all its signs turned the softmax of one of two outputs is that of the other.
    const isCopied = other !== undefined && stepOf(pass, other.about[0]!).rule === step.rule;
    const single = diagnosis.causes.filter(isSingle);
    // Whose it is says more, where that has been answered.
    const isNamed = isCopied && single.every(({ ids }) => OF_OTHERS.has(ids[0]));
    if (single.length > 0 && !isNamed) return diagnosis;
    // Likelier than two mistakes at once: lost signs, or half of the step. The answer to another step may be two mistakes.
    const likely =
      turnedSize(step, answer, belief) ?? (isCopied ? other : undefined) ?? lostSigns(step, answer, belief);
    if (likely !== undefined) return differing(likely);
    const part = partOf(step, answer, belief);
    if (part !== undefined) return ofPart(pass, step, answer, belief, part);
    return diagnosis.causes.length > 0 || other === undefined ? diagnosis : differing(other);
  }
  const standIns = standInsFor(pass, step, answer, belief);
  const turned = turnedSum(step, answer, belief, standIns);
  if (turned !== undefined) return differing(turned);
  const found = explainedByStructure(pass, step, answer, standIns);
  const part = found.some(isSingle) ? undefined : partWorkedOut(pass, step, standIns);
  if (part !== undefined) return ofPart(pass, step, answer, belief, part);
  const isOpen = found.length === 0 || found.some(({ ids }) => LIKE_A_LOST_SIGN.has(ids[0]));
  const lost = isOpen ? altered(pass, step, answer, belief, standIns) : undefined;
  const odd = lost && alteredBy(lost, answer);
  if (odd !== undefined) return differing(odd);
  if (found.length > 0) {
    const [first] = found;
    const span = first && misplaced(pass, step, answer, first, standIns);
    return named(causesOf(pass, found, belief).map((cause) => (span ? { ...cause, span } : cause)));
  }
  const present = renewed(pass, step, answer, belief, standIns);
  if (present !== undefined) {
    const others = isRightNow(step, present, belief)
      ? []
      : diagnose(pass, step, present.answer, belief).causes;
    return named(ofOldNumbers(pass, present, others));
  }
  const wrong = miscopied(step, answer, belief, standIns);
  if (wrong !== undefined) {
    const { isSlip, about, span } = wrong;
    const where = { about, ...(span && { span }) };
    return isSlip
      ? named([{ ids: ['arithmetic-slip'], unlikely: false, ...where }])
      : differing({ kind: 'misplaced', ...where });
  }
  const diagnosis = byValue(pass, step, answer, belief);
  const value = diagnosis.causes.some(isSingle) ? undefined : partOf(step, answer, belief);
  if (value !== undefined) return ofPart(pass, step, answer, belief, value);
  if (diagnosis.causes.length > 0) return diagnosis;
  const difference = differenceOf(pass, step, answer, belief, standIns) ?? turnedSize(step, answer, belief);
  return difference === undefined ? diagnosis : { ...diagnosis, difference };
}

const isSingle = ({ ids }: Pick<Cause, 'ids'>): boolean => ids.length === 1;

/** Of an answer that is one value of the step the same as of that value's name. */
function ofPart(
  pass: Derivation,
  step: DerivedStep,
  answer: Answer,
  belief: Belief,
  part: Quantity,
): Diagnosis {
  const typed = { ...answer, expr: q(part) };
  const found = explainedByStructure(pass, step, typed, standInsFor(pass, step, typed, belief));
  return found.some(isSingle) ? named(causesOf(pass, found, belief)) : differing(lackingAllBut(step, part));
}

const byValue = (pass: Derivation, step: DerivedStep, answer: Answer, belief: Belief): Diagnosis =>
  named(causesOf(pass, explainedByValue(pass, step, answer, belief), belief));

const differing = (difference: Difference): Diagnosis => ({ ...named([]), difference });

const named = (causes: readonly Cause[]): Diagnosis => ({
  causes,
  names: causes.map(({ ids }) => ids.join('+')),
});
