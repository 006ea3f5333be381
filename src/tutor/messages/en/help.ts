import { written } from '../../../core/expressions/names.ts';
import { activationSymbol, isCoupling, type ActivationName } from '../../../core/network/activations.ts';
import { LOSSES, type LossName } from '../../../core/network/losses.ts';
import type { Rule } from '../../../core/network/tape.ts';
import { batchPlaces, batchPrinciples, batchReasons } from './batches.ts';
import { optimizerPlaces, optimizerPrinciples, optimizerReasons } from './optimizer-help.ts';
import { gradientOf } from './gradient-words.ts';
import type { Asked } from './questions.ts';

/** Whose slope is worked out from z; that of the others from a, which one has. */
const BY_Z: readonly ActivationName[] = ['relu', 'leaky-relu', 'softplus', 'gelu'];

/** The first hint: where in the network to look. What it names is lit there. */
export const whereToLook: Readonly<Record<Rule, (asked: Asked) => string>> = {
  weightedSum: ({ unit, hasBias }) =>
    `Look at the arrows that end at ${unit}${hasBias ? ', its bias' : ''} and the values that come along.`,
  activation: ({ unit }) => `Look inside ${unit}, at its ${written.z}.`,
  unitLoss: ({ unit }) => `Look at what ${unit} sends out, and at its target.`,
  totalLoss: () => 'Look at the losses of the outputs.',
  lossSlope: ({ unit }) => `Look at what ${unit} sends out, and at its target.`,
  activationSlope: ({ unit, activation }) =>
    activation === 'linear'
      ? `Look inside ${unit}, at the way from ${written.z} to ${written.a}.`
      : `Look inside ${unit}, at its ${BY_Z.includes(activation) ? written.z : written.a}.`,
  chainRule: ({ unit }) => `Look inside ${unit}, at its ∂E/∂${written.a} and ∂${written.a}/∂${written.z}.`,
  sumOverPaths: ({ unit, paths }) =>
    paths === 1
      ? `Look at the arrow that leaves ${unit}, and at ∂E/∂${written.z} of the unit it leads to.`
      : `Look at the arrows that leave ${unit}, and at ∂E/∂${written.z} of the units they lead to.`,
  weightGradient: ({ parameter }) =>
    `Look at the unit where the arrow of ${parameter} starts, and at the one where it ends.`,
  biasGradient: ({ unit }) => `Look at ∂E/∂${written.z} of ${unit}.`,
  gradientDescent: (asked) => `Look at ${asked.parameter} and at ${gradientOf(asked)}.`,
  ...optimizerPlaces,
  ...batchPlaces,
};

/** What to look at again, as a question, after a wrong answer or as a hint. It gives no number and names no cause. */
export const lookAgain: Readonly<Record<Rule, (asked: Asked) => string>> = {
  weightedSum: ({ unit, hasBias }) =>
    hasBias
      ? `Which arrows end at ${unit}, what does each of them carry, and what does the bias add?`
      : `Which arrows end at ${unit}, and what does each of them carry?`,
  activation: ({ unit, activation }) =>
    `What does ${activationSymbol(activation)} make of ${written.z}, and is it the ${written.z} of ${unit} that you take?`,
  unitLoss: ({ loss }) =>
    LOSSES[loss].ofProbabilities
      ? 'Whose logarithm is taken, what is it multiplied by, and which sign stands before it all?'
      : 'What is the gap between target and prediction, and what happens to it before it becomes the loss?',
  totalLoss: () => 'How many outputs does the loss add up?',
  lossSlope: () =>
    'If the prediction is above its target and rises further, does E rise or fall? And how fast?',
  activationSlope: ({ activation }) =>
    activation === 'sigmoid' || activation === 'tanh'
      ? `How steep is ${activationSymbol(activation)} at this ${written.z}? Its slope can be worked out from ${written.a} alone.`
      : `How much does ${written.a} move when ${written.z} moves a little?`,
  chainRule: ({ paths }) =>
    paths > 1
      ? `By how many ways does this ${written.z} reach E? Which two slopes belong to each?`
      : `${written.z} reaches E in two steps, by way of ${written.a}, and each has a slope. What is done with slopes of steps that follow each other?`,
  sumOverPaths: ({ unit, paths }) =>
    paths === 1
      ? `Which arrow leaves ${unit}, and what is ∂E/∂${written.z} of the unit it leads to?`
      : `How many arrows leave ${unit}? What does each of them pass back?`,
  weightGradient: ({ parameter }) =>
    `What flows through ${parameter}, and what is ∂E/∂${written.z} of the unit its arrow leads to?`,
  biasGradient: ({ parameter }) => `By how much does ${written.z} rise when ${parameter} rises by 1?`,
  gradientDescent: ({ parameter }) => `Which way is downhill for ${parameter}, and how long is the step?`,
  ...optimizerPrinciples,
  ...batchPrinciples,
};

