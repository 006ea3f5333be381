import { written } from '../../../core/expressions/names.ts';

/** What is said while a value is nudged. */
export const nudge = {
  choose: 'Choose a value in the network, then move it with ▲ and ▼.',
  taken: (name: string) => `${name} is chosen. Move it with ▲ and ▼.`,
  /** The same for those who do not see it, and what is said when it ends. */
  begun: 'Nudging: choose a value in the network, then move it with the arrow keys. Escape ends it.',
  ended: 'Nudging has ended. A value that is chosen goes into the answer again.',
  up: (by: string) => `Raise the value by ${by}`,
  down: (by: string) => `Lower the value by ${by}`,
  reset: 'Reset',
  moved: (name: string, by: string) => `${name} moved by ${by}. E is not known yet.`,
  /** `slope` is not there while it is still asked for. */
  result: (name: string, by: string, change: string, slope?: { times: string; slope: string }) =>
    slope === undefined
      ? `${name} moved by ${by}, E by ${change}.`
      : `${name} moved by ${by}, E by ${change}: ${slope.times} times as much. The smaller the move, the closer to the slope, ${slope.slope}.`,
} as const;

/** Passes that the page has worked through: the first and the last of them. */
type Span = readonly [first: number, last: number];

const lossIn = (over: Span | undefined, isOwn: boolean): string =>
  over === undefined
    ? isOwn
      ? 'The loss'
      : 'The page goes on with the exact new weights, not with yours. With them the loss'
    : over[0] === over[1]
      ? `In pass ${over[0]} the loss`
      : `In passes ${over[0]} to ${over[1]} the loss`;

/** A fall below 0 is a rise. */
const isRise = (fall: string): boolean => fall.startsWith('−');
const size = (fall: string): string => fall.replace('−', '');

/** What stands at the end of a pass. */
export const end = {
  loss: 'Loss E',
  prediction: (output: string, count: number, example?: number) =>
    (count === 1 ? 'Prediction' : `Prediction, ${output}`) + (example ? `, example ${example}` : ''),
  shownAfter: 'The network shows the values after the update.',
  exact: 'Worked out with all digits; your own numbers may differ in the last one.',
  target: (target: string) => `target ${target}`,
  before: 'before',
  after: 'after',
  afterPass: (pass: number) => `after pass ${pass}`,
  /** `isOwn`: the new weights are those that the learner has worked out. */
  fell: (from: string, to: string, over?: Span, isOwn = true) =>
    `${lossIn(over, isOwn)} fell from ${from} to ${to}.`,
  rose: (from: string, to: string, over?: Span, isOwn = true) =>
    `${lossIn(over, isOwn)} rose from ${from} to ${to}.`,
  same: (at: string, over?: Span, isOwn = true) => `${lossIn(over, isOwn)} stayed at ${at}.`,
  /** The page has worked on since. */
  ofPass: (pass: number) => `Of pass ${pass}, the last one done by hand:`,
  promise: (gradients: number, promised: string, actual: string, isPlain: boolean, isOwn: boolean) =>
    `${isOwn ? `Your ${gradients} gradients` : `The ${gradients} exact gradients, which the page goes on with,`} promised a ${isRise(promised) ? 'rise' : 'fall'} of ${size(promised)}. ${
      isPlain
        ? `Each is a slope, and the step that follows from it is ${written.rate}·slope. Slope times step is the fall that it promises: ${written.rate}·slope². These are added.`
        : 'Each is a slope, and slope times step is the fall that it promises. These are added.'
    } It ${isRise(actual) ? 'rose' : 'fell'} by ${size(actual)}.`,
  /** @param fall by how much it fell */
  who: (fall: string) => (isRise(fall) ? 'Who promised the fall?' : 'Who made the loss fall?'),
  percent: (share: string) => `${share} %`,
  card: (numbers: number, of: number, score: string, promised: string, actual: string, link: string) =>
    `${numbers === of ? of : `${numbers} of ${of}`} numbers by hand. ${score && `${score} `}Promised ${promised}, got ${actual}. Same network, your turn: ${link}`,
  copy: 'Copy as a line of text',
  copied: 'Copied.',
  byHand: (pass: number) => `Pass ${pass} by hand`,
  watch: (pass: number) => `Watch pass ${pass}`,
  findSlip: 'Find the slip in a worked pass',
  train: 'Or let the page work through',
  passes: (count: string) => `${count} passes`,
  stop: 'Stop',
  diverged: (pass: number) =>
    `Stopped before pass ${pass}: with it the loss would be no finite number any more. The steps overshoot. Start again with a smaller learning rate ${written.rate}.`,
  trainingTo: (pass: number, of: number) => `Pass ${pass} of ${of}`,
  curve: 'Loss after each pass',
  curveMean: 'Mean loss of all examples after each pass',
  curveText: (from: string, to: string, passes: number) =>
    `from ${from} to ${to} in ${passes} ${passes === 1 ? 'pass' : 'passes'}`,
  curvePoint: (pass: number, loss: string) =>
    pass === 0 ? `before: ${loss}` : `after pass ${pass}: ${loss}`,
} as const;
