import type { Span } from '../../tutor/answer/problem.ts';

/** What is pointed at after an answer that is not right. */
type Pointed = {
  /** Ids of quantities. */
  readonly about?: readonly string[];
  /** Of these, the ones that the answer used and that do not belong in it. */
  readonly used?: readonly string[];
  /** The doubtful part of the answer; it is doubted for as long as the field holds it. */
  readonly doubt?: { readonly typed: string; readonly span: Span };
};

/** What is said of the learner's last act. */
export type Told = Pointed & {
  readonly tone: 'right' | 'progress' | 'unread' | 'wrong' | 'shown' | 'given';
  readonly text: string;
  /** What else is worth saying, a paragraph each. */
  readonly more?: readonly string[];
  /** The step it speaks of. */
  readonly step: string;
  /** The step that the network confirms, or disagrees with, when the value is nudged. */
  readonly nudge?: string;
  /** What the network says of a number that is not right. */
  readonly evidence?: readonly string[];
  /** The same, said only if asked for. */
  readonly tryIt?: { readonly label: string; readonly text: string };
  /** What may have been done, where several things lead to the same answer; and what is said once one is chosen. */
  readonly choices?: readonly ({
    readonly text: string;
    readonly then: string;
  } & Pointed)[];
};
