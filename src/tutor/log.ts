import type { Verdict } from './checking/check.ts';

/** How an answer came to be: typed by the learner, shown on request, or filled in like others before. */
export type Origin = 'typed' | 'shown' | 'filled';

/** One answer, or try at one. Whatever is shown or counted is worked out from the list of these. */
export type Attempt = {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly pass: number;
  readonly step: string;
  /** Exactly as typed, so that it can be judged again; what was written for the learner otherwise. */
  readonly typed: string;
  /** The notation whose names it has, as in an address; not there in a log of before it was kept. */
  readonly notation?: string | undefined;
  readonly origin: Origin;
  readonly verdict: Verdict;
  /** Hints seen at this step before. */
  readonly hints: number;
};

export type Log = readonly Attempt[];

/** A hint opened at a step. */
export type HintOpened = {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly pass: number;
  readonly step: string;
  /** Which hint of the step it was, from 1. */
  readonly rung: number;
  /** Attempts in the log when it was opened: times may be equal, or the clock be set back. */
  readonly after: number;
};

/** Verdicts with which a step counts as done. */
export const isAccepted = (verdict: Verdict): boolean => verdict === 'correct' || verdict === 'carried';

/**
 * Those that still hold, as `judged` with all the others: where an earlier answer was changed, a later one may not.
 */
export const holding = (
  answers: ReadonlyMap<string, Attempt>,
  judged: ReadonlyMap<string, { readonly verdict: Verdict }>,
): ReadonlyMap<string, Attempt> =>
  new Map([...answers].filter(([id]) => isAccepted(judged.get(id)?.verdict ?? 'wrong')));
