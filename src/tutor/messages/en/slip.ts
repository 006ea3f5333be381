/** What is said while a planted mistake is looked for. Not needed before that, so it is imported by itself. */
export const enSlip = {
  title: 'Find the slip',
  intro:
    'Somebody has worked out pass 1 of this network, and made one mistake. What comes after it is worked out right, but from the wrong number. In which line was it made?',
  choose: 'Choose a line.',
  none: 'This network is not suited: from the numbers as they are written, no mistake in it can be told from all the others. Try another network.',
  right: (name: string) => `The line of ${name} is right.`,
  follows: (name: string) =>
    `The number of ${name} is not right, but the line is: it goes on from a wrong number further up.`,
  here: (name: string) => `Yes, the line of ${name} is wrong. What was done there?`,
  others: (value: string) => `Done that way, the line would come to ${value}.`,
  otherwise: 'Done that way, the line would look otherwise.',
  named: (did: string) => `Yes: somebody ${did}.`,
  mend: 'The right value',
  /** @param follows there are lines that go on from it */
  mended: (name: string, value: string, follows: boolean) =>
    `Found, named and mended: ${name} is ${value}.${follows ? ' What follows from it is mended too.' : ''}`,
  another: 'Another one',
  leave: 'Back to your pass',
} as const;
