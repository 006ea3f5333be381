import type { BatchMistakeId } from '../../mistakes/batches.ts';
import type { MistakeWords } from './mistake-words.ts';

/** What is said of the mistakes that only a batch gives room for. */
export const batchMistakes: Readonly<Record<BatchMistakeId, MistakeWords>> = {
  'batch-not-averaged': {
    ask: ({ batch, examples }) =>
      batch === 'sum'
        ? 'Sum or mean over the examples? In this exercise it is the sum, so nothing is divided by their number.'
        : `Sum or mean over the examples? In this exercise it is the mean: how often did you divide by ${examples}?`,
    did: 'took the sum for the mean, or the mean for the sum',
  },
  'last-example-only': {
    ask: ({ examples }) => `There are ${examples} examples in the batch. Does each of them have its part?`,
    did: 'took one example only',
  },
  'example-missing': {
    ask: ({ examples }) => `How many examples are in your sum? The batch has ${examples}.`,
    did: 'left out one example',
  },
  'updated-between': {
    ask: () => 'When do the weights change in a batch: after each example, or after all of them?',
    did: 'changed the weights after the first example',
  },
  'other-example': {
    ask: () => 'Which example is this step of? Are your numbers those of this one?',
    did: 'took the numbers of another example',
  },
};