/** Why the slope of an activation is what it is. */
const slopes: Readonly<Record<ActivationName, string>> = {
  get sigmoid() {
    return `σ is steepest in the middle, where ${written.a} is ½ and the slope ½·½ = ¼, and flat at both ends. Its slope is ${written.a}·(1 − ${written.a}): what the unit sends out is all it takes.`;
  },
  get tanh() {
    return `tanh is steepest in the middle, where ${written.a} is 0 and the slope 1, and flat at both ends. Its slope is 1 − ${written.a}²: what the unit sends out is all it takes.`;
  },
  get relu() {
    return `ReLU has slope 1 where ${written.z} is above 0, and slope 0 elsewhere.`;
  },
  get linear() {
    return `Without an activation ${written.a} moves exactly as ${written.z} does.`;
  },
  get 'leaky-relu'() {
    return `Leaky ReLU has slope 1 where ${written.z} is above 0, and slope 0.01 elsewhere: no unit is ever shut.`;
  },
  get softplus() {
    return `softplus bends from flat to steep around 0 as ReLU does, but without a corner. Its slope is σ(${written.z}).`;
  },
  get silu() {
    return `SiLU is a product, ${written.z} times σ(${written.z}), and both factors move: the slope is σ(${written.z}) + ${written.z}·σ(${written.z})·(1 − σ(${written.z})). With ${written.a} put in for ${written.z}·σ(${written.z}) it becomes ${written.a} + σ(${written.z})·(1 − ${written.a}).`;
  },
  get gelu() {
    return `GELU is a product, ${written.z} times Φ(${written.z}), and both factors move. The slope of Φ is the height of the bell curve, φ(${written.z}) = e^(−${written.z}²/2)/√(2π).`;
  },
  get elu() {
    return `ELU has slope 1 where ${written.z} is above 0. Elsewhere ${written.a} is e to the ${written.z}, less 1, and the slope of e to the ${written.z} is e to the ${written.z} again: that is ${written.a} + 1. Of 1 and ${written.a} + 1 the smaller one is the slope.`;
  },
  get softmax() {
    return `All ${written.a} of the layer share 1 among them. Raise one ${written.z}, and its own ${written.a} rises by ${written.a}·(1 − ${written.a}); each of the others falls by its own ${written.a} times this one.`;
  },
};

/** What becomes of the loss when a moves. */
const lossSlopes: Readonly<Record<LossName, string>> = {
  get 'half-squared-error'() {
    return `½x² has the slope x, and here x is the gap, ${written.a} − t. In the picture: move ${written.a}, and the triangle on the gap grows or shrinks by a strip as long as its edge. The further off, the steeper.`;
  },
  get 'mean-squared-error'() {
    return `Move ${written.a}, and the square on the gap grows by two strips, each as long as its edge, ${written.a} − t. That is where the 2 comes from.`;
  },
  get 'binary-cross-entropy'() {
    return `The slope of ln(${written.a}) is 1/${written.a}, and of ln(1 − ${written.a}) it is −1/(1 − ${written.a}). Over one denominator the two make (${written.a} − t)/(${written.a}·(1 − ${written.a})).`;
  },
  get 'cross-entropy'() {
    return `The slope of ln(${written.a}) is 1/${written.a}. Where the target is 0 this output’s ${written.a} adds nothing to the loss.`;
  },
  get huber() {
    return `Near the target the loss is the triangle on the gap, with slope ${written.a} − t. From 1 on it is a straight line, with slope 1 or −1.`;
  },
  'absolute-error':
    'The loss is a straight line on either side of the target: its slope is 1 above it and −1 below it, however large the gap.',
};

