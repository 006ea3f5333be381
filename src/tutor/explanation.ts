import type { Rule } from '../core/network/tape.ts';
import type { Asked } from './messages/en/questions.ts';
import type { AnswerMessages } from './messages/index.ts';

/** Why the formula of a step is what it is, and the name that its result gets, if it gets one: a sentence or two each. */
export function explanation(
  rule: Rule,
  asked: Asked,
  { reasons, naming }: AnswerMessages,
): readonly string[] {
  const name = naming[rule];
  return [reasons[rule](asked), ...(name === undefined ? [] : [name])];
}
