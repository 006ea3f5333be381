import type { Quantity } from '../../core/quantity.ts';

/** The names a learner may use at the asked step. */
export type Scope = {
  /** Every quantity of the pass: givens and steps. */
  readonly quantities: readonly Quantity[];
  /** 'known' may be used; 'asked' is the one asked for now; 'later' is not worked out yet. */
  readonly standing: (id: string) => 'known' | 'asked' | 'later';
  /** Of the known ones, by id. */
  readonly values: ReadonlyMap<string, number>;
  /** Of a batch, the example that is worked on: it is meant where a name does not say which. */
  readonly example?: number | undefined;
  /** Ids in the asked step's own formula: they win where a short name is ambiguous. */
  readonly preferred: ReadonlySet<string>;
  /**
   * Where a function is defined, not an answer given: the ids of its earlier lines, and the names each is written to be
   * of, (x, y). A bracket behind one may be what it is a function of, x1 is never a cross and a 1, and every other reading counts, whatever its value.
   */
  readonly defining?: ReadonlyMap<string, readonly string[]>;
};
