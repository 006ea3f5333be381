const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** The figures about what the numbers mean. Every number in them comes from the network on the page. */
export const ideas = {
  intro:
    'Five figures on the network you are working with. Each starts with a guess and ends with something for you to do.',
  contents: 'The five figures',
  guess: 'Your guess first',
  covered: 'The picture appears once you have made a guess. Any guess will do.',
  last: 'To do last',
  check: 'Check',
  placeholder: 'a number or a calculation',
  emptyAnswer: 'Type a number or a calculation first.',
  unreadable: 'This cannot be read as a number. Write it like 0.5·(−0.25).',

  explore: {
    title: 'How to explore: seven signs',
    text: [
      'A pass is made of seven kinds of number, worked out in this order. z and a run from the input to the output. E says how wrong the answer is.',
      'The next three run back, from the loss to the input. Each is a slope: it says how many times as much E moves when something else moves a little. Last, every weight takes its step.',
      'A sign lights up when you have done one of its numbers by hand. Press it to go there.',
    ],
    question: 'Which of these is the first to need the target?',
    right: 'E it is. Until then the network does not know what it should have answered.',
    wrong: (guess: string) =>
      `The first is E, not ${guess}. What runs forward does so without knowing the target, and all slopes start from E.`,
    strip: 'The seven signs, in order',
    symbols: {
      z: 'z',
      a: 'a',
      E: 'E',
      'dE/da': '∂E/∂a',
      delta: 'δ',
      'dE/dw': '∂E/∂w',
      "w'": 'w′',
    },
    meaning: {
      z: 'what arrives at a unit: values times weights, added up',
      a: 'what the unit sends on: z put through its activation',
      E: 'how wrong the network is: one number for the whole',
      'dE/da': 'how many times as much E moves as a',
      delta: 'how many times as much E moves as z: short for ∂E/∂z',
      'dE/dw': 'how many times as much E moves as one weight',
      "w'": 'the weight after its step downhill',
    },
    count: (done: number, total: number) => `${done} of ${total} by hand`,
    later: 'Its turn comes later.',
    goTo: (step: number, name: string) => `Go to step ${step}: ${name}`,
    task: 'If only the target were another number, which of the seven would change? Tick them.',
    taskRight: 'Right. What runs forward stays as it is; from E on everything follows the target.',
    taskWrong: (missed: readonly string[]) =>
      `Look again at ${list(missed)}. Does the target stand in its formula, or in a number that its formula uses?`,
  },
} as const;
