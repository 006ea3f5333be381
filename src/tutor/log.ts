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

/** Whatever happened at a step: an answer or a try at one, or a hint. */
export type LogEvent =
  | { readonly kind: 'answer'; readonly attempt: Attempt }
  | { readonly kind: 'hint'; readonly hint: HintOpened };

/** Attempts and hints in the order in which they happened. */
export function eventsOf(log: Log, hints: readonly HintOpened[]): readonly LogEvent[] {
  const events: LogEvent[] = [];
  let next = 0;
  for (let before = 0; before <= log.length; before += 1) {
    const isLast = before === log.length;
    for (; next < hints.length && (isLast || hints[next]!.after <= before); next += 1) {
      events.push({ kind: 'hint', hint: hints[next]! });
    }
    if (!isLast) events.push({ kind: 'answer', attempt: log[before]! });
  }
  return events;
}

/** How many hints of a step have been seen. */
export const hintsSeen = (hints: readonly HintOpened[], pass: number, step: string): number =>
  Math.max(0, ...hints.filter((hint) => hint.pass === pass && hint.step === step).map(({ rung }) => rung));

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

/**
 * Those that still hold, as `judged` with all the others: where an earlier answer was changed, a later one may not.
 */
export const holding = (
  answers: ReadonlyMap<string, Attempt>,
  judged: ReadonlyMap<string, { readonly verdict: Verdict }>,
): ReadonlyMap<string, Attempt> =>
  new Map([...answers].filter(([id]) => isAccepted(judged.get(id)?.verdict ?? 'wrong')));

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
