import type { Step } from '../../core/network/tape.ts';
import type { Answer } from '../answer/read.ts';
import type { Belief } from '../checking/belief.ts';
import type { Pass } from '../pass.ts';
import { causesOf, type Cause } from './cause.ts';
import { explainedByValue } from './values.ts';

export type { Cause } from './cause.ts';

/** What may have led to a wrong answer. */
export type Diagnosis = {
  /** Likeliest first; none where nothing known explains it. */
  readonly causes: readonly Cause[];
  /** The same in one word each, for logs: "error-sign", "bias-dropped+weight-transposed". */
  readonly names: readonly string[];
};

/** Explains a wrong answer, given what is believed of the numbers before it. */
export function diagnose(pass: Pass, step: Step, answer: Answer, belief: Belief): Diagnosis {
  const causes = causesOf(pass, explainedByValue(pass, step, answer, belief), belief);
  return { causes, names: causes.map(({ ids }) => ids.join('+')) };
}
