import type { Taken } from './diagnosis/taken.ts';
import type { CauseId } from './mistakes/variants.ts';

/** What is said of one mistake at a step. */
export type MistakeWords = {
  /** A question that points at the cause. */
  readonly ask: string;
  /** What was done, in a few words, to choose from. */
  readonly did: string;
};

/** What is said of a step, in words, whatever it is that is derived. */
export type Voice = {
  /** The first hint: where to look. */
  readonly where: string;
  /** The principle as a question: a hint, and what is asked after a wrong answer without a known cause. */
  readonly principle: string;
  /** Why the formula holds, said once it has been worked out; empty where there is nothing to say. */
  readonly reason: string;
  /** The name that its result gets, if it gets one, said after the reason. */
  readonly naming?: string | undefined;
  /** Said of a mistake that this derivation gives room for. @param taken the weights that were taken for others, where it is known which */
  readonly mistake: (id: CauseId, taken?: Taken) => MistakeWords;
  /** What is derived agrees with the step, but not with an earlier slope that it follows from. */
  readonly disagrees: (name: string) => string;
};
