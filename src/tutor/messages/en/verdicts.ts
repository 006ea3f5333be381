const unrounded = (exact: string): string => `Without rounding on the way it is ${exact}.`;

/** What is said of an answer. Names are short names or words, numbers as the page shows them. */
export const verdicts = {
  correct: (value: string) => `Right, ${value}.`,
  /** From numbers that were rounded on the way. */
  correctRounded: (value: string, exact: string) => `Right, ${value}. ${unrounded(exact)}`,
  /** Of fewer than four digits. */
  correctShort: (exact: string) => `Right. With four digits it is ${exact}.`,
  /** Names that have the value with these inputs only. */
  byChance: (typed: string, name: string) =>
    `But ${typed} has this value by chance: with other inputs it is not ${name}. Write what gives ${name} with any inputs, or the plain number.`,
  carried: (name: string) => `Right from your own ${name}, but that one is not right yet.`,
  impreciseAnswer: 'Right so far. Give four digits, counted from the first that is not 0.',
  tooFewDigits: 'Too few digits to tell. Give four, counted from the first that is not 0.',
  impreciseEarlier: (name: string | undefined) =>
    name === undefined
      ? 'Close. Use all four digits of the earlier values.'
      : `Close. Use all four digits of ${name}.`,
  impreciseLiteral: (typed: string, name: string) =>
    `Right so far, but ${typed} has too few digits for ${name}. Take all that are shown.`,
  /** Both to who left the step out and to who took it and rounded. */
  unmoved: (name: string) =>
    `With so few digits that is still the old ${name}. Take its step, and give four digits, counted from the first that is not 0.`,
  /** A number that is exactly what goes in, and with so few digits may be what comes out. */
  handedOn: (name: string) =>
    `With so few digits that cannot be told from ${name}, which goes in. What comes out? Give four digits, counted from the first that is not 0.`,
  lastPass: (typed: string, name: string) =>
    `${typed} was ${name} in the last pass. The weights have changed, and all that follows from them. Is each number from this pass?`,
  insertValues: 'A value in the picture can be inserted with all its digits: choose it there.',
  notYet: 'Not yet.',
  near: 'Close, but the last digit is off. Work with four digits all the way, and round only the result.',
  nearValue: (typed: string, name: string) =>
    `Close, but ${typed} is not quite ${name} as it stands here. Take the digits that are shown.`,
  wrong: (value: string) => `Not yet. Your answer comes to ${value}.`,
  /** The network's own word on a slope that is right. */
  nudged: (of: string, along: string, measured: string, yours: string) =>
    measured === yours
      ? `Nudged: ${of} moved ${measured} times as much as ${along}, as you said.`
      : `Nudged: ${of} moved ${measured} times as much as ${along}: that is yours without rounding on the way.`,
  /** The network's own word on a slope that is not right. It does not give the number. */
  disputed: {
    otherWay: (of: string, along: string, yours: string, rises: boolean) =>
      `Nudged: when ${along} rises, ${of} ${rises ? 'rises' : 'falls'}. With your ${yours} it would ${rises ? 'fall' : 'rise'}.`,
    /** `size` has no sign; the slope has that of the learner's number. */
    further: (of: string, along: string, size: string, rises: boolean) =>
      rises
        ? `Nudged: ${of} moved more than ${size} times as much as ${along}.`
        : `Nudged: when ${along} rises, ${of} falls, but by more than ${size} times as much.`,
    lessFar: (of: string, along: string, size: string, rises: boolean) =>
      rises
        ? `Nudged: ${of} moved, but less than ${size} times as much as ${along}.`
        : `Nudged: when ${along} rises, ${of} falls, but by less than ${size} times as much.`,
    moves: (of: string, along: string, rises: boolean) =>
      `Nudged: when ${along} rises, ${of} ${rises ? 'rises' : 'falls'}. 0 would mean that it does not move.`,
    not: (of: string, along: string) => `Nudged: ${of} did not move with ${along}.`,
  },
  /** After an answer that is right from a wrong one. */
  disagrees: (name: string) => `Nudged, the network disagrees with ${name}, not with this step.`,
  /** The loss after the update, if one number were the learner's. */
  lossApart: (yours: string, right: string) =>
    `Once every weight has taken its step, E would be ${yours} with your number, and ${right} with the right one.`,
  /** The same of a batch, whose loss is not on the screen yet. */
  lossApartOfBatch: (before: string, yours: string, right: string) =>
    `E of all examples together is ${before} now. Once every weight has taken its step, it would be ${yours} with your number, and ${right} with the right one.`,
  /** Added where the learner's is the lower. */
  longerStep: 'It is lower with yours since the step is longer, not since the number is right.',
  inDoubt: (part: string) => `In doubt: ${part}`,
} as const;
