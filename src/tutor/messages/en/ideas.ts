const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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

  phases: {
    title: 'Two phases: forward, then back',
    text: [
      'Forward, the example runs from the input to the loss, and each arrow multiplies what it carries by its weight. Backward, the slope of the loss runs along the same arrows the other way, and each multiplies by the same weight again.',
      'No weight moves until the way back is done, so slopes come back through the old weights. Then all weights take one small step together, and the next example comes: forward, back, step, over many examples and many times.',
      'Drag the playhead to the right end, make a guess there, then drag it back.',
    ],
    forth: 'Playhead, going forward: drag it to the right',
    back: 'Playhead, going back: drag it to the left',
    start: 'The example stands at the input. Nothing has moved yet.',
    atLoss: 'At the loss',
    carried: (product: string, value: string, head: string, sent: string | undefined) =>
      `Value times weight: ${product} = ${value} arrives at ${head}.` +
      (sent === undefined ? '' : ` Nothing more is to come, and it sends on ${sent}.`),
    toLoss: (output: string, a: string, t: string, e: string | undefined) =>
      `${capital(output)} says ${a}, the target is ${t}.` + (e === undefined ? '' : ` The loss is ${e}.`),
    question: 'The way back starts at E. Which weight does it meet first?',
    guessRight: 'Yes, the weights nearest to E come first. Now drag the playhead back to the left.',
    guessWrong:
      'This one is further from E. The way back runs against the arrows: which weights lie right before the output? Choose or tap one of those.',
    fromLoss: (output: string, ea: string, slope: string, delta: string) =>
      `E moves ${ea} times as much as a of ${output}, and a moves ${slope} times as much as z. Together that is its δ, ${delta}: how many times as much E moves as z.`,
    handedBack: (product: string, value: string, tail: string, delta: string | undefined) =>
      `Weight times δ: ${product} = ${value} goes back to ${tail}.` +
      (delta === undefined ? '' : ` Its own slope of the activation makes it δ = ${delta}.`),
    ownSlope: (product: string, value: string) =>
      `On the way the weight gets its slope, δ times what it carried: ${product} = ${value}.`,
    atInput: (weight: string, input: string) =>
      `At ${weight} the way back ends: nobody needs to know how E moves with ${input}.`,
    done: (examples: number) =>
      `Each arrow has been used twice, with the same weight. Now all weights take their step, and the next pass starts with ${examples > 1 ? 'the next example' : 'the new weights'}.`,
    again: 'Start again at the input',
    task: (weight: string, tail: string, delta: string, head: string) =>
      `δ of ${head} is ${delta}. What does the arrow of ${weight} bring back to ${tail}?`,
    taskRight: (product: string, value: string) => `Right: ${product} = ${value}.`,
    taskWrong: (weight: string) =>
      `Not yet. Going back, the arrow multiplies δ by its weight, the same ${weight} that it used going forward.`,
    taskFlat: (weight: string, delta: string, input: string) =>
      `δ of the output is ${delta}. What is the slope of E with ${weight}, which comes from ${input}?`,
    taskFlatWrong: 'Not yet. The slope of a weight is δ at its head times what it carried forward.',
  },

  chain: {
    title: 'The chain rule: factor by factor',
    text: [
      'How does E follow one weight? Walk from the weight to E and ask at every link how many times as much the next value moves. Links that follow each other multiply.',
      'z moves with the weight by what flows through it: ∂z/∂w is just its input. a moves ∂a/∂z times as much as z, the slope of the activation. The next z moves w times as much as this a, and E moves ∂E/∂a times as much as the output.',
      'From z to E the product has a name, δ = ∂E/∂z. All weights that lead into a unit share it. Where a value reaches E by several ways, each way gives a product, and the products add up.',
    ],
    question: (weight: string, from: string, to: string) =>
      `${weight} leads from ${from} to ${to}. How many factors lie between it and E?`,
    guessRight: (count: number) => `${count} it is. Follow the arrows and see each of them.`,
    guessWrong: (count: number) =>
      `It is ${count}: two for every unit on the way, and one for the loss. Follow the arrows and see each of them.`,
    weight: 'Weight',
    next: 'Go on along',
    along: (arrow: string, to: string) => `${arrow} to ${to}`,
    toLoss: 'the arrow to E',
    back: 'One back',
    notHere: (unit: string) => `That arrow does not start where you are, at ${unit}.`,
    atEnd: 'You are at E. Choose another weight, or go one back.',
    nudge: (weight: string, by: string) => `Move ${weight} by ${by}`,
    nudgeText: (by: string, moved: string) => `by ${by}: E moves by ${moved}`,
    nudged: 'The weight is moved, and what lies on the way follows:',
    links: {
      input: (name: string) => `the input, ${name}`,
      slope: (symbol: string) => `the slope of ${symbol}`,
      weight: (name: string) => `the weight, ${name}`,
      loss: () => 'the slope of the loss',
    },
    factor: (value: string) => (value.startsWith('−') ? `(${value})` : value),
    way: (number: number) => `Way ${number} from the weight to E`,
    single: (name: string, slope: string) => `That is ${name} = ${slope}.`,
    partOf: (count: number, product: string) =>
      `This way brings ${product}. But ${count} ways lead from this weight to E.`,
    sum: (products: readonly string[], rest: string | undefined, name: string, slope: string) =>
      `Added up: ${[...products, ...(rest === undefined ? [] : [`${rest} from the other ways`])].join(' + ').replaceAll('+ −', '− ')} = ${name} = ${slope}.`,
    moved: (by: string, moved: string) =>
      `Worked out anew with the weight moved by ${by}, E moves by ${moved}.`,
    whole: (count: number) => (count === 2 ? 'Add the second way' : `Add the other ${count - 1} ways`),
    second: 'With a second output: show it on the network Fork',
    task: (weight: string, from: string, head: string, delta: string) =>
      `${weight} leads from ${from} to ${head}, whose δ is ${delta}. Only one factor is missing. What is the slope of E with ${weight}?`,
    taskRight: (weight: string, value: string) => `Right: the slope of E with ${weight} is ${value}.`,
    taskWrong: (input: string, from: string) =>
      `Not yet. δ goes from z to E. What is left is how z moves with the weight: by ${input}, what ${from} sends.`,
  },
} as const;
