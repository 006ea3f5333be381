import type { Phase, Step } from '../core/network/tape.ts';
import { checkAll, type Checked } from './checking/check.ts';
import type { Attempt, Log } from './log.ts';
import { answersOf } from './tries.ts';
import { targetOf } from './merging.ts';
import type { Pass } from './pass.ts';
import { answersIn, typedOf, type Marked, type Working } from './ways.ts';

/**
 * What an answer is worth. `carried` is right from an earlier answer that is not: each error counts once. `helped` is
 * right after a hint; `filled` was never asked; `open` has no answer.
 */
export type Mark = 'right' | 'carried' | 'helped' | 'imprecise' | 'wrong' | 'shown' | 'filled' | 'open';

export type Score = {
  /** Answers that count as right. */
  readonly right: number;
  /** Steps that were asked: all but those filled in. */
  readonly of: number;
  readonly marks: ReadonlyMap<string, Mark>;
};

/**
 * The score of a pass, judged anew from what was typed. An answer that was checked at once counts as first given, once it
 * could be read and had its digits; one that was checked later, as it stood then. It is judged from the answers that stood
 * beside it.
 */
export function scoreOf(pass: Pass, log: Log, working: Working): Score {
  const judged = judging(pass);
  const counted = new Map(pass.steps.map((step) => [step.id, countedIn(pass, step, log, working)]));
  const marks = new Map(
    pass.steps.map((step): readonly [string, Mark] => {
      const own = counted.get(step.id);
      if (own !== undefined) return [step.id, markOf(step.id, own, judged)];
      // Who answers δ at once is not asked for the steps between.
      const target = targetOf(pass, step);
      return [step.id, target && counted.get(target.id) ? 'filled' : 'open'];
    }),
  );
  const of = (...wanted: readonly Mark[]): number =>
    [...marks.values()].filter((mark) => wanted.includes(mark)).length;
  return { right: of('right', 'carried'), of: marks.size - of('filled'), marks };
}

/** An answer that counts, with all that stood when it did. */
type Counted = { readonly attempt: Attempt; readonly beside: ReadonlyMap<string, Attempt> };

function countedIn(pass: Pass, step: Step, log: Log, { way, marked }: Working): Counted | undefined {
  if (way !== undefined) {
    const beside = standingAt(pass, step.phase, log, way, marked);
    const attempt = beside.get(step.id);
    return attempt && { attempt, beside };
  }
  const place = log.findIndex(
    (attempt) =>
      attempt.pass === pass.number &&
      attempt.step === step.id &&
      attempt.verdict !== 'unreadable' &&
      attempt.verdict !== 'imprecise',
  );
  const attempt = log[place];
  return attempt && { attempt, beside: answersOf(log.slice(0, place), pass.number) };
}

/** What stood when a phase was marked; what stands now, where it is not. */
function standingAt(
  pass: Pass,
  phase: Phase,
  log: Log,
  way: NonNullable<Working['way']>,
  marked: Marked = {},
): ReadonlyMap<string, Attempt> {
  const end = marked[phase] ?? log.length;
  const before = Object.entries(marked).filter(([, at]) => at < end);
  return answersIn(pass, log.slice(0, end), { way, marked: Object.fromEntries(before) });
}

type Judged = (answers: ReadonlyMap<string, Attempt>) => ReadonlyMap<string, Checked>;

/** Judges each set of answers once: many steps are judged beside the same ones. */
function judging(pass: Pass): Judged {
  const known = new Map<string, ReadonlyMap<string, Checked>>();
  return (answers) => {
    const typed = typedOf(answers);
    const key = JSON.stringify([...typed]);
    const checked = known.get(key) ?? checkAll(pass, typed);
    known.set(key, checked);
    return checked;
  };
}

function markOf(id: string, { attempt, beside }: Counted, judged: Judged): Mark {
  if (attempt.origin !== 'typed') return attempt.origin;
  switch (judged(new Map([...beside, [id, attempt]])).get(id)?.verdict) {
    case 'correct':
      return attempt.hints > 0 ? 'helped' : 'right';
    case 'carried':
      return 'carried';
    case 'imprecise':
      return 'imprecise';
    case 'wrong':
    case 'unreadable':
    case undefined:
      return 'wrong';
  }
}
