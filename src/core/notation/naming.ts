import { shortName, useWriting, written, type SymbolName, type Writing } from '../expressions/names.ts';
import type { Network, Numbers } from '../network/exercise.ts';
import type { Parameter, Quantity } from '../quantity.ts';
import { DEFAULT_NOTATION, notationText, RATES, SYMBOLS, type Notation } from './notation.ts';

/** What names depend on, where every weight has a number of its own, or a unit is called by its place. */
export type Named = { readonly network: Network; readonly parameters?: Numbers };

/** The network that the notation in force is for. */
let current: Named | undefined;

/** Puts a notation in force, for the quantities of a network. */
export function useNotation(notation: Notation, named: Named): void {
  current = named;
  useWriting(writingOf(notation, named));
}

/** What `work` says in a notation, whichever is in force otherwise. */
export function inNotation<T>(notation: Notation | undefined, named: Named, work: () => T): T {
  if (notation === undefined) return work();
  const [before, of] = [{ ...written }, current];
  useNotation(notation, named);
  try {
    return work();
  } finally {
    current = of;
    useWriting(before);
  }
}

/** The short name of a quantity in another network than the one that is shown, such as one under construction. */
export const shortNameIn = (network: Network, quantity: Quantity): string =>
  current === undefined || current.network.layers.join() === network.layers.join()
    ? shortName(quantity)
    : inNotation(notationInForce(), { network }, () => shortName(quantity));

/** What of a network its names depend on: where it differs, the same name may stand for another quantity. */
export const shapeOfNames = ({ network, parameters }: Named): string =>
  `${network.layers.join('-')} ${parameters !== undefined && isOneALayer(network, parameters)}`;

/** The notation in force. */
export const notationInForce = (): Notation => ({
  symbols: rowOf(SYMBOLS, ({ z }) => z === written.z) ?? DEFAULT_NOTATION.symbols,
  weights: written.weights,
  rate: rowOf(RATES, (rate) => rate === written.rate) ?? DEFAULT_NOTATION.rate,
});

const rowOf = <K extends string, V>(
  table: Readonly<Record<K, V>>,
  isIt: (row: V) => boolean,
): K | undefined => (Object.keys(table) as K[]).find((key) => isIt(table[key]));

/** A notation is put in force again and again, for the same networks: what is known of its names holds. */
const KNOWN = new WeakMap<Named, Map<string, Writing>>();

function writingOf(notation: Notation, named: Named): Writing {
  const known = KNOWN.get(named) ?? new Map<string, Writing>();
  KNOWN.set(named, known);
  const text = notationText(notation);
  const writing = known.get(text) ?? newWriting(notation, named);
  known.set(text, writing);
  return writing;
}

function newWriting({ symbols, weights, rate }: Notation, { network, parameters }: Named): Writing {
  const { z, a, units } = SYMBOLS[symbols];
  const { layers } = network;
  /** Hidden units and outputs are told apart by a letter, where that says it all. */
  const unitName = (layer: number, unit: number): string | undefined =>
    units && layers.length <= 3 ? `${layer === layers.length - 1 ? 'o' : 'h'}${unit}` : undefined;
  const numbers = numberingOf(layers, parameters && isOneALayer(network, parameters));

  const rename: Writing['rename'] = (name, quantity, isKept) => {
    switch (quantity.kind) {
      case 'preActivation':
      case 'activation': {
        const sub = unitName(quantity.layer, quantity.unit);
        const letter = quantity.kind === 'activation' ? a : z;
        return sub === undefined ? { ...name, letter } : called({ ...name, letter }, sub);
      }
      case 'weight': {
        if (weights === 'numbered') return called(name, String(numbers(quantity)));
        if (weights === 'from-to') return name;
        const { from, to } = quantity;
        return { ...name, sub: [to, from].join(name.sub.includes(',') ? ',' : '') };
      }
      case 'bias':
        // What an optimizer keeps for it would be called as that of a weight.
        return weights === 'numbered' && !isKept ? called(name, String(numbers(quantity))) : name;
      case 'learningRate':
        return { ...name, letter: RATES[rate] };
      case 'target':
      case 'loss':
      case 'setting':
        return name;
    }
  };
  return { z, a, rate: RATES[rate], weights, rename };
}

/** With a name that needs no layer. */
const called = ({ layer: _, ...name }: SymbolName, sub: string): SymbolName => ({ ...name, sub });

/** Weights are numbered layer by layer, in each by the unit they lead to, then by the one they come from; biases so too. */
const numberingOf =
  (layers: readonly number[], hasBiasOfLayer = false) =>
  (parameter: Parameter): number => {
    const { layer } = parameter;
    const own = layers[layer - 1] ?? 0;
    const before = (count: (k: number) => number): number =>
      layers.slice(1, layer).reduce((sum, _, i) => sum + count(i + 1), 0);
    if (parameter.kind === 'weight') {
      return (
        before((k) => (layers[k - 1] ?? 0) * (layers[k] ?? 0)) + (parameter.to - 1) * own + parameter.from
      );
    }
    return hasBiasOfLayer ? layer : before((k) => layers[k] ?? 0) + parameter.unit;
  };

/** Whether a layer has one bias for all its units: they are alike, and stay so. */
const isOneALayer = ({ trainBias }: Network, { biases }: Numbers): boolean =>
  !trainBias && biases.every((layer) => layer.every((bias) => bias === layer[0]));
