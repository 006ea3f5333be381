import { PHASES, type Phase } from '../core/network/tape.ts';
import type { Checked, TypedAnswers } from './checking/check.ts';
import { holding, isAccepted, type Attempt, type Log } from './log.ts';
import type { Derivation } from './pass.ts';

/**
 * The ways to work in which an answer is not judged at once: each phase is checked at its end, or the whole pass, as in
 * an exam. Where there is none, each answer is checked as it is given.
 */
export const WAYS = ['phase', 'exam'] as const;
export type Way = (typeof WAYS)[number];

/** How many attempts the log held when a phase of a pass was marked. */
export type Marked = Readonly<Partial<Record<Phase, number>>>;

/** How a pass is worked. */
export type Working = { readonly way?: Way; readonly marked?: Marked };

/** Whether answers of a phase are taken without a word on whether they are right. */
export const isOpen = ({ way, marked }: Working, phase: Phase): boolean =>
  way !== undefined && marked?.[phase] === undefined;

/**
 * The answer that stands at each step of a pass. What is checked at once stands when it is accepted; what is checked
 * later stands as it was given, until something better is.
 */
export function answersIn(
  pass: Derivation,
  log: Log,
  { way, marked }: Working,
): ReadonlyMap<string, Attempt> {
  const phases = new Map(pass.steps.map(({ id, phase }) => [id, phase]));
  const answers = new Map<string, Attempt>();
  log.forEach((attempt, place) => {
    const phase = phases.get(attempt.step);
    if (attempt.pass !== pass.number || phase === undefined) return;
    const isGiven = way !== undefined && place < (marked?.[phase] ?? Number.POSITIVE_INFINITY);
    const stands = isGiven ? attempt.verdict !== 'unreadable' : isAccepted(attempt.verdict);
    if (stands) answers.set(attempt.step, attempt);
  });
  return answers;
}

/** Judges all answers of a pass. */
export type Judge = (pass: Derivation, answers: TypedAnswers) => ReadonlyMap<string, Checked>;

/** The answers that stand in a pass, and what they are worth from each other. */
export type Standing = {
  readonly answers: ReadonlyMap<string, Attempt>;
  readonly checked: ReadonlyMap<string, Checked>;
};

/**
 * What is checked at once and no longer holds, since an earlier answer has been changed, does not stand: it is asked
 * for again. What is checked later stands, right or not.
 */
export function standingBy(judge: Judge, pass: Derivation, log: Log, working: Working): Standing {
  const given = answersIn(pass, log, working);
  const checked = judge(pass, typedOf(given));
  return { answers: working.way === undefined ? holding(given, checked) : given, checked };
}

/** What was typed at each step. */
export const typedOf = (answers: ReadonlyMap<string, Attempt>): TypedAnswers =>
  new Map(
    [...answers].map(([id, { typed, notation, verdict, origin }]) => [
      id,
      { typed, notation, verdict, origin },
    ]),
  );

/** The phases that are to be marked once these steps have answers. */
export function dueIn(
  pass: Derivation,
  answers: { readonly has: (id: string) => boolean },
  working: Working,
): readonly Phase[] {
  const isWhole = (phase: Phase): boolean =>
    pass.steps.every((step) => step.phase !== phase || answers.has(step.id));
  const due = PHASES.filter((phase) => isOpen(working, phase) && isWhole(phase));
  return working.way === 'exam' && !PHASES.every(isWhole) ? [] : due;
}

/** The part of a log whose verdicts the learner has been told. */
export const toldOf = (pass: Derivation, log: Log, working: Working): Log => {
  const open = new Set(pass.steps.filter(({ phase }) => isOpen(working, phase)).map(({ id }) => id));
  return log.filter((attempt) => attempt.pass !== pass.number || !open.has(attempt.step));
};
