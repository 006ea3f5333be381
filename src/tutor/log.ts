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
  readonly origin: Origin;
  readonly verdict: Verdict;
  /** Hints seen at this step before. */
  readonly hints: number;
};

export type Log = readonly Attempt[];

/** Verdicts with which a step counts as done. */
export const isAccepted = (verdict: Verdict): boolean => verdict === 'correct' || verdict === 'carried';

/** The accepted answer of each step of a pass, the latest where there are several. */
export function answersOf(log: Log, pass: number): ReadonlyMap<string, Attempt> {
  return new Map(
    log
      .filter((attempt) => attempt.pass === pass && isAccepted(attempt.verdict))
      .map((attempt) => [attempt.step, attempt]),
  );
}

/** Tries at a step since it was last accepted, or from its first. */
export function missesAt(log: Log, pass: number, step: string): readonly Attempt[] {
  const tries = log.filter((attempt) => attempt.pass === pass && attempt.step === step);
  const last = tries.findLastIndex(({ verdict }) => isAccepted(verdict));
  return tries.slice(last + 1);
}

/** Whether a step was answered right by the learner at the first try and without a hint. */
export function isRightAtFirst(log: Log, pass: number, step: string): boolean {
  // What cannot be read, or lacks digits, is no try at the method.
  const first = log.find(
    (attempt) =>
      attempt.pass === pass &&
      attempt.step === step &&
      attempt.verdict !== 'unreadable' &&
      attempt.verdict !== 'imprecise',
  );
  return first?.origin === 'typed' && first.verdict === 'correct' && first.hints === 0;
}
