import { written } from '../../../core/expressions/names.ts';
import type { MistakeId } from '../../mistakes/index.ts';
import type { MistakeWords } from './mistake-words.ts';

/** What is said of the mistakes of the update. */
export const updateMistakes = {
  ascent: {
    ask: ({ parameter, optimizer, hasDecay, isBelow0 }) =>
      optimizer === 'sgd' && !hasDecay && isBelow0
        ? `The gradient is below 0, so E falls as ${parameter} grows. Does your step make ${parameter} larger or smaller?`
        : 'The gradient points uphill. Does your step raise E or lower it?',
    did: 'added instead of taking away',
  },
  'rate-omitted': {
    ask: () => `How long is the step? Where is the learning rate ${written.rate}?`,
    get did() {
      return `left out ${written.rate}`;
    },
  },
  'rate-twice': {
    ask: () => `How often does the learning rate ${written.rate} come in?`,
    get did() {
      return `multiplied by ${written.rate} twice`;
    },
  },
  'change-only': {
    ask: ({ parameter }) => `That is the step. What is ${parameter} after it?`,
    did: 'gave the change only',
  },
  multiplicative: {
    ask: ({ parameter }) => `Is the step taken away from ${parameter}, or is ${parameter} scaled by it?`,
    did: 'scaled the old value',
  },
  'neighbour-gradient': {
    ask: ({ parameter }) => `Compare the indices: are these the values that belong to ${parameter}?`,
    did: 'took the values of another one',
  },
  'bias-not-updated': {
    ask: () => 'Do biases learn in this exercise?',
    did: 'left the bias as it was',
  },
  'stale-forward': {
    ask: () => 'The weights have changed, and all that follows from them. Is each number from this pass?',
    did: 'used values of the last pass',
  },
} as const satisfies Readonly<Partial<Record<MistakeId, MistakeWords>>>;
