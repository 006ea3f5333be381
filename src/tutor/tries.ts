import { isAccepted, type Attempt, type HintOpened, type Log } from './log.ts';

// What a log tells of the way to its answers. Apart from log.ts, as it is not needed before there is one.

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
