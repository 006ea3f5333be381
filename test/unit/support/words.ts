import type { SpokenWords } from '../../../src/core/expressions/speech.ts';
import { idOf } from '../../../src/core/quantity.ts';

/** A small set of English words, to test reading aloud with; the product's own are in its messages. */
export const WORDS: SpokenWords = {
  quantity: idOf,
  number: (text) => text.replace('−', 'negative '),
  plus: 'plus',
  minus: 'minus',
  times: 'times',
  over: 'over',
  negative: 'negative',
  half: 'one half',
  squared: 'squared',
  toThePower: 'to the power',
  functions: {
    sigmoid: 'sigmoid of',
    tanh: 'tanh of',
    relu: 'ReLU of',
    step: 'step of',
    exp: 'exponential of',
    log: 'logarithm of',
    sqrt: 'root of',
    abs: 'size of',
    sin: 'sine of',
    cos: 'cosine of',
    tan: 'tangent of',
  },
  open: 'open',
  close: 'close',
};
