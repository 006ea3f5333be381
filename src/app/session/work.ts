import type { Exercise, Parameters } from '../../core/network/exercise.ts';
import { meanLoss } from '../../core/network/values.ts';
import type { Rule } from '../../core/network/tape.ts';
import { isAccepted, type Attempt, type HintOpened, type Log } from '../../tutor/log.ts';
import type { Skill } from '../../tutor/skills.ts';
import type { Marked, Way } from '../../tutor/ways.ts';

/** A point of the loss curve: mean loss over all examples after so many passes. */
export type CurvePoint = readonly [pass: number, loss: number];

/** Passes the machine worked through after the last one by hand. */
export type Trained = {
  /** The last of them. */
  readonly pass: number;
  readonly parameters: Parameters;
  /** With the next one the loss would be no finite number any more. */
  readonly stopped?: boolean;
};

/** What a learner has done with a derivation, of whatever it is. */
export type Notes = {
  /** The pass being worked on by hand, from 1. */
  readonly pass: number;
  readonly log: Log;
  /** Every hint opened; not there in work of before they were kept. */
  readonly opened?: readonly HintOpened[];
  /** What stands in the answer field. */
  readonly draft: string;
  /** The notation whose names it has, as in an address; nobody knows where it is left out. */
  readonly draftIn?: string | undefined;
  /** An earlier step that is being looked at, instead of the next one. */
  readonly viewing?: string;
  /** What stood in the field of the next step when an earlier one was looked at. */
  readonly aside?: string;
  readonly asideIn?: string | undefined;
  /** Hints opened at the step in view. */
  readonly hints: number;
  /** Kinds of step that are filled in as their turn comes, in this pass. */
  readonly filling?: readonly string[];
  /** How answers are checked; at once where there is none. */
  readonly way?: Way;
  /** What of this pass has been marked, where answers are checked later. */
  readonly marked?: Marked;
};

/** All that a learner has done with one exercise. What the page shows is worked out from it. */
export type Work = Notes & {
  /** What the pass starts with. */
  readonly start: Parameters;
  readonly curve: readonly CurvePoint[];
  readonly trained?: Trained;
  readonly filling?: readonly Rule[];
  /** Answers that are asked at once with the steps that go into them; empty when that was turned off again. */
  readonly merging?: readonly Skill[];
  /** Passes by hand before this one. */
  readonly earlier?: readonly Pick<Work, 'pass' | 'start' | 'marked'>[];
};

export const newWork = (exercise: Exercise, loss: number): Work => ({
  pass: 1,
  start: exercise.parameters,
  log: [],
  draft: '',
  hints: 0,
  curve: [[0, loss]],
});

/** The address says how answers are checked. */
export const inWay = ({ way: _, ...work }: Work, way: Way | undefined): Work =>
  way === undefined ? work : { ...work, way };

/** Nothing done yet, with the loss that the exercise starts with. */
export const freshWork = (exercise: Exercise, way: Way | undefined): Work =>
  inWay(newWork(exercise, meanLoss(exercise, exercise.parameters)), way);

/** Goes on to the next step, with what was begun there if an earlier one has been looked at meanwhile. */
export function moveOn<W extends Notes>(work: W): W {
  const { viewing: _, aside = '', asideIn: draftIn, ...rest } = work;
  // What is taken out need not be there.
  return { ...rest, draft: aside, draftIn, hints: 0 } as Notes as W;
}

/** Looks at a step again, with the answer it has. */
export function lookAt<W extends Notes>(work: W, step: string): W {
  const { typed = '', notation } = latestAt(work, step) ?? {};
  const { viewing, aside = '', asideIn, draft, draftIn } = work;
  return {
    ...work,
    ...(viewing === undefined ? { aside: draft, asideIn: draftIn } : { aside, asideIn }),
    viewing: step,
    draft: typed,
    draftIn: notation,
    hints: 0,
  };
}

/** Opens the next hint of the step in view. */
export const openHint = <W extends Notes>(work: W, step: string, at: number): W => {
  const hint = { at, pass: work.pass, step, rung: work.hints + 1, after: work.log.length };
  return { ...work, hints: hint.rung, opened: [...(work.opened ?? []), hint] };
};

/** The answer a step was given last, right or not where answers are checked later. */
const latestAt = ({ log, pass, way }: Notes, step: string): Attempt | undefined =>
  log.findLast(
    (attempt) =>
      attempt.pass === pass &&
      attempt.step === step &&
      (way === undefined ? isAccepted(attempt.verdict) : attempt.verdict !== 'unreadable'),
  );

export const record = <W extends Notes>(work: W, ...attempts: readonly Attempt[]): W => ({
  ...work,
  log: [...work.log, ...attempts],
});
