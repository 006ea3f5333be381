import type { SpokenWords } from '../../../core/expressions/speech.ts';
import type { Network } from '../../../core/network/exercise.ts';
import { quantityName } from './names.ts';

/** How formulas of a network are read aloud. */
export const speech = (network: Network): SpokenWords =>
  spokenWith((quantity) => quantityName(quantity, network));

/** How formulas are read aloud, with the names of what stands in them. */
export const spokenWith = (quantity: SpokenWords['quantity']): SpokenWords => ({
  quantity,
  // "1.5·10⁻⁷"; the minus is not the sign on the keyboard.
  number: (text) => text.replace('·10', ' times 10 to the ').normalize('NFKC').replaceAll('−', 'minus '),
  plus: 'plus',
  minus: 'minus',
  times: 'times',
  over: 'over',
  negative: 'minus',
  half: 'one half',
  squared: 'squared',
  toThePower: 'to the power',
  functions: {
    sigmoid: 'sigma of',
    tanh: 'tanh of',
    relu: 'relu of',
    step: 'step of',
    lrelu: 'leaky relu of',
    softplus: 'softplus of',
    silu: 'silu of',
    gelu: 'gelu of',
    elu: 'elu of',
    normalCdf: 'capital phi of',
    normalPdf: 'phi of',
    erf: 'error function of',
    huber: 'huber of',
    clip: 'clip of',
    sign: 'sign of',
    exp: 'e to the',
    log: 'natural log of',
    sqrt: 'square root of',
    abs: 'size of',
    sin: 'sine of',
    cos: 'cosine of',
    tan: 'tangent of',
    asin: 'arc sine of',
    acos: 'arc cosine of',
    atan: 'arc tangent of',
    max: 'maximum of',
    min: 'minimum of',
  },
  open: 'open bracket',
  close: 'close bracket',
  signs: {
    '=': 'equals',
    '?': 'what',
    '∑': 'sum over',
    '′': 'prime',
    '^': 'hat',
    '∇': 'gradient',
    '⊙': 'number by number times',
    T: 'transposed',
  },
  symbol: (letter, indices, layer) =>
    [letter, indices, layer && `of layer ${layer}`].filter(Boolean).join(' '),
  slope: (of, along) => `slope of ${of} along ${along}`,
});
