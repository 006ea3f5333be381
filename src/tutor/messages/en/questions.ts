import { written } from '../../../core/expressions/names.ts';
import { activationSymbol, type ActivationName } from '../../../core/network/activations.ts';
import type { Gathering, Network, OptimizerName } from '../../../core/network/exercise.ts';
import type { LossName } from '../../../core/network/losses.ts';

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
  /** Of a batch: the example that the step is of; undefined where it is of all. */
  readonly example: number | undefined;
  /** What becomes of the examples of a pass, where it has several. */
  readonly batch: Gathering | undefined;
  /** ∂a/∂z and ∂E/∂a of the unit, as shown; empty where they are not worked out yet. */
  readonly slope: string;
  readonly passed: string;
  /** As far as they are worked out: whether z of the unit, or the gradient of the parameter, is below 0, and on which side of its target a is. */
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
    return `, ln of 1 + e to the ${written.z}`;
  },
  get silu() {
    return `, which is ${written.z} times σ(${written.z})`;
  },
  get gelu() {
    return `, which is ${written.z} times Φ(${written.z}), the part of the bell curve left of ${written.z}`;
  },
  get elu() {
    return `, which lets positive numbers through and makes e to the ${written.z}, less 1, of the others`;
  },
  get softmax() {
    return `: e to its ${written.z}, divided by the sum of that of all units of its layer`;
  },
};

/** The question a step of the way forward asks, by its rule. All others are in late-questions.ts, loaded after the first step. */
export const questions: Readonly<Record<'weightedSum' | 'activation', (asked: Asked) => string>> = {
  weightedSum: ({ unit, hasBias }) =>
    `What arrives at ${unit}? Each value times the weight of its arrow, all added up${hasBias ? ', and the bias' : ''}.`,
  activation: ({ unit, activation }) =>
    activation === 'linear'
      ? `What does ${unit} send out? This layer passes ${written.z} on as it is.`
      : `What does ${unit} send out? Put its ${written.z} through ${activationSymbol(activation)}${shapes[activation]}.`,
};
