import type { Asked } from '../messages/en/questions.ts';
import type { AnswerMessages } from '../messages/index.ts';
import type { Cause } from './cause.ts';

/** A choice between causes that lead to the same answer; what is chosen is the cause. */
export type Choice = {
  readonly question: string;
  readonly options: readonly { readonly id: string; readonly text: string; readonly cause: Cause }[];
};

/** More options than this are not read. */
const OPTIONS = 3;

/** The question, or for two mistakes at once the two, that point at a cause. */
export const causeText = ({ ids }: Cause, asked: Asked, { mistakes }: AnswerMessages): string =>
  ids.map((id) => mistakes[id].ask(asked)).join(' ');

/** The question that tells causes apart: which of these did you do? */
export function separate(causes: readonly Cause[], { mistakes, choosing }: AnswerMessages): Choice {
  const options = causes.slice(0, OPTIONS).map((cause) => {
    const [first, second] = cause.ids;
    const did = mistakes[first].did;
    const text = second === undefined ? did : choosing.both(did, mistakes[second].did);
    return { id: cause.ids.join('+'), text, cause };
  });
  return { question: choosing.question, options };
}

/** What is said of the causes of a wrong answer, where there is nothing to press; empty where none is known. */
export function causesText(causes: readonly Cause[], asked: Asked, words: AnswerMessages): string {
  const [only] = causes;
  if (only === undefined) return '';
  if (causes.length === 1) return causeText(only, asked, words);
  const { question, options } = separate(causes, words);
  return words.choosing.inLine(
    question,
    options.map(({ text }) => text),
  );
}
