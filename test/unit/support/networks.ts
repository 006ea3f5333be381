import { LOSSES } from '../../../src/core/network/losses.ts';
import fc from 'fast-check';
import type { ActivationName } from '../../../src/core/network/activations.ts';
import type { LossName } from '../../../src/core/network/losses.ts';
import type { Exercise, Network } from '../../../src/core/network/exercise.ts';

/** Those that seeds have always drawn for. */
export const CLASSIC: readonly ActivationName[] = ['sigmoid', 'tanh', 'relu', 'linear'];
/** Those in which a unit's a depends on its own z alone. */
export const UNCOUPLED: readonly ActivationName[] = [
  ...CLASSIC,
  ...(['leaky-relu', 'softplus', 'silu', 'gelu', 'elu'] as const),
];
const ACTIVATION_NAMES: readonly ActivationName[] = [...UNCOUPLED, 'softmax'];
const LOSS_NAMES: readonly LossName[] = [
  ...(['half-squared-error', 'mean-squared-error', 'binary-cross-entropy'] as const),
  ...(['cross-entropy', 'huber', 'absolute-error'] as const),
];

/** A number of three decimals between −size and size, so that counterexamples can be read. */
const decimal = (size: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.round(-1000 * size), max: Math.round(1000 * size) }).map((n) => n / 1000);

const listOf = <T>(item: fc.Arbitrary<T>, length: number): fc.Arbitrary<T[]> =>
  fc.array(item, { minLength: length, maxLength: length });

export type NetworkLimits = {
  readonly maxHidden?: number;
  readonly maxUnits?: number;
  readonly activations?: readonly ActivationName[];
  readonly losses?: readonly LossName[];
  /** How far weights and biases may be from 0; units saturate where they are large. */
  readonly maxWeight?: number;
};

/** Losses that these outputs can have: logarithms need outputs between 0 and 1. */
export const fittingLosses = ({ activations }: Network, losses = LOSS_NAMES): readonly LossName[] => {
  const isBetween = ['sigmoid', 'softmax'].includes(activations.at(-1)!);
  const kept = losses.filter((name) => isBetween || !name.endsWith('entropy'));
  return kept.length > 0 ? kept : ['half-squared-error'];
};

/** Dense networks: 0–3 hidden layers of 1–4 units, every activation, with and without (trained) biases. */
export const networks = ({
  maxHidden = 3,
  maxUnits = 4,
  activations = ACTIVATION_NAMES,
}: NetworkLimits = {}): fc.Arbitrary<Network> =>
  fc
    .array(fc.integer({ min: 1, max: maxUnits }), { minLength: 2, maxLength: maxHidden + 2 })
    .chain((layers) =>
      fc.record({
        layers: fc.constant(layers),
        // Alone, a unit of softmax is always 1.
        activations: listOf(fc.constantFrom(...activations), layers.length - 1).map((names) =>
          names.map((name, k) => (name === 'softmax' && layers[k + 1] === 1 ? 'sigmoid' : name)),
        ),
        bias: fc.boolean(),
        trainBias: fc.boolean(),
      }),
    );

/** Whole exercises on such networks: parameters within ±1.5 unless said otherwise, inputs and targets within ±1, as the loss takes them. */
export const exercises = (
  limits: NetworkLimits & { readonly maxExamples?: number } = {},
): fc.Arbitrary<Exercise> =>
  networks(limits).chain((network) =>
    fc.constantFrom(...fittingLosses(network, limits.losses)).chain((loss) => {
      const { layers } = network;
      const heads = layers.slice(1);
      const parameter = decimal(limits.maxWeight ?? 1.5);
      const target = LOSSES[loss].ofProbabilities ? decimal(1).map(Math.abs) : decimal(1);
      return fc.record({
        network: fc.constant(network),
        parameters: fc.record({
          weights: fc.tuple<number[][][]>(
            ...heads.map((units, k) => listOf(listOf(parameter, units), layers[k] ?? 0)),
          ),
          biases: network.bias
            ? fc.tuple<number[][]>(...heads.map((units) => listOf(parameter, units)))
            : fc.constant([]),
        }),
        examples: fc.array(
          fc.record({
            input: listOf(decimal(1), layers[0] ?? 0),
            target: listOf(target, layers.at(-1) ?? 0),
          }),
          { minLength: 1, maxLength: limits.maxExamples ?? 1 },
        ),
        loss: fc.constant(loss),
        optimizer: fc.record({
          kind: fc.constant('sgd' as const),
          learningRate: fc.integer({ min: 1, max: 100 }).map((n) => n / 100),
        }),
      });
    }),
  );
