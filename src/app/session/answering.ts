import { shortName } from '../../core/expressions/names.ts';
import { notationInForce } from '../../core/notation/naming.ts';
import { notationText } from '../../core/notation/notation.ts';
import { check, type Checked, type TypedAnswers } from '../../tutor/checking/check.ts';
import { nudgeText } from '../../tutor/consequence.ts';
import { explanation } from '../../tutor/explanation.ts';
import { feedback } from '../../tutor/feedback.ts';
import { workedAnswer } from '../../tutor/hints.ts';
import { isAccepted, type Attempt } from '../../tutor/log.ts';
import { hintsSeen, missesAt } from '../../tutor/tries.ts';
import { neighbourOf } from '../../tutor/alike.ts';
import {
  exactValue,
  findStep,
  indexOfStep,
  stepOf,
  type Derivation,
  type DerivedStep,
} from '../../tutor/pass.ts';
import type { Voice } from '../../tutor/voice.ts';
import { keptValue } from '../../tutor/written.ts';
import { answerWords } from '../answer-words.ts';
import { entryOf } from '../trainer/ledger.ts';
import { againAfter } from './again.ts';
import type { View } from './desk.ts';
import { heardOfNext, heardOfRefusal } from './heard.ts';
import { helpIn } from './help.ts';
import { refusal } from './refusal.ts';
import { runsOf } from './runs.ts';
import type { Outcome, Subject } from './subject.ts';
import type { Told } from './told.ts';
import { lookAt, moveOn, record, type Notes } from './work.ts';

// What becomes of an answer, whatever it is that is derived.

/** The learner hands in what stands in the field. @param stay keeps the step in view when it is right */
export function submitTo<V extends View>(
  subject: Subject<V>,
  view: V,
  now: number,
  stay = false,
): Outcome<V['work']> {
  const { work, pass } = view;
  const voice = subject.voice(view);
  if (view.step === undefined || voice === undefined) return { work, told: undefined, announce: '' };
  const { id } = view.step;
  // An answer given at once with the steps between is judged as the last of them.
  const step = stepOf(pass, id);
  const checked = check(pass, step, work.draft, typedAnswers(view));
  const { nudge, text: confirmed } = confirmation(pass, step, checked, voice);
  const exact = exactValue(pass, id);
  // What is measured is the number without rounding on the way: it is told once.
  const beside = nudge && checked.verdict === 'correct' ? keptValue(checked.answer, exact) : exact;
  const said = feedback(pass, checked, answerWords, step, beside);
  const logged =
    work.draft.trim() === ''
      ? work
      : record(work, {
          ...blank(view, id, now),
          typed: work.draft,
          hints: Math.max(work.hints, hintsSeen(work.opened ?? [], pass.number, id)),
          verdict: checked.verdict,
        });
  if (isAccepted(checked.verdict)) {
    const moved = fillOn(subject, view, moveOn(logged), now);
    // The first time a kind of step is done, why it is so is worth a sentence.
    const isNew = view.support === 'formula' && work.viewing === undefined;
    const more = isNew ? explanation(voice) : [];
    const after = subject.after(view, moved);
    const again = againAfter(view, after, id);
    const told: Told = {
      tone: 'right',
      text: `${shortName(step.result)}: ${said}${confirmed}`,
      more: [...again, ...more, ...filledBetween(pass, logged, moved)],
      step: id,
      ...(nudge && { nudge }),
    };
    if (stay) return { work: lookAt(moved, id), told, announce: [said, ...again].join(' ') };
    const verdict = checked.verdict === 'carried' ? said + confirmed : said;
    return { work: moved, told, announce: heardOfNext(subject, view, after, [verdict, ...again], more) };
  }
  const told = refusal(
    { pass, step, typed: work.draft, checked, voice, earlier: typedAnswers(view) },
    missesAt(logged.log, pass.number, id),
    (value) => subject.consequence(view, value),
  );
  const part = [view, subject.after(view, logged)].map((one) => helpIn(one, voice)?.part);
  return { work: logged, told, announce: heardOfRefusal(told, part[0] ? undefined : part[1]) };
}

