import { written } from '../../../core/expressions/names.ts';
import { activationSymbol } from '../../../core/network/activations.ts';
import type { MistakeId } from '../../mistakes/index.ts';
import { activationMistakes, slopeMistakes } from './activation-mistakes.ts';
import { batchMistakes } from './batch-mistakes.ts';
import { logarithmMistakes } from './logarithm-mistakes.ts';
import { lossMistakes } from './loss-mistakes.ts';
import { lossFormula, lossSlopeFormula } from './losses.ts';
import type { MistakeWords } from './mistake-words.ts';
import { updateMistakes } from './update-mistakes.ts';
import { optimizerMistakes } from './optimizer-mistakes.ts';
import { penSlips } from './pen-slips.ts';
import type { Asked } from './questions.ts';
import { moved } from './target-side.ts';
import { weightMistakes } from './weight-mistakes.ts';

const lossOf = ({ loss, outputs }: Asked): string => lossFormula(loss, outputs);
const slopeOf = ({ loss, outputs }: Asked): string => lossSlopeFormula(loss, outputs);

const φ = ({ activation }: Asked): string => activationSymbol(activation);

/** What is said of each known mistake. */
export const mistakes: Readonly<Record<MistakeId, MistakeWords>> = {
  'bias-dropped': {
    ask: ({ unit }) => `Is the bias of ${unit} in your sum? It is added to what the arrows bring.`,
    did: 'left out the bias',
  },
  'bias-repeated': {
    ask: ({ unit }) => `How often is the bias added at ${unit}, and is it multiplied by anything?`,
    did: 'added the bias more than once, or multiplied it',
  },
  ...weightMistakes,
  'inputs-crossed': {
    ask: () => 'Is each weight multiplied by the value that comes along its own arrow?',
    did: 'crossed two values',
  },
  'term-missing': {
    ask: ({ unit }) => `How many arrows are there at ${unit}, and how many products in your sum?`,
    did: 'left out one product',
  },
  ...activationMistakes,
  ...logarithmMistakes,
  'activation-slope-kept': {
    ask: ({ unit }) =>
      `With this loss something cancels on the way to ${written.z} of ${unit}. Is ${written.a}·(1 − ${written.a}) still there?`,
    get did() {
      return `multiplied ${written.a} − t by ${written.a}·(1 − ${written.a})`;
    },
  },
  'softmax-diagonal': {
    ask: ({ unit }) =>
      `Raise ${written.z} of ${unit} a little. Is its own ${written.a} the only one that moves?`,
    get did() {
      return `took the own ${written.a} only`;
    },
  },
  'softmax-own-slope': {
    ask: ({ unit, moved }) =>
      `${written.a}·(1 − ${written.a}) is how an output moves with its own ${written.z}. Here ${moved} moves with the ${written.z} of ${unit}. Which two outputs are multiplied, and with which sign?`,
    get did() {
      return `took the slope along the own ${written.z}`;
    },
  },
  'softmax-cross-slope': {
    ask: ({ unit }) =>
      `A product of two outputs, with a minus, is how one moves with the ${written.z} of another. Here ${unit} moves with its own ${written.z}. Which two factors has that slope?`,
    get did() {
      return `took the slope along another ${written.z}`;
    },
  },
  'probability-gradient': {
    ask: ({ unit }) => `Is that how E moves with ${written.a} of ${unit}, or with its ${written.z}?`,
    get did() {
      return `stopped at ∂E/∂${written.a}`;
    },
  },
  'nothing-cancels': {
    ask: (asked) =>
      `${written.a} − t is short for ${
        asked.activation === 'softmax' ? 'softmax with cross-entropy' : 'σ with binary cross-entropy'
      }, where slopes cancel. Here the loss of one output is ${lossOf(asked)}: which slopes lie between E and ${written.z} of ${asked.unit}?`,
    get did() {
      return `took ${written.a} − t, as where slopes cancel`;
    },
  },
  'previous-layer-wrong': {
    ask: ({ unit }) =>
      `What do the units before ${unit} send out: their ${written.z}, their ${written.a}, or the input of the network?`,
    get did() {
      return `took ${written.z} or the inputs in place of ${written.a}`;
    },
  },
  ...penSlips,
  saturated: {
    ask: (asked) => `Does ${φ(asked)} ever reach its limit exactly?`,
    did: 'wrote down the limit',
  },
  ...lossMistakes,
  'error-sign': {
    ask: (asked) =>
      `${moved(asked)} does E rise or fall? The slope of ${lossOf(asked)} along ${written.a} is ${slopeOf(asked)}.${
        /squared/.test(asked.loss)
          ? ` Books with t − ${written.a} take its opposite, and add the step at the end.`
          : ''
      }`,
    did: 'took the other sign',
  },
  'factor-two': {
    ask: (asked) =>
      asked.loss === 'half-squared-error'
        ? `What is the slope of this exercise’s loss, ½(t − ${written.a})²? What becomes of the ½ and the 2?`
        : `What is the slope of this exercise’s loss, ${lossOf(asked)}? Is there a 2 or a ½ in it?`,
    did: 'kept a 2 or a ½',
  },
  'activation-slope-omitted': {
    ask: ({ unit }) =>
      `Yours says how E changes with ${written.a} of ${unit}. Which slope is still missing on the way to its ${written.z}?`,
    get did() {
      return `stopped at ∂E/∂${written.a}`;
    },
  },
  ...slopeMistakes,
  'target-not-subtracted': { ask: () => 'Where does the target come in?', did: 'left out the target' },
  'loss-for-gradient': {
    ask: () => `That says how wrong the output is. How does that change when ${written.a} moves?`,
    did: 'took E for its slope',
  },
  'squared-error-as-signal': {
    ask: () => 'What is the slope of a square?',
    did: 'took the square itself',
  },
  'one-path-only': {
    ask: ({ unit }) => `How many arrows leave ${unit}? Each of them carries a part of its effect.`,
    did: 'took one arrow only',
  },
  'hidden-slope-omitted': {
    ask: (asked) =>
      `Yours says how E changes with ${written.a} of ${asked.unit}. Is the slope of ${φ(asked)} still missing on the way to its ${written.z}?`,
    get did() {
      return `stopped at ∂E/∂${written.a}`;
    },
  },
  'raw-error-back': {
    ask: () =>
      `What comes back along an arrow from the unit it leads to: its ∂E/∂${written.a} or its ∂E/∂${written.z}?`,
    get did() {
      return `passed back ∂E/∂${written.a} instead of ∂E/∂${written.z}`;
    },
  },
  'updated-weights': {
    ask: () => 'Which weights did the forward pass use: the old ones or the new?',
    did: 'used the new weights',
  },
  'path-weight-missing': {
    ask: () => 'By what does an arrow multiply what goes along it, forward and back?',
    did: 'left out the weights',
  },
  'product-of-paths': {
    ask: () => 'When one cause has several effects, do they add up or multiply?',
    did: 'multiplied the paths',
  },
  'last-path-overwrites': {
    ask: () => 'Is every arrow in your sum, or has the last one replaced the others?',
    did: 'kept the last arrow only',
  },
  'slope-at-signal': {
    ask: (asked) =>
      `At which value was ${φ(asked)} worked out on the way forward? Its slope belongs to the same.`,
    get did() {
      return `worked the slope out at ∂E/∂${written.a}`;
    },
  },
  'blame-shared': {
    ask: () => `Is this a share of a whole, or a slope? Is anything divided by the weights?`,
    did: 'divided by a sum of weights',
  },
  'input-factor-missing': {
    ask: ({ parameter }) => `What flows through ${parameter}? ${written.z} moves with it by that much.`,
    did: 'left out what flows in',
  },
  'times-weight': {
    ask: ({ parameter }) => `When ${parameter} moves by 1, by how much does ${written.z} move?`,
    did: 'multiplied by the weight',
  },
  'wrong-end': {
    ask: ({ parameter }) => `Which value comes in where the arrow of ${parameter} starts?`,
    did: 'took the value where the arrow ends',
  },
  'network-input-used': {
    ask: ({ tail }) => `What enters this layer? The arrow starts at ${tail}.`,
    did: 'took an input of the network',
  },
  'pre-activation-used': {
    ask: ({ tail }) => `What does ${tail} send out: its ${written.z} or its ${written.a}?`,
    get did() {
      return `took ${written.z} in place of ${written.a}`;
    },
  },
  'bias-gradient': {
    ask: ({ parameter }) => `What is ${parameter} multiplied by in ${written.z}?`,
    get did() {
      return `multiplied ∂E/∂${written.z} by something, or took 0`;
    },
  },
  ...updateMistakes,
  ...batchMistakes,
  ...optimizerMistakes,
};
