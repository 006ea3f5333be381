import type { Taken } from '../../diagnosis/taken.ts';
import type { Asked } from './questions.ts';

/** What is said of a known mistake. */
export type MistakeWords = {
  /**
   * One question that points at the cause. It gives no number, and names this exercise's convention where there are two.
   * @param taken the weights that were taken for others, which is said before the question
   */
  readonly ask: (asked: Asked, taken?: Taken) => string;
  /** What was done, in a few words, to choose from. */
  readonly did: string;
};
