import { written } from '../../../core/expressions/names.ts';
import type { ActivationName } from '../../../core/network/activations.ts';
import type { Gathering, Optimizer } from '../../../core/network/exercise.ts';
import type { LossName } from '../../../core/network/losses.ts';
import { OPTIMIZERS } from '../../../core/network/optimizers.ts';
import { batchConventions, exampleLegend } from './batches.ts';
import { decayConventions, optimizerConventions } from './optimizer-help.ts';
import { ownDigits } from './own-digits.ts';
import { lossFormula, lossSlopeFormula } from './losses.ts';
import { weightConventions } from './weights.ts';

/** What an activation or a loss takes for granted, where books differ. */
const ownConventions: Readonly<Partial<Record<ActivationName | LossName, string>>> = {
  relu: 'The slope of ReLU at 0 is 0.',
  get 'leaky-relu'() {
    return `LReLU, leaky ReLU, makes 0.01·${written.z} of a ${written.z} below 0. Its slope at 0 is 0.01.`;
  },
  get softplus() {
    return `ln is the natural logarithm. σ(${written.z}) is 1/(1 + e^(−${written.z})).`;
  },
  get silu() {
    return `σ(${written.z}) is 1/(1 + e^(−${written.z})).`;
  },
  get gelu() {
    return `GELU is ${written.z}·Φ(${written.z}) with Φ(${written.z}) = ½·(1 + erf(${written.z}/√2)), not the approximation by tanh. φ(${written.z}) = e^(−${written.z}²/2)/√(2π) is the slope of Φ.`;
  },
  get elu() {
    return `ELU makes e to the ${written.z}, less 1, of a ${written.z} below 0. Some books multiply that by a number α; here α is 1.`;
  },
  'mean-squared-error': 'The mean is taken over the outputs, and there is no ½ in it.',
  'binary-cross-entropy': 'ln is the natural logarithm.',
  'cross-entropy': 'ln is the natural logarithm.',
  huber:
    'huber(x) is ½x² up to a size of 1, from there on the size of x less ½. Its slope clip(x) is x, held between −1 and 1.',
  get 'absolute-error'() {
    return `The slope of the absolute error is 0 where ${written.a} hits t.`;
  },
};

/** What an exercise is of which the conventions speak. */
type Has = {
  readonly loss: LossName;
  readonly outputs: number;
  readonly activations: readonly ActivationName[];
  readonly optimizer: Pick<Optimizer, 'kind' | 'weightDecay'>;
  readonly batch?: Gathering | undefined;
};

/** What the numbers take for granted, where books differ. */
export const facts = ({ loss, outputs, activations, optimizer, batch }: Has): readonly string[] => [
  outputs === 1
    ? `The loss is E = ${lossFormula(loss, outputs)}.`
    : `Each output’s loss is E = ${lossFormula(loss, outputs)}. The network’s loss is their sum.`,
  ...(ownConventions[loss] === undefined ? [] : [ownConventions[loss]]),
  ...(batch ? [batchConventions[batch], exampleLegend] : []),
  `A slope is always ∂E, so the output’s ∂E/∂${written.a} is ${lossSlopeFormula(loss, outputs)}.`,
  `δ is short for ∂E/∂${written.z} of a unit.`,
  weightConventions[written.weights],
  'All new weights are worked out from the old ones, then they change together.',
  ...optimizerConventions[optimizer.kind],
  ...(optimizer.weightDecay && OPTIMIZERS[optimizer.kind].decaysGradient
    ? decayConventions(optimizer.kind)
    : []),
  ...[...new Set(activations)].flatMap((name) => ownConventions[name] ?? []),
];

/** The same with what the page makes of it. */
export const conventions = (has: Has): readonly string[] => [
  ...facts(has),
  `${ownDigits} A new pass starts from weights${has.optimizer.kind === 'sgd' ? '' : ', and from what the last pass left for them,'} with all their digits.`,
];
