/** What stands on the trainer's page around the questions. */
export const page = {
  title: 'Backpropagation, step by step',
  tagline: 'Do the backpropagation of a small neural network by hand, one number at a time.',
  /** The goal, told in two parts around the number. */
  goal: (targets: readonly string[]) =>
    targets.length === 1
      ? (['This network should answer ', targets[0] ?? '', '.'] as const)
      : (['This network should answer ', targets.join(' and '), '.'] as const),
  task: (steps: number) => `What will it answer? Work it out: ${steps} small numbers, saved as you go.`,
  taskLater: (pass: number, steps: number) =>
    `Pass ${pass}: the same ${steps} numbers with the new weights. Saved as you go.`,
  step: (number: number, of: number) => `Step ${number} of ${of}`,
  passDone: (pass: number) => `Pass ${pass} done`,
  loading: 'Loading the network …',
  answer: 'Your answer',
  placeholder: 'a number or a calculation, e.g. 0.5·0.41 + …',
  placeholderShort: 'a number or a calculation',
  arithmetic: 'The page does the arithmetic.',
  check: 'Check',
  hint: 'Hint',
  showMe: 'Show me',
  readAs: 'read as',
  formula: 'Formula',
  withNumbers: 'With the numbers put in',
  fillLike: (count: number) =>
    count === 1 ? 'Fill in the last one like this' : `Fill in the other ${count} like these`,
  filled: (count: number) =>
    count === 1
      ? 'One step is filled in for you.'
      : `${count} steps like these are filled in as their turn comes.`,
  worked: (name: string, worked: string, value: string) => `${name} = ${worked} = ${value}.`,
  yours: (name: string, step: number) => `The next like it, ${name}, is yours: step ${step}.`,
  last: 'last',
  lookBack: (name: string) => `Look again at ${name}`,
  backToStep: (step: number) => `Back to step ${step}`,
  backToEnd: 'Back to the end of the pass',
  marks: { typed: '', shown: 'shown', filled: 'filled' },
  log: 'Log',
  logEmpty: 'Every right answer is kept here.',
  unfold: (unit: string) => `Show the calculations of ${unit}`,
  guide: 'Quick guide',
  conventions: 'Conventions',
  progress: 'Progress',
  stepState: (step: string, done: boolean) => (done ? `${step}, done` : step),
  network: 'Network',
  newNetwork: 'New network',
  sameAgain: 'Same again',
  choose: 'Choose a network',
  change: 'Change numbers',
  undo: 'Undo',
  more: 'Network menu',
  fromLoss: 'I know forward: start at the loss',
  shorter: 'Shorter: a chain of 15',
  goOn: 'Go on where you left off',
  problem: (text: string) => `The address could not be read: ${text}. This is network 1 instead.`,
  keys: 'Keys',
  keyNames: {
    dot: 'times',
    plus: 'plus',
    minus: 'minus',
    brackets: 'brackets',
    sigma: 'sigma',
    erase: 'erase',
    check: 'check',
  },
  close: 'Close',
  presets: {
    default: { title: 'Two hidden units', text: '2-2-1, 28 steps. The usual one.' },
    chain: { title: 'Chain', text: '1-1-1, 15 steps. The shortest.' },
    fork: { title: 'Fork', text: '1-1-2, 24 steps. One weight reaches E by two paths.' },
    mazur: {
      title: 'Mazur’s example',
      text: '2-2-2 with biases, 39 steps. The one from the well-known article.',
    },
    xor: { title: 'Exclusive or', text: '2-2-1 with trained biases, four examples.' },
  } as Readonly<Record<string, { readonly title: string; readonly text: string }>>,
  seedField: 'Number of the network',
  seedOpen: 'Open',
  changeIntro: 'Give any number a new value. The pass then starts again with these.',
  changeApply: 'Use these numbers',
  changeBad: (name: string) => `${name}: this is not a number. Write it as 0.5 or -0.25.`,
  end: {
    loss: 'Loss E',
    lossMean: 'Mean loss of all examples',
    prediction: (output: string) => `Prediction, ${output}`,
    target: (target: string) => `target ${target}`,
    before: 'before',
    after: 'after',
    fell: (from: string, to: string) => `The loss fell from ${from} to ${to}.`,
    rose: (from: string, to: string) => `The loss rose from ${from} to ${to}.`,
    same: (at: string) => `The loss stayed at ${at}.`,
    byHand: (pass: number) => `Pass ${pass} by hand`,
    train: 'Or let the page work through',
    passes: (count: string) => `${count} passes`,
    stop: 'Stop',
    trainingTo: (pass: number, of: number) => `Pass ${pass} of ${of}`,
    trained: (pass: number, loss: string) => `Pass ${pass} done. Loss ${loss}.`,
    curve: 'Loss after each pass',
    curveText: (from: string, to: string, passes: number) =>
      `from ${from} to ${to} in ${passes} ${passes === 1 ? 'pass' : 'passes'}`,
  },
} as const;

/** What an exercise takes for granted, where books differ. */
export const conventions = (has: { readonly relu: boolean; readonly outputs: number }): readonly string[] => [
  has.outputs === 1
    ? 'The loss is half the squared gap: E = ½(t − a)².'
    : 'Each output’s loss is half its squared gap, E = ½(t − a)². The network’s loss is their sum.',
  'A slope is always ∂E, so the output’s is a − t, not t − a.',
  'δ is short for ∂E/∂z of a unit.',
  'w with indices i, j runs from unit i of the layer before to unit j.',
  'All new weights are worked out from the old ones, then they change together.',
  'Four significant digits are enough; the page goes on with exact numbers.',
  ...(has.relu ? ['The slope of ReLU at 0 is 0.'] : []),
];
