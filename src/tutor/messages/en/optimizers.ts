import type { OptimizerRule } from '../../../core/network/update.ts';
import type { Asked } from './questions.ts';

type Sentences = Readonly<Record<OptimizerRule, (asked: Asked) => string>>;

const isOfSquares = (moment: string): boolean => moment.startsWith('s');

/** What is asked at the steps that only some optimizers have. */
export const optimizerQuestions: Sentences = {
  decayedGradient: ({ parameter }) =>
    `Weight decay pulls ${parameter} to 0. Add λ times ${parameter} to its gradient.`,
  velocity: ({ parameter }) =>
    `How fast does ${parameter} move now? Keep μ of its old velocity v, and add its gradient.`,
  meanGradient: ({ parameter }) =>
    `Which way did ${parameter} go lately? Keep β₁ of the old mean m, and take 1 − β₁ of the gradient.`,
  meanSquare: ({ parameter, optimizer }) => {
    const kept = optimizer === 'rmsprop' ? 'ρ' : 'β₂';
    return `How large were the gradients of ${parameter} lately? Keep ${kept} of the old mean s, and take 1 − ${kept} of the squared gradient.`;
  },
  corrected: ({ moment }) =>
    `${moment.charAt(0)} started at 0, so it is too small at first. Divide it by 1 − ${isOfSquares(moment) ? 'β₂' : 'β₁'} to the power p, the number of this pass.`,
  momentumStep: ({ parameter, optimizer }) =>
    optimizer === 'nesterov'
      ? `Take one step with ${parameter}, as if the velocity had already moved it: from the old value take away η times the gradient plus μ times the new velocity.`
      : `Take one step with ${parameter}: from the old value take away η times its new velocity.`,
  scaledStep: ({ parameter, optimizer }) =>
    optimizer === 'rmsprop'
      ? `Take one step with ${parameter}: its gradient divided by the usual size, √s′ + ε. Take η times that from the old value.`
      : `${optimizer === 'adamw' ? `Shrink ${parameter} a little: 1 − η·λ of it stays. ` : `Take one step with ${parameter}: `}m̂ divided by the usual size, √ŝ + ε. Take η times that from ${optimizer === 'adamw' ? 'what stays' : 'the old value'}.`,
};
