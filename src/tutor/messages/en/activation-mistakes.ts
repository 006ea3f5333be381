import { written } from '../../../core/expressions/names.ts';
import { activationSymbol, type ActivationName } from '../../../core/network/activations.ts';
import type { MistakeId } from '../../mistakes/index.ts';
import type { MistakeWords } from './mistake-words.ts';
import type { Asked } from './questions.ts';

const φ = ({ activation }: Asked): string => activationSymbol(activation);

const whichSide = (asked: Asked): string =>
  `On which side of 0 is this ${written.z}? How steep is ${φ(asked)} there?`;

/** What is asked where a value stands in place of the slope; of the others, which of the two it is. */
const VALUE_FOR_SLOPE: Readonly<Partial<Record<ActivationName, (asked: Asked) => string>>> = {
  relu: whichSide,
  'leaky-relu': whichSide,
  elu: (asked) =>
    asked.isBelow0
      ? `The 1 that ELU takes away from e to the ${written.z}: does it change how steep that is?`
      : whichSide(asked),
};

/** What is said of mistakes in a. */
export const activationMistakes = {
  'activation-omitted': {
    ask: (asked) => `What does ${φ(asked)} do to ${written.z} before it leaves ${asked.unit}?`,
    get did() {
      return `passed ${written.z} on as it is`;
    },
  },
  'activation-twice': {
    ask: (asked) => `How often does ${written.z} go through ${φ(asked)}?`,
    did: 'applied the activation twice',
  },
  'sigmoid-sign': {
    ask: ({ isBelow0 }) =>
      isBelow0
        ? `The exponent is the opposite of ${written.z}. Which sign does ${written.z} itself have here, and which then the exponent?`
        : `Try σ at ${written.z} = 5: should it be near 0 or near 1? Which sign does ${written.z} have in the exponent?`,
    get did() {
      return `took the other sign of ${written.z}, or of the exponent`;
    },
  },
  'sigmoid-complement': {
    ask: () =>
      `When ${written.z} rises, should ${written.a} rise or fall? Is yours σ(${written.z}) or 1 − σ(${written.z})?`,
    get did() {
      return `took 1 − σ(${written.z})`;
    },
  },
  'sigmoid-brackets': {
    ask: () => 'How far does the fraction bar of σ reach? Put brackets around all that stands below it.',
    did: 'divided by 1 only',
  },
  'activation-confused': {
    ask: (asked) => `Which function does this layer use? It says ${φ(asked)}.`,
    did: 'used another function',
  },
  'slope-for-value': {
    ask: (asked) =>
      `Is that how steep ${φ(asked)} is at this ${written.z}? What is ${φ(asked)} itself there?`,
    did: 'took the slope of the curve',
  },
  'relu-negative': {
    ask: (asked) => `What does ${φ(asked)} do with a sum below 0, and with one above?`,
    did: 'did something else with the sign',
  },
  'elu-side': {
    ask: () =>
      `On which side of 0 is ${written.z}? What does ELU make of it there, and is anything taken away?`,
    get did() {
      return `took e to the ${written.z} where ELU does not, or left out the 1`;
    },
  },
  'tanh-fraction': {
    ask: () => 'What stands above the fraction bar of tanh, and what below? Which of the two has the minus?',
    did: 'wrote the fraction of tanh otherwise',
  },
  'softplus-incomplete': {
    ask: () =>
      `softplus takes e to the ${written.z}, adds 1, and takes ln of that. Which of these three is not in your number, or is ${written.z} there with the other sign?`,
    did: 'left out a part of softplus',
  },
  'gate-incomplete': {
    ask: ({ activation }) =>
      activation === 'silu'
        ? `SiLU is ${written.z} times σ(${written.z}). Are both factors in your number, and does σ have the sign of ${written.z}?`
        : `GELU is ${written.z} times Φ(${written.z}), and Φ(${written.z}) = ½·(1 + erf(${written.z}/√2)). What of this is not in your number?`,
    did: 'left out a part of the product',
  },
  'gelu-approximated': {
    ask: () =>
      `Is that the approximation of GELU by tanh or by σ? Programs have both. This exercise takes the exact one, ${written.z}·Φ(${written.z}).`,
    did: 'took an approximation of GELU',
  },
  'softmax-unnormalised': {
    ask: () => 'Do the outputs of the layer add up to 1? What is each of them divided by?',
    did: 'left out the other units of the layer',
  },
  'softmax-of-other': {
    ask: ({ unit }) => `Whose ${written.z} stands above the fraction bar: that of ${unit}, or another one’s?`,
    did: 'took another unit’s share',
  },
  'softmax-without-exp': {
    ask: () => `What does softmax make of each ${written.z} before it is divided by the sum?`,
    get did() {
      return `divided ${written.z} by the sum of them, without e`;
    },
  },
} as const satisfies Readonly<Partial<Record<MistakeId, MistakeWords>>>;

/** What is said of mistakes in the slope of a along z. */
export const slopeMistakes = {
  'slope-at-z': {
    ask: (asked) =>
      `Is that formula for the slope of ${φ(asked)} written with ${written.z}, or with ${written.a}?`,
    get did() {
      return `put ${written.z} in place of ${written.a}`;
    },
  },
  'slope-of-output': {
    ask: (asked) => `Has a been through ${φ(asked)} already?`,
    did: 'put a through the function once more',
  },
  'slope-at-a': {
    ask: (asked) =>
      `How steep is ${φ(asked)} where it was worked out on the way forward? Was that at ${written.z}, or at ${written.a}?`,
    get did() {
      return `put ${written.a} in place of ${written.z}`;
    },
  },
  'slope-incomplete': {
    ask: (asked) =>
      asked.activation === 'tanh'
        ? 'What does the slope of tanh take away from 1?'
        : asked.activation === 'silu' || asked.activation === 'gelu'
          ? `${φ(asked)} is ${written.z} times ${asked.activation === 'silu' ? 'σ' : 'Φ'}(${written.z}), and both move with ${written.z}. Which two terms does its slope have?`
          : `Which two factors does the slope of ${φ(asked)} have?`,
    did: 'wrote part of the slope',
  },
  'slope-confused': {
    ask: (asked) => `Whose slope is needed here? This layer uses ${φ(asked)}.`,
    did: 'took the slope of another function',
  },
  'relu-slope-value': {
    ask: (asked) =>
      VALUE_FOR_SLOPE[asked.activation]?.(asked) ??
      `Is that what ${φ(asked)} makes of this ${written.z}, or how steep it is there?`,
    did: 'took a value in place of the slope',
  },
  'slope-of-other-side': {
    ask: (asked) =>
      `${φ(asked)} has another slope below 0 than above. On which side is this ${written.z}, and how steep is it there?`,
    did: 'took the slope of the other side of 0',
  },
  'softplus-slope': {
    ask: () =>
      `softplus is a logarithm of 1 + e to the ${written.z}. By what does the slope of a logarithm divide?`,
    did: 'took the slope of what is inside the logarithm',
  },
  'relu-at-zero': {
    ask: (asked) =>
      `At ${written.z} = 0 ${φ(asked)} has a corner, and books differ. This exercise takes the slope that it has on the left: which is that?`,
    did: 'took another slope at the corner',
  },
} as const satisfies Readonly<Partial<Record<MistakeId, MistakeWords>>>;
