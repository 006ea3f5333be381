import type { Expr } from '../../core/expressions/expr.ts';
import type { Step } from '../../core/network/tape.ts';
import type { Pass } from '../pass.ts';

/** A wrong idea people have, as a rewrite of the right formula. Its words are in messages/, by id. */
export type Mistake = {
  readonly id: string;
  /** One of the commonest. */
  readonly common: boolean;
  /** What the learner works out instead at this step, each way it can come out; none where it cannot happen. */
  readonly rewrite: (step: Step, pass: Pass) => readonly Expr[];
};
