/** What is said of an answer. Names are short names or words, numbers as the page shows them. */
export const verdicts = {
  correct: (value: string) => `Right, ${value}.`,
  carried: (name: string) => `Right from your own ${name}, but that one is not right yet.`,
  impreciseAnswer: 'Right so far. Give four digits, counted from the first that is not 0.',
  impreciseEarlier: (name: string | undefined) =>
    name === undefined
      ? 'Close. Use all four digits of the earlier values.'
      : `Close. Use all four digits of ${name}.`,
  impreciseLiteral: (typed: string, name: string) =>
    `Right so far, but ${typed} has too few digits for ${name}. Take four.`,
  insertValues: 'A value in the network can be inserted with all its digits: click or tap it.',
  notYet: 'Not yet.',
  near: 'Close, but the last digit is off. Work with four digits all the way, and round only the result.',
  wrong: (value: string) => `Not yet. Your answer comes to ${value}.`,
  /** The network's own word on a slope. */
  nudged: (of: string, along: string, measured: string, yours: string) =>
    `Nudged: ${of} moved ${measured} times as much as ${along}. You said ${yours}.`,
} as const;
