import { sizeOf } from '../../core/expressions/evaluate.ts';
import type { Answer } from '../answer/read.ts';
import type { Belief } from '../checking/belief.ts';
import type { Derivation, DerivedStep } from '../pass.ts';
import { causesOf, type Cause } from './cause.ts';
import { differenceOf, partOf, type Difference } from './difference.ts';
import { miscopied, signLost, type Odd } from './odd.ts';
import { standInsFor } from './stand-ins.ts';
import { explainedByStructure, misplaced } from './structure.ts';
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
 * Explains a wrong answer, given what is believed of the numbers before it: by the structure of what was typed, which
 * tells most, then by its value.
 */
export function diagnose(pass: Derivation, step: DerivedStep, answer: Answer, belief: Belief): Diagnosis {
  if (Number.isFinite(answer.digits) || sizeOf(answer.expr) > SIZE) {
    const diagnosis = byValue(pass, step, answer, belief);
    if (diagnosis.causes.some(({ ids }) => ids.length === 1)) return diagnosis;
    // Likelier than two mistakes at once: half of the step.
    const difference = partOf(step, answer, belief);
    return difference === undefined ? diagnosis : { ...named([]), difference };
  }
  const standIns = standInsFor(pass, step, answer, belief);
  const lost = signLost(step, answer, standIns);
  const found = explainedByStructure(pass, step, answer, standIns);
  // w − η·|g| for a negative g comes to going uphill, but is not that.
  if (lost?.isSure === true && found.some(({ ids }) => ids[0] === 'ascent')) return signOf(lost);
  if (found.length > 0) {
    const [first] = found;
    const span = first && misplaced(pass, step, answer, first, standIns);
    return named(causesOf(pass, found, belief).map((cause) => (span ? { ...cause, span } : cause)));
  }
  const slip = miscopied(step, answer, belief, standIns);
  if (slip !== undefined) return named([{ ids: ['arithmetic-slip'], unlikely: false, ...pointed(slip) }]);
  if (lost !== undefined) return signOf(lost);
  const diagnosis = byValue(pass, step, answer, belief);
  if (diagnosis.causes.length > 0) return diagnosis;
  const difference = differenceOf(pass, step, answer, standIns);
  return difference === undefined ? diagnosis : { ...diagnosis, difference };
}

const byValue = (pass: Derivation, step: DerivedStep, answer: Answer, belief: Belief): Diagnosis =>
  named(causesOf(pass, explainedByValue(pass, step, answer, belief), belief));

const signOf = (lost: Odd): Diagnosis => ({ ...named([]), difference: { kind: 'sign', ...pointed(lost) } });

const named = (causes: readonly Cause[]): Diagnosis => ({
  causes,
  names: causes.map(({ ids }) => ids.join('+')),
});

const pointed = ({ about, span }: Odd): Pick<Cause, 'about' | 'span'> => ({ about, ...(span && { span }) });