/** Fills the step in view in, says why it is so, and points at the next one like it. */
export function showIn<V extends View>(subject: Subject<V>, view: V, now: number): Outcome<V['work']> {
  const { step, work, pass } = view;
  const voice = subject.voice(view);
  if (step === undefined || voice === undefined) return { work, told: undefined, announce: '' };
  const { typed, ...attempt } = workedOut(view, step, now);
  const filledIn = record(work, { ...attempt, typed, origin: 'shown' });
  const after = subject.after(view, fillOn(subject, view, moveOn(filledIn), now));
  const { kindOf } = subject;
  const neighbour = neighbourOf(pass, step, kindOf && ((other) => kindOf(view, other)));
  const next =
    neighbour === undefined || after.answers.has(neighbour.id)
      ? []
      : [
          answerWords.acts.yours(
            subject.nameOf(view, neighbour.result),
            after.step?.id === neighbour.id ? undefined : indexOfStep(pass, neighbour.id) + 1,
          ),
        ];
  const { sign, value } = entryOf(after, step);
  const told: Told = {
    tone: 'shown',
    text: answerWords.acts.worked(shortName(step.result), typed, value, sign),
    more: [...explanation(voice), ...next],
    step: step.id,
  };
  const heard = answerWords.heard.shown(subject.nameOf(view, step.result), value);
  return { work: after.work, told, announce: heardOfNext(subject, view, after, [heard], told.more) };
}

/** Fills in whatever comes next for as long as it is of a kind the learner has asked to have filled in. */
export function fillOn<V extends View>(
  subject: Subject<V>,
  view: V,
  work: V['work'],
  now: number,
): V['work'] {
  const kindOf = (step: DerivedStep): string => subject.kindOf?.(view, step) ?? step.rule;
  let filled = work;
  for (;;) {
    const { next } = subject.after(view, filled);
    if (next === undefined || !filled.filling?.includes(kindOf(next)) || !subject.mayFill(view, next))
      return filled;
    const more = fill(subject, view, filled, next.id, now);
    // What does not stand would be next for ever: it is left to the learner.
    if (subject.after(view, more).next?.id === next.id) return filled;
    filled = more;
  }
}

/** Fills one step in, as it is asked there. */
export function fill<V extends View>(
  subject: Subject<V>,
  view: V,
  work: V['work'],
  id: string,
  now: number,
): V['work'] {
  const at = subject.after(view, { ...work, viewing: id });
  return at.step === undefined ? work : record(work, { ...workedOut(at, at.step, now), origin: 'filled' });
}

/** A step as a learner would type it. */
const workedOut = (view: View, step: DerivedStep, now: number): Attempt => ({
  ...blank(view, step.id, now),
  typed: workedAnswer(view.pass, step, view.values),
});

/** What is derived says of an accepted slope; of one that is right from a wrong one, what is amiss with that. */
function confirmation(
  pass: Derivation,
  step: DerivedStep,
  checked: Checked,
  voice: Voice,
): { readonly text: string; readonly nudge?: string } {
  if (checked.verdict === 'correct') {
    const text = nudgeText(
      pass,
      step,
      keptValue(checked.answer, exactValue(pass, step.id)),
      true,
      answerWords,
    );
    return text === '' ? { text } : { text: ` ${text}`, nudge: step.id };
  }
  const from = checked.verdict === 'carried' ? findStep(pass, checked.from) : undefined;
  if (from?.result.kind !== 'partial') return { text: '' };
  return { text: ` ${voice.disagrees(shortName(from.result))}`, nudge: from.id };
}

/** Which steps have been filled in after an answer, in a sentence. */
function filledBetween(pass: Derivation, before: Notes, after: Notes): readonly string[] {
  const steps = after.log
    .slice(before.log.length)
    .filter(({ origin }) => origin === 'filled')
    .map(({ step }) => indexOfStep(pass, step) + 1);
  if (steps.length === 0) return [];
  return [answerWords.acts.filledIn(runsOf(steps), steps.length === 1)];
}

export const blank = ({ pass }: View, step: string, at: number): Attempt => ({
  at,
  pass: pass.number,
  step,
  typed: '',
  notation: notationText(notationInForce()),
  origin: 'typed',
  verdict: 'correct',
  hints: 0,
});

/** The answers an answer to the step in view is judged from. */
export const typedAnswers = ({ answers, checked, step }: View): TypedAnswers =>
  new Map([...answers].filter(([id]) => id !== step?.id && checked.has(id)));