const lossReasons: Readonly<Record<LossName, string>> = {
  'half-squared-error':
    'The loss is the area of the triangle on the gap between target and prediction: half of its square.',
  'mean-squared-error':
    'The loss is the area of the square on the gap between target and prediction. Of several outputs each has its share of the mean.',
  'binary-cross-entropy':
    'The nearer a comes to its target, the nearer the loss comes to 0; for a sure and wrong answer it grows without end.',
  'cross-entropy':
    'Only the output with a target above 0 counts: the surer the network is of it, the nearer the loss comes to 0.',
  huber:
    'A small gap counts by half its square, as in the squared error. A large one counts by its size only, so that one bad example does not rule all others.',
  'absolute-error': 'The loss is as large as the gap, whichever way it goes.',
};

const cancels = (loss: LossName, activation: ActivationName): boolean =>
  (loss === 'cross-entropy' && isCoupling(activation)) ||
  (loss === 'binary-cross-entropy' && activation === 'sigmoid');

/** Why a formula holds, said after it has been worked out for the learner. */
export const reasons: Readonly<Record<Rule, (asked: Asked) => string>> = {
  weightedSum: ({ hasBias }) =>
    `Every arrow that arrives carries a value times its weight, and ${written.z} is their sum${hasBias ? ' plus the bias' : ''}.`,
  activation: ({ activation }) =>
    activation === 'linear'
      ? 'This layer has no activation: what arrives is sent on.'
      : `The unit sends out its ${written.z} after ${activationSymbol(activation)} has bent it.`,
  unitLoss: ({ loss }) => lossReasons[loss],
  totalLoss: () => 'One number says how wrong all outputs are together.',
  lossSlope: ({ loss }) => lossSlopes[loss],
  activationSlope: ({ activation }) => slopes[activation],
  chainRule: ({ paths, loss, activation, isHidden }) =>
    (paths > 1
      ? 'The chain rule: along each way the factors are multiplied, and the ways are added.'
      : 'The chain rule: factors of links that follow each other are multiplied.') +
    (!isHidden && cancels(loss, activation)
      ? ` With this loss nearly everything cancels: what is left is ${written.a} − t.`
      : ''),
  sumOverPaths: ({ paths }) =>
    paths === 1
      ? 'What the unit sends out reaches E through one arrow, so it is multiplied by the weight of that arrow, the same weight as on the way forward.'
      : 'What the unit sends out reaches E by several arrows, each with the same weight as on the way forward. What they do to E adds up.',
  weightGradient: () =>
    `When the weight rises a little, ${written.z} rises by that much times what flows through it. This slope is the gradient of the weight.`,
  biasGradient: () => `The bias is added to ${written.z} as it is, so its factor is 1.`,
  gradientDescent: () => 'The gradient points uphill, so a step against it lowers the loss.',
  ...optimizerReasons,
  ...batchReasons,
};

/** A name that a quantity gets once it has been worked out, said after the reason. */
export const naming: Readonly<Partial<Record<Rule, string>>> = {
  get chainRule() {
    return `This number has a name: δ (delta). Beside it in the network, ▼ or ▲ says which way ${written.z} should go to lower E.`;
  },
};

/** What stands around the hints. */
export const help = {
  formula: (formula: string) => `The formula: ${formula}`,
  withNumbers: 'With the numbers put in',
  allButOne: 'With all numbers put in but one',
  partDone: 'With a part worked out for you',
  part: 'A part of it is worked out for you:',
  numbersDone: 'All numbers but one are put in for you.',
  insert: (value: string) => `Put ${value} into the answer`,
  waits: 'Try the step first. The next hint opens in a moment.',
  tryIt: (name: string) => `Try it: nudge ${name}`,
} as const;
