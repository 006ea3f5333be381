import { PHASES, type Phase, type Step } from '../../core/network/tape.ts';
import { shortName } from '../../core/expressions/names.ts';
import { quantitiesOf } from '../../core/expressions/expr.ts';
import { idOf, type Quantity } from '../../core/quantity.ts';
import { check } from '../../tutor/checking/check.ts';
import { consequenceText } from '../../tutor/consequence.ts';
import { isAccepted } from '../../tutor/log.ts';
import { hintsSeen } from '../../tutor/tries.ts';
import { betweenOf } from '../../tutor/merging.ts';
import { stepOf } from '../../tutor/pass.ts';
import { dueIn } from '../../tutor/ways.ts';
import { writtenAnswer } from '../../tutor/written.ts';
import { answerWords } from '../answer-words.ts';
import { words } from '../words.ts';
import { againAfter } from './again.ts';
import { deskAfter, fillOn, showMe, submit, type Outcome } from './acts.ts';
import { blank, typedAnswers } from './answering.ts';
import { hasBetween, type Desk } from './desk.ts';
import { whereNow } from './heard.ts';
import { refusal } from './refusal.ts';
import { spelled } from './spelled.ts';
import type { Told } from './told.ts';
import { voiceOf } from './voice.ts';
import { lookAt, moveOn, record, type Work } from './work.ts';

/** The learner hands in what stands in the field, to be judged at once or later. */
export function handIn(desk: Desk, now: number, stay = false): Outcome {
  const early = usesBetween(desk);
  if (early !== undefined) return early;
  return desk.isOpen ? give(desk, now, stay) : mark(desk, submit(desk, now, stay));
}

/** Fills the step in view in. In an exam that is told apart; it is never kept from who is stuck. */
export function showOne(desk: Desk, now: number): Outcome {
  return mark(desk, showMe(desk, now));
}

/** Where nothing is said of what follows from a number. */
const unsaid = (): string => '';

/** Takes an answer without a word on whether it is right. What cannot be read is told at once: it costs nothing. */
function give(desk: Desk, now: number, stay: boolean): Outcome {
  const { step: asked, work, pass } = desk;
  const voice = voiceOf(desk);
  if (asked === undefined || voice === undefined) return { work, told: undefined, announce: '' };
  const { id } = asked;
  const step = stepOf(pass, id);
  const typed = work.draft;
  const checked = check(pass, step, typed, typedAnswers(desk));
  const { verdict } = checked;
  const hints = Math.max(work.hints, hintsSeen(work.opened ?? [], pass.number, id));
  const logged =
    typed.trim() === '' ? work : record(work, { ...blank(desk, id, now), typed, hints, verdict });
  if (checked.verdict === 'unreadable') {
    const told = refusal({ pass, step, typed, checked, voice, earlier: typedAnswers(desk) }, [], unsaid);
    return { work: logged, told, announce: told.text };
  }
  const taken = answerWords.ways.taken(shortName(step.result), writtenAnswer(checked.answer));
  const moved = stay ? lookAt(logged, id) : fillOn(desk, moveOn(logged), now);
  const after = deskAfter(desk, moved);
  const again = againAfter(desk, after, id);
  const told: Told = { tone: 'given', text: taken, more: again, step: id };
  const heard = [taken, ...again];
  if (stay) return { work: moved, told, announce: heard.join(' ') };
  return mark(desk, { work: moved, told, announce: [...heard, whereNow(after)].join(' ') });
}

/** Marks what is due, and says how it went. */
function mark(desk: Desk, outcome: Outcome): Outcome {
  const due = dueIn(desk.pass, deskAfter(desk, outcome.work).answers, outcome.work);
  if (due.length === 0) return outcome;
  const length = outcome.work.log.length;
  const marked = { ...outcome.work.marked, ...Object.fromEntries(due.map((phase) => [phase, length])) };
  const work: Work = { ...outcome.work, marked };
  const after = deskAfter(desk, work);
  const text = summaryOf(after, due);
  const isRight = due.every((phase) => unmendedIn(after, phase).length === 0);
  const told: Told = { tone: isRight ? 'right' : 'progress', text, step: outcome.told?.step ?? '' };
  return { work, told, announce: `${text} ${whereNow(after)}` };
}

/** How many of a phase's answers are right, in a sentence for each phase. */
function summaryOf(desk: Desk, phases: readonly Phase[]): string {
  const sentences = PHASES.filter((phase) => phases.includes(phase)).map((phase) => {
    const all = desk.pass.steps.filter((step) => step.phase === phase).length;
    return answerWords.ways.checked(words.phaseNames[phase], all - unmendedIn(desk, phase).length, all);
  });
  const isMarked = phases.some((phase) => unmendedIn(desk, phase).length > 0);
  return [...sentences, ...(isMarked ? [answerWords.ways.seeMarked] : [])].join(' ');
}

const unmendedIn = (desk: Desk, phase: Phase): readonly string[] =>
  desk.toMend.filter((id) => stepOf(desk.pass, id).phase === phase);

/** Why an answer that was checked later is not right. Nothing where it is, or where it is not checked yet. */
export function reviewOf(desk: Desk): Told | undefined {
  const { step, pass } = desk;
  const voice = voiceOf(desk);
  const checked = step && desk.checked.get(step.id);
  if (step === undefined || voice === undefined || !checked || desk.isOpen) return undefined;
  const plain = stepOf(pass, step.id);
  if (isAccepted(checked.verdict)) {
    const stale = quantitiesOf(plain.formula).find((parent) => desk.toMend.includes(idOf(parent)));
    if (stale === undefined || !desk.toMend.includes(step.id)) return undefined;
    const text = answerWords.ways.followedStale(shortName(stale));
    return { tone: 'progress', text, step: step.id, about: [idOf(stale)] };
  }
  const changed = changedSince(desk, plain);
  if (changed !== undefined) {
    const text = answerWords.ways.followed(shortName(changed));
    return { tone: 'progress', text, step: step.id, about: [idOf(changed)] };
  }
  const { draft: typed } = spelled(desk);
  const earlier = typedAnswers(desk);
  return refusal({ pass, step: plain, typed, checked, voice, earlier }, [], (value) =>
    consequenceText(pass, plain, value, answerWords),
  );
}

/** What an answer was right from that has been given anew since: then nothing is wrong with how it was worked out. */
function changedSince({ answers, work }: Desk, { id, formula }: Step): Quantity | undefined {
  const given = answers.get(id);
  if (given?.verdict !== 'carried') return undefined;
  const place = work.log.indexOf(given);
  return quantitiesOf(formula).find((parent) => {
    const now = answers.get(idOf(parent));
    return now !== undefined && work.log.indexOf(now) > place;
  });
}

/** Who works steps out at once cannot take what they have skipped: its name stands for no number yet. */
function usesBetween(desk: Desk): Outcome | undefined {
  const { step, pass, work } = desk;
  if (step === undefined || !hasBetween(pass, step)) return undefined;
  const checked = check(pass, stepOf(pass, step.id), work.draft, typedAnswers(desk));
  if (checked.verdict === 'unreadable') return undefined;
  const used = new Set(quantitiesOf(checked.answer.expr).map(idOf));
  const skipped = betweenOf(pass, stepOf(pass, step.id)).find(
    ({ id }) => used.has(id) && !desk.values.has(id),
  );
  if (skipped === undefined) return undefined;
  const text = answerWords.ways.skipped(shortName(skipped.result));
  return { work, told: { tone: 'progress', text, step: step.id }, announce: text };
}
