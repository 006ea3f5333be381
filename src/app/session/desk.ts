import type { Exercise, Parameters } from '../../core/network/exercise.ts';
import type { Step } from '../../core/network/tape.ts';
import { idOf } from '../../core/quantity.ts';
import type { Checked, TypedAnswers } from '../../tutor/checking/check.ts';
import { writtenIn } from '../../tutor/hints.ts';
import { answersOf, holding, type Attempt, type Log } from '../../tutor/log.ts';
import { askedOf } from '../../tutor/messages/context.ts';
import type { Asked } from '../../tutor/messages/en/questions.ts';
import { words } from '../words.ts';
import { supportFor, type Support } from '../../tutor/pace.ts';
import { exactValue, indexOfStep, passOf, stepOf, type Pass } from '../../tutor/pass.ts';
import type { Work } from './work.ts';

/** What follows from the answers alone. */
type Facts = {
  readonly pass: Pass;
  /** Accepted answers of this pass, and what they are worth from each other. */
  readonly answers: ReadonlyMap<string, Attempt>;
  readonly checked: ReadonlyMap<string, Checked>;
  /** The numbers known so far: givens, and the learner's own answers. */
  readonly values: ReadonlyMap<string, number>;
  /** The same as text. */
  readonly cells: ReadonlyMap<string, string>;
  /** The first step without an answer; undefined when the pass is done. */
  readonly next: Step | undefined;
};

/** Everything the page shows of an exercise and the work on it; worked out, never stored. */
export type Desk = Facts & {
  readonly work: Work;
  /** The step in view; undefined when the pass is done and no step is looked at. */
  readonly step: Step | undefined;
  readonly support: Support;
  /** What the sentences about the step in view speak of. */
  readonly context: Asked | undefined;
};

/** Judges all answers of a pass; nothing is needed for it while there is none. */
export type Judge = (pass: Pass, answers: TypedAnswers) => ReadonlyMap<string, Checked>;
export const noAnswers: Judge = () => new Map();

export function deskOf(exercise: Exercise, work: Work, judge: Judge): Desk {
  const facts = factsOf(exercise, work, judge);
  const { pass, next, values } = facts;
  const step = work.viewing === undefined ? next : stepOf(pass, work.viewing);
  return {
    ...facts,
    work,
    step,
    support: step === undefined ? 'name' : supportFor(pass, step, work.log),
    context: step && askedOf(pass, step, values, words),
  };
}

// Typing changes the draft only: what follows from the log is kept for as long as the log is the same.
const known = new WeakMap<Log, { exercise: Exercise; start: Parameters; judge: Judge; facts: Facts }>();

function factsOf(exercise: Exercise, { log, pass: number, start }: Work, judge: Judge): Facts {
  const kept = known.get(log);
  const isSame =
    kept?.exercise === exercise &&
    kept.start === start &&
    kept.judge === judge &&
    kept.facts.pass.number === number;
  if (isSame) return kept.facts;
  const pass = passOf(exercise, number, start);
  const accepted = answersOf(log, number);
  const checked = judge(pass, new Map([...accepted].map(([id, { typed }]) => [id, typed])));
  // An answer that no longer holds, since an earlier one has been changed, is asked for again.
  const answers = holding(accepted, checked);
  const values = knownValues(pass, answers, checked);
  const written = writtenIn(pass);
  const next = pass.steps.find(({ id }) => !answers.has(id));
  const facts: Facts = {
    pass,
    answers,
    checked,
    values,
    cells: new Map([...values].map(([id, value]) => [id, written(value, id)])),
    next,
  };
  known.set(log, { exercise, start, judge, facts });
  return facts;
}

function knownValues(
  pass: Pass,
  answers: ReadonlyMap<string, Attempt>,
  checked: ReadonlyMap<string, Checked>,
): ReadonlyMap<string, number> {
  const values = new Map(pass.givens.map((given) => [idOf(given), exactValue(pass, idOf(given))]));
  for (const [id, result] of checked) {
    if (answers.has(id) && result.verdict !== 'unreadable') values.set(id, result.answer.value);
  }
  return values;
}

/** "Step 3 of 28", or that the pass is done. */
export function headingOf({ pass, step, work }: Desk): string {
  if (step === undefined) return words.page.passDone(work.trained?.pass ?? pass.number);
  return words.page.step(indexOfStep(pass, step.id) + 1, pass.steps.length);
}

/** The same with what is asked, for those who do not see the page change. */
export function whereNow(desk: Desk): string {
  const { step, pass } = desk;
  if (step === undefined) return headingOf(desk);
  return `${headingOf(desk)}: ${words.quantityName(step.result, pass.exercise.network)}`;
}
