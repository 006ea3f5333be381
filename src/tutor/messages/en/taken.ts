import { shortName } from '../../../core/expressions/names.ts';
import type { Network } from '../../../core/network/exercise.ts';
import type { Taken } from '../../diagnosis/taken.ts';
import { list } from './list.ts';
import { unitName } from './names.ts';

type Weight = Taken[number]['used'];

const ends = ({ layer, from, to }: Weight, network: Network): string =>
  `from ${unitName(network, layer - 1, from)} to ${unitName(network, layer, to)}`;

/** Of weights that were taken for others. */
export const taken = {
  used: (weights: Taken, network: Network) => {
    const names = list([...new Set(weights.map(({ used }) => shortName(used)))]);
    const [only, ...more] = weights;
    return only === undefined || more.length > 0
      ? `Yours has ${names}.`
      : `Yours has ${names}, the weight ${ends(only.used, network)}.`;
  },
  wanted: (weights: Taken, network: Network, unit: string) => {
    const [only, ...more] = weights;
    return only === undefined || more.length > 0
      ? `Which weights lead to ${unit}?`
      : `Which weight leads ${ends(only.wanted, network)}?`;
  },
};
