/** How a typed calculation differs from the formula, where no known mistake does it. @param typed the doubtful part */
export const differences = {
  other: () => 'None of these values goes into this step. Which one is asked for?',
  combined: () =>
    'These are the right values, but they go together in another way. Which of them are multiplied, which added?',
  part: () => 'This is one of the values that go into the step. What else goes in, and what is done with it?',
  missing: () => 'Your calculation lacks a value of the formula. Which one?',
  extra: (typed: string) => (typed === '' ? 'Does all of this belong here?' : `Does ${typed} belong here?`),
  misplaced: (typed: string) =>
    typed === '' ? 'Is each value in its place?' : `Is ${typed} the value that belongs in this place?`,
  sign: (typed: string) => `Which sign does ${typed === '' ? 'this number' : typed} have?`,
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
