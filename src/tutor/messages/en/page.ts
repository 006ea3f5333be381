import type { ActivationName } from '../../../core/network/activations.ts';
import type { LossName } from '../../../core/network/losses.ts';
import { lossFormula, lossSlopeFormula } from './losses.ts';

/** What stands on the trainer's page around the questions. */
export const page = {
  title: 'Backpropagation, step by step',
  skip: 'Skip to the content',
  tagline: 'Do the backpropagation of a small neural network by hand, one number at a time.',
  /** The goal, told in two parts around the number. */
  goal: (targets: readonly string[]) => ['This network should answer ', targets.join(' and '), '.'] as const,
  task: (steps: number | string) =>
    `What will it answer? Work it out: ${steps} small numbers, saved as you go.`,
  taskLater: (pass: number, steps: number | string) =>
    `Pass ${pass}: the same ${steps} numbers with the new weights. Saved as you go.`,
  step: (number: number, of: number) => `Step ${number} of ${of}`,
  passDone: (pass: number) => `Pass ${pass} done`,
  answer: 'Your answer',
  placeholder: 'a number or a calculation, e.g. 0.5·0.41 + …',
  placeholderShort: 'a number or a calculation',
  loadFailed: 'A part of the page could not be loaded. Check the connection, then try again.',
  arithmetic: 'The page does the arithmetic. Click or tap a value in the network to insert it.',
  workOut: (name: string) => `Work out ${name}.`,
  check: 'Check',
  hint: 'Hint',
  showMe: 'Show me',
  readAs: 'read as',
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
  earlierPass: (pass: number) => `Pass ${pass}`,
  logEmpty: 'Every right answer is kept here.',
  unfold: (unit: string) => `Show the calculations of ${unit}`,
  guide: 'Quick guide',
  recalled: 'Recalled in this pass. Looking them up counts as help at this step.',
  lookUp: 'Look the formulas up',
  conventions: 'Conventions',
  progress: 'Progress',
  stepState: (step: string, done: boolean) => (done ? `${step}, done` : step),
  wholeView: 'Whole network',
  nearView: 'Only this unit',
  newNetwork: 'New network',
  sameAgain: 'Same again',
  choose: 'Choose a network',
  change: 'Change numbers',
  watch: 'Watch this pass',
  watchFrom: (name: string) => `Watch from ${name}`,
  findSlip: 'Find the slip',
  ways: { once: 'Ways to work', phase: 'Ways to work: by phase', exam: 'Ways to work: exam' },
  undo: 'Undo',
  more: 'Network menu',
  fromLoss: 'I know forward: start at the loss',
  shorter: 'Shorter: a chain of 15',
  asCode: 'This pass as code or LaTeX',
  goOn: 'Go on where you left off',
  problem: (text: string) => `The address could not be read: ${text}. This is network 1 instead.`,
  keys: 'Keys',
  keyNames: {
    times: 'times',
    plus: 'plus',
    minus: 'minus',
    open: 'open bracket',
    close: 'close bracket',
    one: '1',
    half: 'one half',
    squared: 'squared',
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
    softmax: {
      title: 'Three classes',
      text: '2-3 with softmax and cross-entropy, 37 steps. Every output depends on every z.',
    },
    bce: { title: 'Yes or no', text: '2-2-1 with SiLU, σ and binary cross-entropy, 28 steps.' },
    regression: {
      title: 'A number to hit',
      text: '1-2-1 with leaky ReLU, trained biases and the mean squared error.',
    },
  } as Readonly<Record<string, { readonly title: string; readonly text: string }>>,
  seedField: 'Each number draws another network:',
  seedOpen: 'Open',
  changeIntro: 'Give any number a new value. The pass then starts again with these.',
  changeApply: 'Use these numbers',
  changeBad: (name: string) => `${name}: this is not a number. Write it as 0.5 or -0.25.`,
  nudge: 'Nudge a value',
  trained: (pass: number, loss: string) => `Pass ${pass} done. Loss ${loss}.`,
} as const;

/** What an activation or a loss takes for granted, where books differ. */
const ownConventions: Readonly<Partial<Record<ActivationName | LossName, string>>> = {
  relu: 'The slope of ReLU at 0 is 0.',
  'leaky-relu': 'Leaky ReLU makes 0.01·z of a z below 0. Its slope at 0 is 0.01.',
  gelu: 'GELU is z·Φ(z) with Φ(z) = ½·(1 + erf(z/√2)), not the approximation by tanh.',
  'mean-squared-error': 'The mean is taken over the outputs, and there is no ½ in it.',
  'binary-cross-entropy': 'ln is the natural logarithm.',
  'cross-entropy': 'ln is the natural logarithm.',
  huber:
    'huber(x) is ½x² up to a size of 1, from there on the size of x less ½. Its slope clip(x) is x, held between −1 and 1.',
  'absolute-error': 'The slope of the absolute error is 0 where a hits t.',
};

/** What an exercise is of which the conventions speak. */
type Has = {
  readonly loss: LossName;
  readonly outputs: number;
  readonly activations: readonly ActivationName[];
};

/** What the numbers take for granted, where books differ. */
export const facts = ({ loss, outputs, activations }: Has): readonly string[] => [
  outputs === 1
    ? `The loss is E = ${lossFormula(loss, outputs)}.`
    : `Each output’s loss is E = ${lossFormula(loss, outputs)}. The network’s loss is their sum.`,
  ...(ownConventions[loss] === undefined ? [] : [ownConventions[loss]]),
  `A slope is always ∂E, so the output’s ∂E/∂a is ${lossSlopeFormula(loss, outputs)}.`,
  'δ is short for ∂E/∂z of a unit.',
  'w with indices i, j runs from unit i of the layer before to unit j.',
  'All new weights are worked out from the old ones, then they change together.',
  ...[...new Set(activations)].flatMap((name) => ownConventions[name] ?? []),
];

/** The same with what the page makes of it. */
export const conventions = (has: Has): readonly string[] => [
  ...facts(has),
  'Four significant digits are enough; the page goes on with exact numbers.',
];
