import { isAccepted, type HintOpened, type Log } from './log.ts';
import { isRightAtFirst } from './tries.ts';
import type { Notebook } from './notebook.ts';
import type { Pass } from './pass.ts';
import { scoreOf } from './score.ts';
import { standingOf } from './standing.ts';
import type { Standing, Working } from './ways.ts';

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
  /** Answers that count as right, each error once: `scoreOf`. */
  readonly score: number;
  /** Steps that were asked: all but those filled in. */
  readonly asked: number;
};

/** How a step came by the answer it has. */
export type Way = 'rightAtFirst' | 'rightLater' | 'carried' | 'shown' | 'filled';

export type Marks = {
  readonly passes: readonly ({ readonly pass: number } & Tally)[];
  readonly total: Tally;
};

const NOTHING: Tally = {
  ...{ steps: 0, rightAtFirst: 0, rightLater: 0, carried: 0, shown: 0, filled: 0 },
  ...{ wrongTries: 0, hints: 0, score: 0, asked: 0 },
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
export function marksOf({ passes, workings, log, hints }: Notebook): Marks {
  const rows = passes.map((pass) => ({
    pass: pass.number,
    ...tallyOf(pass, log, hints, workings.get(pass.number) ?? {}),
  }));
  return { passes: rows, total: rows.reduce(sum, NOTHING) };
}

function tallyOf(pass: Pass, log: Log, hints: readonly HintOpened[], working: Working): Tally {
  const standing = standingOf(pass, log, working);
  const score = scoreOf(pass, log, working);
  const counts: Record<keyof Tally, number> = {
    ...NOTHING,
    steps: pass.steps.length,
    wrongTries: log.filter(
      (attempt) => attempt.pass === pass.number && attempt.origin === 'typed' && attempt.verdict === 'wrong',
    ).length,
    hints: hints.filter((hint) => hint.pass === pass.number).length,
    score: score.right,
    asked: score.of,
  };
  for (const id of standing.answers.keys()) {
    const way = wayOf(pass, log, standing, id);
    if (way !== undefined) counts[way] += 1;
  }
  return counts;
}

/** How a step came by its answer; undefined where it has none that holds. */
export function wayOf(
  { number }: Pass,
  log: Log,
  { answers, checked }: Standing,
  id: string,
): Way | undefined {
  const answer = answers.get(id);
  const verdict = checked.get(id)?.verdict;
  if (answer === undefined || verdict === undefined || !isAccepted(verdict)) return undefined;
  if (answer.origin !== 'typed') return answer.origin;
  if (verdict === 'carried') return 'carried';
  return isRightAtFirst(log, number, id) ? 'rightAtFirst' : 'rightLater';
}

const sum = (a: Tally, b: Tally): Tally =>
  Object.fromEntries(COUNTS.map((count) => [count, a[count] + b[count]])) as Tally;
