import { checkAll, type Checked } from './checking/check.ts';
import { answersOf, holding, type Attempt, type Log } from './log.ts';
import type { Pass } from './pass.ts';

/** The answers of a pass that hold, and what all of its accepted answers are worth from each other. */
export type Standing = {
  readonly answers: ReadonlyMap<string, Attempt>;
  readonly checked: ReadonlyMap<string, Checked>;
};

export function standingOf(pass: Pass, log: Log): Standing {
  const accepted = answersOf(log, pass.number);
  const checked = checkAll(pass, typedOf(accepted));
  return { answers: holding(accepted, checked), checked };
}

/** What was typed at each step. */
export const typedOf = (answers: ReadonlyMap<string, Attempt>): ReadonlyMap<string, string> =>
  new Map([...answers].map(([id, { typed }]) => [id, typed]));
