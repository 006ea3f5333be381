import type { Expr } from '../../core/expressions/expr.ts';
import type { Step } from '../../core/network/tape.ts';
import type { Derivation, DerivedStep, Pass } from '../pass.ts';

/** What a learner works out instead at a step, each way it can come out; none where the mistake cannot happen. */
export type Rewrite = (step: Step, pass: Pass) => readonly Expr[];

/** A wrong idea people have, as a rewrite of the right formula. Its words are in messages/, by id. */
export type Mistake = {
  readonly id: string;
  /** One of the commonest. */
  readonly common: boolean;
  readonly rewrite: Rewrite;
  /** Further ways it comes out, where `rewrite` is frozen. */
  readonly more?: Rewrite;
  /** What it makes of steps that are not a network's; nothing where it is left out. */
  readonly elsewhere?: (step: DerivedStep, derivation: Derivation) => readonly Expr[];
  /** What it makes of a step of one example of a batch, where that takes more than the example itself. */
  readonly ofBatch?: Rewrite;
  /** A slip of the pen, not of the method: it is made at the asked step only. */
  readonly isSlip?: boolean;
  /** Far-fetched, where another mistake explains the same. */
  readonly isFar?: boolean;
};
