import type { Expr } from '../../core/expressions/expr.ts';
import type { Step } from '../../core/network/tape.ts';
import type { Derivation, DerivedStep, Pass } from '../pass.ts';

/** What a learner works out instead at a step, each way it can come out; none where the mistake cannot happen. */
export type Rewrite = (step: Step, pass: Pass) => readonly Expr[];

/** What is known of a mistake, whatever it is made in. Its words are in messages/, by id. */
export type Kind = {
  readonly id: string;
  /** One of the commonest. */
  readonly common: boolean;
  /** A slip of the pen, not of the method: it is made at the asked step only. */
  readonly isSlip?: boolean;
  /** Far-fetched, where another mistake explains the same. */
  readonly isFar?: boolean;
  /** It explains a wrong answer, but makes no answer doubtful that is near the right one. */
  readonly tellsOnly?: boolean;
};

/** A wrong idea people have of networks, as a rewrite of the right formula. */
export type Mistake = Kind & {
  readonly rewrite: Rewrite;
  /** Further ways it comes out, where `rewrite` is frozen. */
  readonly more?: Rewrite;
  /** What it makes of a step of one example of a batch, where that takes more than the example itself. */
  readonly ofBatch?: Rewrite;
};

/** A slip that any step gives room for. */
export type Slip = Kind & {
  readonly rewrite: (step: DerivedStep, derivation: Derivation) => readonly Expr[];
};
