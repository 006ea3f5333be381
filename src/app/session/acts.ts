import { checkAll } from '../../tutor/checking/check.ts';
import { consequenceText } from '../../tutor/consequence.ts';
import { workedAnswer } from '../../tutor/hints.ts';
import { fillable, isFillable } from '../../tutor/alike.ts';
import { stepOf } from '../../tutor/pass.ts';
import { lateQuestions } from '../../tutor/messages/en/late-questions.ts';
import { answerWords } from '../answer-words.ts';
import { words } from '../words.ts';
import { blank, showIn, submitTo } from './answering.ts';
import * as merging from './at-once.ts';
import { deskOf, namesOf, questionOf, type Desk } from './desk.ts';
import { whereNow } from './heard.ts';
import type { Outcome as OutcomeOf, Subject } from './subject.ts';
import type { Told } from './told.ts';
import { voiceOf } from './voice.ts';
import { moveOn, record, type Work } from './work.ts';

export type Outcome = OutcomeOf<Work>;

/** A network's pass. */
const NETWORK: Subject<Desk> = {
  after: (desk, work) => deskAfter(desk, work),
  fillOn: (desk, work, now) => fillOn(desk, work, now),
  voice: voiceOf,
  nameOf: (desk, quantity) => namesOf(desk)(quantity),
  whereNow,
  question: (desk) => questionOf(desk, { ...words.questions, ...lateQuestions }),
  alike: ({ pass, step, work, isOpen }) =>
    step === undefined || isOpen ? 0 : fillable(pass, step, work.log).length,
  consequence: ({ pass, step }, value) =>
    step === undefined ? '' : consequenceText(pass, stepOf(pass, step.id), value, answerWords),
};

export const submit = (desk: Desk, now: number, stay = false): Outcome => submitTo(NETWORK, desk, now, stay);
export const showMe = (desk: Desk, now: number): Outcome => showIn(NETWORK, desk, now);

/** From now on in this pass, steps of the kind in view are filled in as their turn comes. */
export function fillLike(desk: Desk, now: number): Outcome {
  const { step, work, pass } = desk;
  if (step === undefined) return { work, told: undefined, announce: '' };
  const count = fillable(pass, step, work.log).length;
  const filled = fillOn(desk, moveOn({ ...work, filling: [...(work.filling ?? []), step.rule] }), now);
  const told: Told = { tone: 'shown', text: answerWords.acts.filled(count), step: step.id };
  return { work: filled, told, announce: `${told.text} ${whereNow(deskAfter(desk, filled))}` };
}

/** Fills in the forward pass, for who knows it and wants to start at the loss. */
export function startAtLoss(desk: Desk, now: number): Outcome {
  let work = moveOn(desk.work);
  for (const { id, phase } of desk.pass.steps) {
    if (phase === 'forward' && !desk.answers.has(id)) work = fill(desk, work, id, now);
  }
  const after = deskAfter(desk, work);
  return { work, told: undefined, announce: whereNow(after) };
}

/** Fills in whatever comes next for as long as it is of a kind the learner has asked to have filled in. */
export function fillOn(desk: Desk, work: Work, now: number): Work {
  let filled = work;
  for (;;) {
    const step = deskAfter(desk, filled).next;
    if (step === undefined || !filled.filling?.includes(step.rule) || !isFillable(desk.pass, step))
      return filled;
    filled = fill(desk, filled, step.id, now);
    // What does not stand would be next for ever.
    if (deskAfter(desk, filled).next?.id === step.id) return filled;
  }
}

function fill(desk: Desk, work: Work, id: string, now: number): Work {
  const { pass, values, step } = deskAfter(desk, { ...work, viewing: id });
  if (step === undefined) return work;
  return record(work, { ...blank(desk, id, now), typed: workedAnswer(pass, step, values), origin: 'filled' });
}

export const deskAfter = ({ pass }: Desk, work: Work): Desk => deskOf(pass.exercise, work, checkAll, merging);
