import { written } from '../../../core/expressions/names.ts';
import type { OptimizerRule } from '../../../core/network/update.ts';
import { gradientOf } from './gradient-words.ts';
import type { Asked } from './questions.ts';

type Sentences = Readonly<Record<OptimizerRule, (asked: Asked) => string>>;

/** What is asked at the steps that only some optimizers have. */
export const optimizerQuestions: Sentences = {
  decayedGradient: ({ parameter }) =>
    `Weight decay pulls ${parameter} to 0. Add λ times ${parameter} to its gradient.`,
  velocity: (asked) =>
    `How fast does ${asked.parameter} move now? Keep μ of its old velocity v, and add ${gradientOf(asked)}.`,
  meanGradient: (asked) =>
    `Which way did ${asked.parameter} go lately? Keep β₁ of the old mean m, and take 1 − β₁ of ${asked.hasDecay ? gradientOf(asked) : 'the gradient'}.`,
  meanSquare: ({ parameter, optimizer, hasDecay }) => {
    const kept = optimizer === 'rmsprop' ? 'ρ' : 'β₂';
    return hasDecay
      ? `Of ${parameter}, how large was ${gradientOf({ hasDecay })}, lately? Keep ${kept} of the old mean s, and take 1 − ${kept} of the square of g.`
      : `How large were the gradients of ${parameter} lately? Keep ${kept} of the old mean s, and take 1 − ${kept} of the squared gradient.`;
  },
  corrected: ({ letter }) =>
    `${letter} started at 0, so ${letter}′ is too small at first. Divide ${letter}′ by 1 − ${letter === 's' ? 'β₂' : 'β₁'}ᵖ, where p is the number of this update.`,
  momentumStep: (asked) =>
    asked.optimizer === 'nesterov'
      ? `Take one step with ${asked.parameter}, as if the velocity had already moved it. Add up ${gradientOf(asked)}, and μ times its new velocity v′. Take ${written.rate} times this sum from the old value.`
      : `Take one step with ${asked.parameter}: from the old value take away ${written.rate} times its new velocity v′.`,
  scaledStep: ({ parameter, optimizer, hasDecay }) =>
    optimizer === 'rmsprop'
      ? `Take one step with ${parameter}: ${gradientOf({ hasDecay })} divided by the usual size, √s′ + ε. Take ${written.rate} times that from the old value.`
      : `${optimizer === 'adamw' ? `Shrink ${parameter} a little: 1 − ${written.rate}·λ of it stays. ` : `Take one step with ${parameter}: `}m̂ divided by the usual size, √ŝ + ε. Take ${written.rate} times that from ${optimizer === 'adamw' ? 'what stays' : 'the old value'}.`,
};
