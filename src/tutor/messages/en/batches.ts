import type { Gathering } from '../../../core/network/exercise.ts';
import type { BatchRule } from '../../../core/network/tape.ts';
import type { Asked } from './questions.ts';

type Sentences = Readonly<Record<BatchRule, (asked: Asked) => string>>;

const isSum = ({ batch }: Asked): boolean => batch === 'sum';

/** What is asked at the steps that only a batch has. */
export const batchQuestions: Sentences = {
  batchLoss: (asked) =>
    isSum(asked)
      ? `How wrong is the network on the whole batch? Add up the losses of the ${asked.examples} examples.`
      : `How wrong is the network on the whole batch? Add up the losses of the ${asked.examples} examples, and divide by ${asked.examples}.`,
  batchGradient: (asked) =>
    isSum(asked)
      ? `How does the loss of the whole batch move with ${asked.parameter}? Add up its gradients on the ${asked.examples} examples.`
      : `How does the loss of the whole batch move with ${asked.parameter}? Add up its gradients on the ${asked.examples} examples, and divide by ${asked.examples}.`,
};

/** The hints at these steps: where to look, what to ask oneself, why the formula holds. */
export const batchPlaces: Sentences = {
  batchLoss: () => 'Look in the log, at E of each example.',
  batchGradient: ({ parameter }) => `Look in the log, at the gradient of ${parameter} on each example.`,
};

export const batchPrinciples: Sentences = {
  batchLoss: (asked) =>
    isSum(asked)
      ? 'Does E of a batch add up its examples, or is it their mean?'
      : 'How many examples are there, and what is their mean?',
  batchGradient: (asked) =>
    isSum(asked)
      ? 'E is a sum over the examples. What is the slope of a sum?'
      : 'E is a mean over the examples. What is the slope of a mean?',
};

export const batchReasons: Sentences = {
  batchLoss: (asked) =>
    isSum(asked)
      ? 'One number says how wrong the network is on all examples together.'
      : 'The mean says how wrong the network is on an example, whichever it is.',
  batchGradient: (asked) =>
    `The slope of a ${isSum(asked) ? 'sum is the sum' : 'mean is the mean'} of the slopes: the step suits all examples together.`,
};

/** What the mark behind a name says. */
export const exampleLegend =
  'Behind a name @1 says that it belongs to example 1 of the batch, @2 that it belongs to example 2, and so on.';

/** What a batch takes for granted, where books differ. */
export const batchConventions: Readonly<Record<Gathering, string>> = {
  mean: 'E of a batch is the mean over its examples, and so is each gradient. Some books add them up instead. A pass over the batch is an epoch.',
  sum: 'E of a batch is the sum over its examples, and so is each gradient. Some books take the mean instead. A pass over the batch is an epoch.',
};
