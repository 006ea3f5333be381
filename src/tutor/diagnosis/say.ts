import { shortName } from '../../core/expressions/names.ts';
import type { Span } from '../answer/problem.ts';
import type { AnswerMessages } from '../messages/index.ts';
import type { Voice } from '../voice.ts';
import type { Cause } from './cause.ts';
import type { Diagnosis } from './diagnose.ts';
import type { Difference } from './difference.ts';

/** A choice between causes that lead to the same answer; what is chosen is the cause. */
export type Choice = {
  readonly question: string;
  readonly options: readonly { readonly id: string; readonly text: string; readonly cause: Cause }[];
};

/** More options than this are not read. */
const OPTIONS = 3;

/** The causes to ask about: those that nothing speaks against, if there are any. */
export function inQuestion(causes: readonly Cause[]): readonly Cause[] {
  const open = causes.filter(({ unlikely }) => !unlikely);
  return open.length > 0 ? open : causes;
}

/** The question, or for two mistakes at once the two, that point at a cause. */
export const causeText = ({ ids, taken }: Cause, voice: Voice): string =>
  ids.map((id) => voice.mistake(id, taken).ask).join(' ');

/** The question that tells causes apart, of those in question: which of these did you do? */
export function separate(causes: readonly Cause[], voice: Voice, { choosing }: AnswerMessages): Choice {
  const options = causes.slice(0, OPTIONS).map((cause) => {
    const [first, second] = cause.ids;
    const { did } = voice.mistake(first);
    const text = second === undefined ? did : choosing.both(did, voice.mistake(second).did);
    return { id: cause.ids.join('+'), text, cause };
  });
  return { question: choosing.question, options };
}

/**
 * What is said of a wrong answer beside its verdict, where there is nothing to press; empty where nothing is known.
 * @param typed the answer
 */
export function diagnosisText(
  { causes, difference }: Diagnosis,
  typed: string,
  voice: Voice,
  words: AnswerMessages,
): string {
  const open = inQuestion(causes);
  const [only] = open;
  if (only === undefined)
    return difference === undefined ? '' : differenceText(difference, typed, voice, words);
  if (open.length === 1) return causeText(only, voice);
  const { question, options } = separate(open, voice, words);
  return words.choosing.inLine(
    question,
    options.map(({ text }) => text),
  );
}

/** A part with the sign before it, where that is one and takes nothing away. */
function signed(typed: string, { start, end }: Span): string {
  const sign = /(?:^|[-−+*·×/÷:(=^])\s*[-−]\s*$/.test(typed.slice(0, start)) ? '−' : '';
  return sign + typed.slice(start, end);
}

/** Whether each bracket in a text is closed there, and none is that was opened before. */
function isClosed(text: string): boolean {
  let depth = 0;
  return (
    Array.from(text).every(
      (char) => (depth += '([{'.includes(char) ? 1 : ')]}'.includes(char) ? -1 : 0) >= 0,
    ) && depth === 0
  );
}

/** The question about what does not fit in a typed calculation. */
function differenceText(
  difference: Difference,
  typed: string,
  { where }: Voice,
  { differences }: AnswerMessages,
): string {
  const { kind, of, span, spans = span ? [span] : [], short = [] } = difference;
  if (kind === 'other') return differences.other([where]);
  if (of) return differences.elsewhere([shortName(of)]);
  const parts = (places: readonly Span[]): readonly string[] => [
    ...new Set(places.map(({ start, end }) => typed.slice(start, end))),
  ];
  // Whose sign is in question is named without one.
  const isWhole = kind === 'misplaced' || kind === 'extra';
  // A part of a bracket is not named by itself.
  const whole = spans.filter(({ start, end }) => isClosed(typed.slice(start, end)));
  const asked = differences[kind](isWhole ? whole.map((part) => signed(typed, part)) : parts(spans));
  return short.length > 0 ? `${asked} ${differences.digits(parts(short))}` : asked;
}
