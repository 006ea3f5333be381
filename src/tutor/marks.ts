import { isRightAtFirst, type HintOpened, type Log } from './log.ts';
import type { Notebook } from './notebook.ts';
import type { Pass } from './pass.ts';
import { standingOf, type Standing } from './standing.ts';

/** How the steps of a pass were done, and what it took. A step that is none of the first five is still open. */
export type Tally = {
  readonly steps: number;
  /** At the first try and without a hint. */
  readonly rightAtFirst: number;
  readonly rightLater: number;
  /** Right from an earlier answer that is not. */
  readonly carried: number;
  readonly shown: number;
  readonly filled: number;
  /** Answers judged wrong. What cannot be read, or has too few digits, is none. */
  readonly wrongTries: number;
  readonly hints: number;
};

/** How a step came by the answer it has. */
export type Way = 'rightAtFirst' | 'rightLater' | 'carried' | 'shown' | 'filled';

export type Marks = {
  readonly passes: readonly ({ readonly pass: number } & Tally)[];
  readonly total: Tally;
};

const NOTHING: Tally = {
  ...{ steps: 0, rightAtFirst: 0, rightLater: 0, carried: 0, shown: 0, filled: 0 },
  ...{ wrongTries: 0, hints: 0 },
};

/** What is counted, in the order in which it is told. */
export const COUNTS = Object.keys(NOTHING) as readonly (keyof Tally)[];

/** Steps with an answer that holds. */
export const doneOf = ({ rightAtFirst, rightLater, carried, shown, filled }: Tally): number =>
  rightAtFirst + rightLater + carried + shown + filled;

/**
 * The marks of a notebook, from the verdicts in its log. An answer that no longer holds, since an earlier one was
 * changed, counts as open.
 */
export function marksOf({ passes, log, hints }: Pick<Notebook, 'passes' | 'log' | 'hints'>): Marks {
  const rows = passes.map((pass) => ({ pass: pass.number, ...tallyOf(pass, log, hints) }));
  return { passes: rows, total: rows.reduce(sum, NOTHING) };
}

function tallyOf(pass: Pass, whole: Log, hints: readonly HintOpened[]): Tally {
  const log = whole.filter((attempt) => attempt.pass === pass.number);
  const standing = standingOf(pass, log);
  const counts: Record<keyof Tally, number> = {
    ...NOTHING,
    steps: pass.steps.length,
    wrongTries: log.filter(({ verdict }) => verdict === 'wrong').length,
    hints: hints.filter((hint) => hint.pass === pass.number).length,
  };
  for (const id of standing.answers.keys()) counts[wayOf(pass, log, standing, id)] += 1;
  return counts;
}

/** How a step came by its answer. @param id one of `standing.answers` */
export function wayOf({ number }: Pass, log: Log, { answers, checked }: Standing, id: string): Way {
  const origin = answers.get(id)?.origin ?? 'typed';
  if (origin !== 'typed') return origin;
  if (checked.get(id)?.verdict === 'carried') return 'carried';
  return isRightAtFirst(log, number, id) ? 'rightAtFirst' : 'rightLater';
}

const sum = (a: Tally, b: Tally): Tally =>
  Object.fromEntries(COUNTS.map((count) => [count, a[count] + b[count]])) as Tally;
