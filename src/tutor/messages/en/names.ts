import { written } from '../../../core/expressions/names.ts';
import type { Network } from '../../../core/network/exercise.ts';
import { ownerOf, type Quantity, type Unit } from '../../../core/quantity.ts';

/** "input 1", "hidden unit 2", "unit 2 of hidden layer 1", "the output", "output 2". */
export function unitName({ layers }: Network, layer: number, unit: number): string {
  const last = layers.length - 1;
  if (layer === 0) return layers[0] === 1 ? 'the input' : `input ${unit}`;
  if (layer === last) return layers[last] === 1 ? 'the output' : `output ${unit}`;
  if (last > 2) return `unit ${unit} of hidden layer ${layer}`;
  return layers[layer] === 1 ? 'the hidden unit' : `hidden unit ${unit}`;
}

/** A quantity in words, for labels and announcements. */
export const quantityName = (quantity: Quantity, network: Network): string =>
  plainName(quantity, network) + ofExample(quantity);

/** Of which example of a batch it is, where it is of one. */
export const ofExample = ({ example }: Quantity): string => (example ? `, example ${example}` : '');

function plainName(quantity: Quantity, network: Network): string {
  const of = ({ layer, unit }: Pick<Unit, 'layer' | 'unit'>): string => unitName(network, layer, unit);
  switch (quantity.kind) {
    case 'activation':
      return quantity.layer === 0 ? of(quantity) : `${written.a} of ${of(quantity)}`;
    case 'preActivation':
      return `${written.z} of ${of(quantity)}`;
    case 'weight': {
      const from = unitName(network, quantity.layer - 1, quantity.from);
      return `weight from ${from} to ${unitName(network, quantity.layer, quantity.to)}`;
    }
    case 'bias':
      return `bias of ${of(quantity)}`;
    case 'target':
      return network.layers.at(-1) === 1 ? 'target' : `target ${quantity.unit}`;
    case 'loss':
      return quantity.unit === undefined ? 'loss E' : `loss of output ${quantity.unit}`;
    case 'learningRate':
      return 'learning rate';
    case 'setting':
      return quantity.setting;
    case 'moment': {
      const { letter, mark = 'old', parameter } = quantity;
      return `${momentMarks[mark]}${letter} of the ${quantityName(parameter, network)}`;
    }
    case 'variable':
      return quantity.letter;
    case 'partial':
      return `slope of ${slopedName(quantity, network)} along ${ownerOf(quantity) ? 'the ' : ''}${plainName(quantity.wrt, network)}`;
    case 'updated':
      return `new ${quantityName(quantity.parameter, network)}`;
  }
}

/** A quantity's name within a sentence: "z of the output", "the slope of E along …". */
export const withArticle = (name: string): string =>
  [written.z, written.a].includes(name.split(' of ')[0] ?? '') ? name : `the ${name}`;

const momentMarks = { old: '', new: 'new ', hat: 'corrected ' } as const;

/** What a slope is the slope of; whose a it is, where it is not clear from the z. */
const slopedName = ({ of, coupled }: Extract<Quantity, { kind: 'partial' }>, network: Network): string =>
  of.kind === 'loss' ? 'E' : coupled ? plainName(of, network) : written.a;

/** The kind of thing a step works out, for its heading and for "fill in the others like this". */
export const phaseNames = {
  forward: 'Forward pass',
  loss: 'Loss',
  backward: 'Backward pass',
  update: 'Update',
} as const;

/** The same, where there is little room. */
export const phaseShort = {
  forward: 'Forward',
  loss: 'Loss',
  backward: 'Backward',
  update: 'Update',
} as const;
