import { written } from '../../../core/expressions/names.ts';
import type { MistakeId } from '../../mistakes/index.ts';
import { lossFormula } from './losses.ts';
import type { MistakeWords } from './mistake-words.ts';
import type { Asked } from './questions.ts';

const lossOf = ({ loss, outputs }: Asked): string => lossFormula(loss, outputs);

/** What is said of the mistakes of the loss, but for those of its logarithms. */
export const lossMistakes = {
  'half-missing': {
    ask: (asked) =>
      asked.loss === 'half-squared-error'
        ? `The loss of this exercise is ½(t − ${written.a})². Is its ½ in your answer, once?`
        : `The loss of this exercise is ${lossOf(asked)}. Is there a ½ in it for this gap?`,
    did: 'took the ½ too often, or not at all',
  },
  'mean-or-sum': {
    ask: (asked) =>
      asked.loss === 'mean-squared-error'
        ? `In this exercise each output has its share of the mean, ${lossOf(asked)}, and E is their sum. How often did you divide by the number of outputs?`
        : 'In this exercise E is the sum over the outputs, not their mean. Did you divide or multiply by how many there are?',
    did: 'took the mean, or multiplied by the number of outputs',
  },
  'square-missing': {
    ask: (asked) => `The loss here is ${lossOf(asked)}. What does its small 2 do to the gap?`,
    did: 'left out the square',
  },
  'gap-for-loss': {
    ask: (asked) => `Yours is the gap alone. The loss here is ${lossOf(asked)}. What is done with the gap?`,
    did: 'took the gap alone',
  },
  'loss-confused': {
    ask: (asked) => `That comes from another loss. Which is it here? The loss is ${lossOf(asked)}.`,
    did: 'took another loss',
  },
  'one-output-only': { ask: () => 'How many outputs does E add up?', did: 'took one output only' },
} as const satisfies Readonly<Partial<Record<MistakeId, MistakeWords>>>;
