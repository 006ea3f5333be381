import { written } from '../../../core/expressions/names.ts';
import { activationSymbol, isCoupling, type ActivationName } from '../../../core/network/activations.ts';
import type { Gathering, Network, OptimizerName } from '../../../core/network/exercise.ts';
import type { LossName } from '../../../core/network/losses.ts';
import type { OptimizerRule } from '../../../core/network/update.ts';
import type { BatchRule, Rule } from '../../../core/network/tape.ts';
import { lossWords } from './losses.ts';

/** What a question may speak of. Names are in words, numbers as the page shows them. */
export type Asked = {
  readonly network: Network;
  /** The unit the step belongs to: "hidden unit 1". */
  readonly unit: string;
  readonly isHidden: boolean;
  readonly activation: ActivationName;
  readonly loss: LossName;
  /** For ∂a/∂z: the unit whose a it is. */
  readonly moved: string;
  readonly hasBias: boolean;
  /** Arrows that leave the unit. */
  readonly paths: number;
  /** For a weight: the unit at its tail, and its short name. */
  readonly tail: string;
  readonly parameter: string;
  readonly optimizer: OptimizerName;
  /** Weight decay is in the gradient that the step goes on from: g. */
  readonly hasDecay: boolean;
  /** For a step of the optimizer: the letter of what it works out, m of m̂. */
  readonly letter: string;
  /** For a step of the optimizer: what it works out, without indices. */
  readonly moment: string;
  readonly outputs: number;
  readonly examples: number;
  /** What becomes of the examples of a pass, where it has several. */
  readonly batch: Gathering | undefined;
  /** ∂a/∂z and ∂E/∂a of the unit, as shown; empty where they are not worked out yet. */
  readonly slope: string;
  readonly passed: string;
  /** As far as they are worked out: whether z of the unit is below 0, and on which side of its target a is. */
  readonly isBelow0: boolean;
  readonly side: 'above' | 'below' | undefined;
};

/** What an activation does to a number, as far as it helps to know. */
const shapes: Readonly<Record<ActivationName, string>> = {
  sigmoid: ' (sigma), which squeezes any number between 0 and 1',
  tanh: ', which squeezes any number between −1 and 1',
  relu: ', which lets positive numbers through and makes 0 of the others',
  linear: '',
  'leaky-relu': ', which lets positive numbers through and makes a hundredth of the others',
  get softplus() {
    return `, the natural logarithm of 1 + e to the ${written.z}`;
  },
  get silu() {
    return `, which is ${written.z} times σ(${written.z})`;
  },
  get gelu() {
    return `, which is ${written.z} times Φ(${written.z}), the part of the bell curve that lies left of ${written.z}`;
  },
  get softmax() {
    return `: e to its ${written.z}, divided by the sum of e to the ${written.z} of every unit of the layer`;
  },
};

/** Which gradient of a parameter a step goes on from: with weight decay there are two numbers of that name. */
export const gradientOf = ({ hasDecay }: Asked): string =>
  hasDecay ? 'g, its gradient with the decay' : 'its gradient';

/** The question a step asks, by its rule. Those of optimizers and batches are in late-questions.ts, loaded when they are asked. */
export const questions: Readonly<Record<Exclude<Rule, OptimizerRule | BatchRule>, (asked: Asked) => string>> =
  {
    weightedSum: ({ unit, hasBias }) =>
      `What arrives at ${unit}? Each value times the weight of its arrow, all added up${hasBias ? ', and the bias' : ''}.`,
    activation: ({ unit, activation }) =>
      activation === 'linear'
        ? `What does ${unit} send out? This layer passes ${written.z} on as it is.`
        : `What does ${unit} send out? Put its ${written.z} through ${activationSymbol(activation)}${shapes[activation]}.`,
    unitLoss: ({ unit, outputs, loss }) =>
      outputs === 1
        ? `How wrong is the network? The loss is ${lossWords[loss](outputs)}.`
        : `How wrong is ${unit}? Its loss is ${lossWords[loss](outputs)}.`,
    totalLoss: () => 'How wrong is the network as a whole? Add up the losses of the outputs.',
    lossSlope: ({ unit }) =>
      `Raise what ${unit} sends out a little. How many times that much does E rise? (negative if it falls) This slope is written ∂E/∂${written.a}.`,
    activationSlope: ({ unit, moved, activation }) =>
      !isCoupling(activation)
        ? `Raise ${written.z} of ${unit} a little. How many times that much does its ${written.a} rise? This is the slope of the curve at this ${written.z}.`
        : moved === unit
          ? `Raise ${written.z} of ${unit} a little. How many times that much does its own ${written.a} rise?`
          : `Raise ${written.z} of ${unit} a little. How many times that much does ${written.a} of ${moved} rise? (negative if it falls)`,
    chainRule: ({ slope, passed, unit, paths }) =>
      paths > 1
        ? `${written.z} of ${unit} moves every ${written.a} of its layer, and each of them moves E. How many times as much does ${written.z} move E? Take each way: ∂E/∂${written.a} times ∂${written.a}/∂${written.z}. Then add.`
        : slope && passed
          ? `${written.z} of ${unit} moves ${written.a} ${slope} times as much, and ${written.a} moves E ${passed} times as much. How many times as much does ${written.z} move E?`
          : `${written.z} of ${unit} moves ${written.a}, and ${written.a} moves E. How many times as much does ${written.z} move E?`,
    sumOverPaths: ({ unit, paths }) =>
      paths === 1
        ? `Raise what ${unit} sends out a little. How many times that much does E rise? Follow the arrow that leaves it: its weight times the ∂E/∂${written.z} it leads to.`
        : `Raise what ${unit} sends out a little. How many times that much does E rise? Take every arrow that leaves it: its weight times the ∂E/∂${written.z} it leads to. Then add.`,
    weightGradient: ({ parameter, tail, unit }) =>
      `Raise ${parameter} a little: ${written.z} of ${unit} rises by what flows in from ${tail}. How many times as much does E rise?`,
    biasGradient: ({ parameter, unit }) =>
      `Raise ${parameter} a little: ${written.z} of ${unit} rises by just as much. How many times as much does E rise?`,
    gradientDescent: (asked) =>
      `Take one step downhill with ${asked.parameter}: from the old value take away the learning rate times ${gradientOf(asked)}.`,
  };
