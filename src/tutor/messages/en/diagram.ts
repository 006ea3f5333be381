import { bareName, symbolAloud, written } from '../../../core/expressions/names.ts';
import type { Network } from '../../../core/network/exercise.ts';
import type { Quantity } from '../../../core/quantity.ts';
import { quantityName, unitName } from './names.ts';

/** What it is called in formulas, where its name in words does not say it: so that the two are brought together. */
function symbolOf(quantity: Quantity, name: string): string {
  const symbol = symbolAloud(quantity);
  return symbol === '' || name.split(' ').includes(symbol.charAt(0)) ? '' : `, symbol ${symbol}`;
}

/** The words of the network's picture. */
export const diagram = (network: Network) => {
  const last = network.layers.length - 1;
  return {
    network: 'Network',
    unitTitle: (layer: number, unit: number): string => {
      if (layer === last) return network.layers[last] === 1 ? 'output' : `output ${unit}`;
      if (layer === 0) return `input ${unit}`;
      return last > 2 ? `hidden ${layer}.${unit}` : network.layers[layer] === 1 ? 'hidden' : `hidden ${unit}`;
    },
    groupLabel: (layer?: number, unit?: number): string =>
      layer === undefined || unit === undefined ? 'loss' : unitName(network, layer, unit),
    valueLabel: (quantity: Quantity, text: string, wish: number): string => {
      const name = quantityName(quantity, network);
      return `${name}: ${text}${symbolOf(quantity, name)}${
        wish === 0 ? '' : `; to lower E, ${written.z} should go ${wish > 0 ? 'up' : 'down'}`
      }`;
    },
    askedLabel: (quantity: Quantity): string => `asked for: ${quantityName(quantity, network)}`,
    /** By their kinds: whose they are is said by the group that they stand in. */
    unknownLabel: (quantities: readonly Quantity[]): string => {
      const isMany = ({ kind }: Quantity): boolean => kind === 'partial' || kind === 'updated';
      const count = (of: Quantity['kind'], thing: string): string => {
        const n = quantities.filter(({ kind }) => kind === of).length;
        return n > 1 ? `${n} ${thing}s` : n > 0 ? `a ${thing}` : '';
      };
      const letters = quantities.filter((quantity) => !isMany(quantity)).map(bareName);
      return `not known yet: ${[...new Set(letters), count('partial', 'slope'), count('updated', 'new value')].filter(Boolean).join(', ')}`;
    },
    /** What no part of the picture says in words. */
    about: (rate: string): string =>
      `Activation: ${[...new Set(network.activations)].join(', then ')}. ${network.bias ? '' : 'No biases. '}Learning rate ${written.rate} ${rate}.`,
    /** @param isAsked a step is, so that there is an answer to put values into */
    keys: (isAsked: boolean): string =>
      `Arrow keys lead from value to value${isAsked ? ', Enter puts one into your answer' : ''}.`,
  };
};
