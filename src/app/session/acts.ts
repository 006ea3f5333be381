import type { Step } from '../../core/network/tape.ts';
import { shortName } from '../../core/expressions/names.ts';
import { check, checkAll, type Checked } from '../../tutor/checking/check.ts';
import { nudgeText } from '../../tutor/consequence.ts';
import { explanation } from '../../tutor/explanation.ts';
import { feedback } from '../../tutor/feedback.ts';
import { workedAnswer } from '../../tutor/hints.ts';
import { hintsSeen, isAccepted, missesAt, type Attempt } from '../../tutor/log.ts';
import { answerWords } from '../answer-words.ts';
import { words } from '../words.ts';
import { fillable, isFillable, neighbourOf } from '../../tutor/pace.ts';
import { findStep, indexOfStep, stepOf, type Pass } from '../../tutor/pass.ts';
import * as merging from './at-once.ts';
import { deskOf, whereNow, type Desk } from './desk.ts';
import { refusal } from './refusal.ts';
import type { Told } from './told.ts';
import { lookAt, moveOn, record, type Work } from './work.ts';

/** What an act leads to. `announce` is for those who do not see the page change. */
export type Outcome = { readonly work: Work; readonly told: Told | undefined; readonly announce: string };

/** The learner hands in what stands in the field. @param stay keeps the step in view when it is right */
export function submit(desk: Desk, now: number, stay = false): Outcome {
  const { context, work, pass } = desk;
  if (desk.step === undefined || context === undefined) return { work, told: undefined, announce: '' };
  const { id, rule } = desk.step;
  // An answer given at once with the steps between is judged as the last of them.
  const step = stepOf(pass, id);
  const checked = check(pass, step, work.draft, typedAnswers(desk));
  const said = feedback(pass, checked, answerWords);
  const logged =
    work.draft.trim() === ''
      ? work
      : record(work, {
          ...blank(desk, id, now),
          typed: work.draft,
          hints: Math.max(work.hints, hintsSeen(work.opened ?? [], pass.number, id)),
          verdict: checked.verdict,
        });
  if (isAccepted(checked.verdict)) {
    const moved = fillOn(desk, moveOn(logged), now);
    // The first time a kind of step is done, why it is so is worth a sentence.
    const isNew = desk.support === 'formula' && work.viewing === undefined;
    const more = isNew ? explanation(rule, context, answerWords) : [];
    const { nudge, text: confirmed } = confirmation(pass, step, checked);
    const told: Told = {
      tone: 'right',
      text: `${shortName(step.result)}: ${said}${confirmed}`,
      more,
      step: id,
      ...(nudge && { nudge }),
    };
    if (stay) return { work: lookAt(moved, id), told, announce: said };
    return {
      work: moved,
      told,
      announce: [`${said}${confirmed}`, ...more, whereNow(deskAfter(desk, moved))].join(' '),
    };
  }
  const misses = missesAt(logged.log, pass.number, id);
  const told = refusal(pass, step, work.draft, checked, context, typedAnswers(desk), misses);
  return { work: logged, told, announce: spokenOf(told) };
}

/** All that is said of an answer that is not right, in one go. */
function spokenOf({ text, doubt, evidence = [] }: Told): string {
  const part = doubt?.typed.slice(doubt.span.start, doubt.span.end).trim() ?? '';
  const inDoubt = part === '' ? [] : [answerWords.verdicts.inDoubt(part)];
  return [text, ...inDoubt, ...evidence].join(' ');
}

/** Fills the step in view in, says why it is so, and points at the next one like it. */
export function showMe(desk: Desk, now: number): Outcome {
  const { step, context, work, pass } = desk;
  if (step === undefined || context === undefined) return { work, told: undefined, announce: '' };
  const typed = workedAnswer(pass, step, desk.values);
  const filledIn = record(work, { ...blank(desk, step.id, now), typed, origin: 'shown' });
  const after = deskAfter(desk, fillOn(desk, moveOn(filledIn), now));
  const neighbour = neighbourOf(pass, step);
  const next =
    neighbour === undefined || after.answers.has(neighbour.id)
      ? []
      : [
          answerWords.acts.yours(
            words.quantityName(neighbour.result, pass.exercise.network),
            indexOfStep(pass, neighbour.id) + 1,
          ),
        ];
  const told: Told = {
    tone: 'shown',
    text: answerWords.acts.worked(shortName(step.result), typed, after.cells.get(step.id) ?? ''),
    more: [...explanation(step.rule, context, answerWords), ...next],
    step: step.id,
  };
  return { work: after.work, told, announce: [told.text, ...(told.more ?? []), whereNow(after)].join(' ') };
}

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
  }
}

function fill(desk: Desk, work: Work, id: string, now: number): Work {
  const { pass, values, step } = deskAfter(desk, { ...work, viewing: id });
  if (step === undefined) return work;
  return record(work, { ...blank(desk, id, now), typed: workedAnswer(pass, step, values), origin: 'filled' });
}

/** What the network itself says of an accepted slope; of one that is right from a wrong one, what is amiss with that. */
function confirmation(
  pass: Pass,
  step: Step,
  checked: Checked,
): { readonly text: string; readonly nudge?: string } {
  if (checked.verdict === 'correct') {
    const text = nudgeText(pass, step, checked.answer.value, true, answerWords);
    return text === '' ? { text } : { text: ` ${text}`, nudge: step.id };
  }
  const from = checked.verdict === 'carried' ? findStep(pass, checked.from) : undefined;
  if (from?.result.kind !== 'partial') return { text: '' };
  return { text: ` ${answerWords.verdicts.disagrees(shortName(from.result))}`, nudge: from.id };
}

export const deskAfter = ({ pass }: Desk, work: Work): Desk => deskOf(pass.exercise, work, checkAll, merging);

export const blank = (desk: Desk, step: string, at: number): Attempt => ({
  at,
  pass: desk.pass.number,
  step,
  typed: '',
  origin: 'typed',
  verdict: 'correct',
  hints: 0,
});

/** The answers an answer to the step in view is judged from. */
export const typedAnswers = ({ answers, checked, step }: Desk): ReadonlyMap<string, string> =>
  new Map(
    [...answers].filter(([id]) => id !== step?.id && checked.has(id)).map(([id, { typed }]) => [id, typed]),
  );
