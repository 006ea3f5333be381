import { list } from './list.ts';

/** Numbers that are named one by one. */
const MOST = 4;

/** "0.67, 0.93 and 0.39"; of many the first ones. */
const named = (parts: readonly string[]): string =>
  list(parts.length > MOST ? [...parts.slice(0, MOST - 1), 'the others'] : parts);

/** A sign between two values: not the one of 1e-5, nor the stroke of ∂E/∂a. */
const CALCULATION = /[^e](?:[-−+*·×÷]|\/(?!\s*[d∂]))/iu;

/**
 * How a typed calculation differs from the formula, where no known mistake does it.
 * @param parts the doubtful numbers, as typed; of `other`, where to look
 */
export const differences = {
  other: ([where]: readonly string[]) =>
    `None of the values that you typed is used in this step. ${where ?? ''}`,
  combined: ([only]: readonly string[]) =>
    only === undefined
      ? 'These are the right values, but they go together in another way. Which are multiplied, which added or taken away?'
      : `${only} is the right value, but the step does more with it, or something else. What does its formula say?`,
  part: () => 'This is one of the values that go into the step. What else goes in, and what is done with it?',
  missing: () => 'Your calculation lacks a value of the formula. Which one?',
  extra: ([typed]: readonly string[]) =>
    typed === undefined ? 'Does all of this belong here?' : `Does ${typed} belong here?`,
  misplaced: ([typed]: readonly string[]) =>
    typed === undefined
      ? 'Is each value in its place?'
      : CALCULATION.test(typed)
        ? `In ${typed} is a value that does not belong there. Which one does?`
        : `${typed} does not belong there. Which values does this step take?`,
  sign: (parts: readonly string[]) =>
    parts.length === 0
      ? 'Which sign belongs before each number, plus or minus?'
      : `${parts.length === 1 ? 'Which sign does' : 'Which signs do'} ${named(parts)} have, plus or minus? A value goes into the calculation with its own sign.`,
  digits: (parts: readonly string[]) =>
    `${parts.length === 0 ? 'A number' : named(parts)} ${parts.length > 1 ? 'have' : 'has'} too few digits. Take all that are shown.`,
  elsewhere: ([name]: readonly string[]) =>
    `That is your ${name ?? 'answer to another step'}. Which value is asked for here?`,
  stranger: ([typed]: readonly string[]) =>
    `Where does ${typed ?? 'the number that is added'} come from? No value here is that number.`,
  size: () => 'The size is right. Which sign should it have?',
} as const;

/** How the sentences about several causes are put together. */
export const choosing = {
  question: 'Several slips lead to this. Which comes nearest to what you did?',
  none: 'none of these',
  both: (first: string, second: string) => `${first}, and ${second}`,
  /** One after the other, where there is nothing to press. */
  inLine: (question: string, options: readonly string[]) =>
    `${question} ${options.map((option) => `“I ${option}.”`).join(' ')}`,
} as const;
