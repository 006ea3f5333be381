import type { Example, Network, Parameters } from '../../core/network/exercise.ts';
import { ACTIVATIONS, isCoupling } from '../../core/network/activations.ts';

/** Numbers in [0, 1), one a call. */
export type Random = () => number;

/** A number of two decimals from `low` to `high`, both given in hundredths and both possible. */
const hundredths = (random: Random, low: number, high: number): number =>
  (low + Math.floor(random() * (high - low + 1))) / 100;

/** Of size 0.20 to 0.95, either sign. */
function drawWeight(random: Random): number {
  const size = hundredths(random, 20, 95);
  return random() < 0.5 ? -size : size;
}

const drawInput = (random: Random): number => hundredths(random, 30, 95);

/** 0.05 to 0.20 of the range away from one of its ends. */
function drawTarget(random: Random, [low, high]: readonly [number, number]): number {
  const distance = hundredths(random, 5, 20);
  const target = random() < 0.5 ? low + distance : high - distance;
  return Math.round(target * 100) / 100;
}

/** Shares of 1: nearly all of it for one of the units. */
function drawShares(random: Random, units: number): readonly number[] {
  const most = Math.min(10, Math.floor(50 / (units - 1)));
  const winner = Math.floor(random() * units);
  const others = list(units, () => hundredths(random, Math.min(5, most), most));
  const rest = others.reduce((sum, share, i) => sum - (i === winner ? 0 : share), 1);
  return others.map((share, i) => (i === winner ? Math.round(rest * 100) / 100 : share));
}

const list = <T>(length: number, make: () => T): readonly T[] => Array.from({ length }, make);

/** The numbers of one exercise: weights (layer, tail, head), biases, then each example's inputs and targets. */
export function drawNumbers(
  network: Network,
  examples: number,
  random: Random,
): { readonly parameters: Parameters; readonly examples: readonly Example[] } {
  const { layers, activations, bias } = network;
  const sizes = layers.slice(1).map((heads, k) => ({ tails: layers[k] ?? 0, heads }));
  const weights = sizes.map(({ tails, heads }) => list(tails, () => list(heads, () => drawWeight(random))));
  const biases = bias ? sizes.map(({ heads }) => list(heads, () => drawWeight(random))) : [];
  const output = activations.at(-1);
  if (output === undefined) throw new Error('a network without an output layer cannot be drawn');
  return {
    parameters: { weights, biases },
    examples: list(examples, () => ({
      input: list(layers[0] ?? 0, () => drawInput(random)),
      target: isCoupling(output)
        ? drawShares(random, layers.at(-1) ?? 0)
        : list(layers.at(-1) ?? 0, () => drawTarget(random, ACTIVATIONS[output].range)),
    })),
  };
}
