import type { PartlyWorked } from '../../tutor/partly-worked.ts';
import { answerWords } from '../answer-words.ts';
import { comparisonOf } from '../trainer/end.ts';
import { headingOf, namesOf, type Desk, type View } from './desk.ts';
import type { Subject } from './subject.ts';
import type { Told } from './told.ts';

// What those hear who do not see the page change. The verdict comes first, then the next question; what has appeared is
// told by what it is, and is not read out.

/** So many words can be heard at once and kept in mind. */
const MOST_WORDS = 25;

export const countOf = (text: string): number => text.split(/\s+/).length;

/** All of `first`, and of the others those that are few enough words, in their order. */
export function inFewWords(first: readonly string[], others: readonly string[]): string {
  let heard = first.filter((text) => text !== '').join(' ');
  for (const text of others) {
    const longer = `${heard} ${text}`;
    if (text !== '' && countOf(longer) <= MOST_WORDS) heard = longer;
  }
  return heard;
}

/** After a step that stands now: what is asked next, and what has appeared with it. @param why what is said of the step done */
export function heardOfNext<V extends View>(
  subject: Subject<V>,
  before: V,
  after: V,
  first: readonly string[],
  why: readonly string[] = [],
): string {
  const { heard } = answerWords;
  const alike = subject.alike(after);
  const isNew = alike > 0 && (subject.alike(before) === 0 || after.step?.rule !== before.step?.rule);
  return inFewWords(
    [...first, subject.whereNow(after), ...(why.length > 0 ? [heard.why] : [])],
    [isNew ? heard.alike(alike) : '', subject.question(after)],
  );
}

/** Of an answer that is not right. @param part what has been worked out for the learner since */
export function heardOfRefusal(
  { text, doubt, evidence, tryIt, choices }: Told,
  part: PartlyWorked | undefined,
): string {
  const { heard, verdicts } = answerWords;
  const doubtful = doubt?.typed.slice(doubt.span.start, doubt.span.end).trim() ?? '';
  return [
    text,
    ...(doubtful === '' ? [] : [verdicts.inDoubt(doubtful)]),
    ...(choices ? [heard.choices(choices.length)] : []),
    ...(part ? [part.part ? heard.part : heard.numbers] : []),
    ...(tryIt ? [heard.tryIt] : []),
    ...(evidence?.length ? [heard.evidence] : []),
  ].join(' ');
}

/** Which step is in view; at the end of a pass, what came of it. */
export function whereNow(desk: Desk): string {
  const { step } = desk;
  if (step !== undefined) return `${headingOf(desk)}: ${namesOf(desk)(step.result)}.`;
  return answerWords.heard.pass(headingOf(desk), comparisonOf(desk).sentence);
}
