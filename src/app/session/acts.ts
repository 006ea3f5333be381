import type { Step } from '../../core/network/tape.ts';
import { checkAll } from '../../tutor/checking/check.ts';
import { consequenceText } from '../../tutor/consequence.ts';
import { fillable, isFillable } from '../../tutor/alike.ts';
import { stepOf } from '../../tutor/pass.ts';
import { lateQuestions } from '../../tutor/messages/en/late-questions.ts';
import { answerWords } from '../answer-words.ts';
import { words } from '../words.ts';
import { fill, fillOn as fillOnIn, showIn, submitTo } from './answering.ts';
import * as merging from './at-once.ts';
import { deskOf, namesOf, questionOf, type Desk } from './desk.ts';
import { whereNow } from './heard.ts';
import type { Outcome as OutcomeOf, Subject } from './subject.ts';
import type { Told } from './told.ts';
import { voiceOf } from './voice.ts';
import { moveOn, type Work } from './work.ts';

export type Outcome = OutcomeOf<Work>;

/** A network's pass. */
const NETWORK: Subject<Desk> = {
  after: (desk, work) => deskAfter(desk, work),
  // The steps of a pass are those of a network's tape.
  mayFill: ({ pass }, step) => isFillable(pass, step as Step),
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

/** What offers to fill in the steps like the one in view, in words. */
export const offersToFill = (desk: Desk): string => answerWords.acts.fillLike(NETWORK.alike(desk));

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
    if (phase === 'forward' && !desk.answers.has(id)) work = fill(NETWORK, desk, work, id, now);
  }
  const after = deskAfter(desk, work);
  return { work, told: undefined, announce: whereNow(after) };
}

export const fillOn = (desk: Desk, work: Work, now: number): Work => fillOnIn(NETWORK, desk, work, now);

export const deskAfter = ({ pass }: Desk, work: Work): Desk => deskOf(pass.exercise, work, checkAll, merging);
