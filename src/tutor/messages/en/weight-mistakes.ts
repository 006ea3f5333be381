import { written } from '../../../core/expressions/names.ts';
import type { MistakeId } from '../../mistakes/index.ts';
import type { MistakeWords } from './mistake-words.ts';
import { taken } from './taken.ts';
import { arrowEnds, otherWeight } from './weights.ts';

/** What is said of mistakes in which weight is taken. */
export const weightMistakes = {
  'weight-transposed': {
    ask: ({ unit }) => `Which arrows end at ${unit}? ${arrowEnds[written.weights]}`,
    get did() {
      return otherWeight[written.weights];
    },
  },
  'outgoing-transposed': {
    ask: ({ unit }) => `Which arrows leave ${unit}? ${arrowEnds[written.weights]}`,
    get did() {
      return otherWeight[written.weights];
    },
  },
  'neighbour-weight': {
    ask: ({ unit }) => `Which arrows leave ${unit} itself, and not its neighbour?`,
    did: 'took the arrows of another unit',
  },
  'incoming-weights': {
    ask: ({ unit }) => `Do these arrows arrive at ${unit}, or leave it? Which do you need on the way back?`,
    did: 'took the arrows that arrive',
  },
  'other-weight': {
    ask: ({ unit, network }, weights) =>
      weights === undefined
        ? 'To which arrow does each weight of yours belong?'
        : taken.wanted(weights, network, unit),
    did: 'took the weight of another arrow',
  },
} as const satisfies Readonly<Partial<Record<MistakeId, MistakeWords>>>;
