import { written } from '../../../core/expressions/names.ts';
import type { OptimizerName } from '../../../core/network/exercise.ts';
import type { OptimizerRule } from '../../../core/network/update.ts';
import { gradientOf } from './gradient-words.ts';
import type { Asked } from './questions.ts';

type Sentences = Readonly<Record<OptimizerRule, (asked: Asked) => string>>;

/** The hints at the steps that only some optimizers have: where to look, what to ask oneself, why the formula holds. */
export const optimizerPlaces: Sentences = {
  decayedGradient: ({ parameter }) => `Look at ${parameter} as it was, and at its gradient.`,
  velocity: (asked) =>
    `For ${asked.parameter}, look at ${gradientOf(asked)}, and at the v from the pass before.`,
  meanGradient: (asked) =>
    `For ${asked.parameter}, look at ${gradientOf(asked)}, and at the m from the pass before.`,
  meanSquare: (asked) =>
    `For ${asked.parameter}, look at ${gradientOf(asked)}, and at the s from the pass before.`,
  corrected: ({ letter }) => `Look at ${letter}′ of this pass, and at p, the number of this update.`,
  momentumStep: (asked) =>
    asked.optimizer === 'nesterov'
      ? `Look at ${asked.parameter}, at ${gradientOf(asked)}, and at its new velocity v′.`
      : `Look at ${asked.parameter} and at its new velocity v′.`,
  scaledStep: (asked) =>
    asked.optimizer === 'rmsprop'
      ? `Look at ${asked.parameter}, at ${gradientOf(asked)}, and at its s′ of this pass.`
      : `Look at ${asked.parameter}, and at its m̂ and ŝ of this pass.`,
};

export const optimizerPrinciples: Sentences = {
  decayedGradient: () => 'What is the slope of ½λw² along w?',
  velocity: () => 'How much of the old velocity is kept, and what comes to it?',
  meanGradient: () => 'Which part of the old mean is kept, and which part of the gradient comes in?',
  meanSquare: () => 'Which part of the old mean is kept, and what of the gradient is averaged?',
  corrected: ({ moment }) => `At p = 1, what should ${moment} be equal to?`,
  momentumStep: () => 'Which way is the parameter moving, and how long is the step?',
  scaledStep: () => 'What is the step divided by, and does ε stand under the root or beside it?',
};

export const optimizerReasons: Sentences = {
  decayedGradient: () => 'Weight decay adds ½λw² to the loss, and the slope of that is λw.',
  velocity: () =>
    'Gradients that agree add up in the velocity, those that disagree cancel: it rolls on like a ball.',
  meanGradient: () => 'The two parts add up to 1, so m is a mean of all gradients, the latest counting most.',
  meanSquare: () => 'A mean of squares is as large for gradients of either sign: it tells their size.',
  corrected: () =>
    'All the parts the mean has taken so far add up to 1 − βᵖ; divided by that it is a true mean.',
  momentumStep: ({ optimizer }) =>
    optimizer === 'nesterov'
      ? 'The step goes against the gradient and the part of the new velocity that the next pass will keep.'
      : 'The step goes against the velocity, which remembers the passes before.',
  scaledStep: () =>
    `Divided by its usual size the step is about ${written.rate} long, whether gradients are large or small.`,
};

/** What an optimizer takes for granted, where books differ. */
export const optimizerConventions: Readonly<Record<OptimizerName, readonly string[]>> = {
  sgd: [],
  get momentum() {
    return [
      `v′ = μ·v + g, and ${written.rate} stands outside v, as in PyTorch. Some books write v′ = μ·v + (1 − μ)·g, others v′ = μ·v − ${written.rate}·g.`,
    ];
  },
  nesterov: [
    'Nesterov’s momentum is the form of PyTorch: the gradient is that of the present weights, and the step is g + μ·v′. Some books take the gradient at w + μ·v instead.',
  ],
  rmsprop: [
    's is the mean of squared gradients, often called v or E[g²]. ε stands beside the root, as in PyTorch; some books have it under the root.',
  ],
  adam: [
    's is the mean of squared gradients, which the paper of Adam calls v. p counts the passes; books write t. ε stands beside the root.',
  ],
  get adamw() {
    return [
      's is the mean of squared gradients, which books call v. p counts the passes; books write t. ε stands beside the root.',
      `AdamW takes λ·w past the averages, times ${written.rate}, as in PyTorch. The paper has a factor of its own in its place.`,
    ];
  },
};

/** What holds of weight decay that goes into the gradient. */
export const decayConventions = (optimizer: OptimizerName): readonly string[] => [
  decayConvention,
  ...(optimizer === 'adam'
    ? [
        'As part of g, λ·w goes into the means m and s, and the step divides it like the rest of g. AdamW leaves the gradient as it is, and shrinks the weight by itself.',
      ]
    : optimizer === 'rmsprop'
      ? ['As part of g, λ·w goes into the mean s, and is divided by √s + ε.']
      : []),
];

const decayConvention =
  'Weight decay adds λ·w to the gradient, of biases too, as PyTorch does. Some books leave out biases, or have λw² in the loss, with the slope 2λw.';
