import { shortName } from '../../../core/expressions/names.ts';
import type { Network } from '../../../core/network/exercise.ts';
import type { Taken } from '../../diagnosis/taken.ts';
import { list } from './list.ts';
import { unitName } from './names.ts';

type Weight = Taken[number]['used'];

const ends = ({ layer, from, to }: Weight, network: Network): string =>
  `from ${unitName(network, layer - 1, from)} to ${unitName(network, layer, to)}`;

/** Of weights that were taken for others, of one at least. */
export const taken = {
  used: (weights: Taken, network: Network) => {
    const names = list([...new Set(weights.map(({ used }) => shortName(used)))]);
    const which = weights.length > 1 ? '' : ` (${ends(weights[0]!.used, network)})`;
    return `Yours has ${names}${which}.`;
  },
  wanted: (weights: Taken, network: Network, unit: string) =>
    weights.length > 1
      ? `Which weights lead to ${unit}?`
      : `Which weight leads ${ends(weights[0]!.wanted, network)}?`,
};
