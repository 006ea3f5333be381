/** What is said of the learner's last act. */
export type Told = {
  readonly tone: 'right' | 'progress' | 'wrong' | 'shown';
  readonly text: string;
  /** The step it speaks of. */
  readonly step: string;
  /** Ids of the quantities it points at. */
  readonly about?: readonly string[];
  /** What may have been done, where several things lead to the same answer; and what is said once one is chosen. */
  readonly choices?: readonly {
    readonly text: string;
    readonly then: string;
    readonly about: readonly string[];
  }[];
};
