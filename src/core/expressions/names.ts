import { exampleMark, indexList, letterOf, type Quantity, type Simple } from '../quantity.ts';
import { subscript, superscript } from './digits.ts';

/**
 * A quantity's name taken apart, from which every way of writing it is put together.
 * `layer` stands raised in round brackets, `sub` below: w₁₁⁽²⁾.
 */
export type Name =
  | {
      readonly kind: 'symbol';
      readonly letter: string;
      readonly sub: string;
      readonly layer?: number | string;
      readonly prime: boolean;
      /** A circumflex over the letter: m̂. */
      readonly hat?: boolean;
      readonly example?: number;
    }
  | {
      readonly kind: 'partial';
      readonly of: Name;
      readonly wrt: Name;
      /** Of a batch, from 1; it stands behind all of the name. */
      readonly example?: number;
    };

export type SymbolName = Extract<Name, { kind: 'symbol' }>;

/**
 * How names are written: of one notation at a time, as a page has one. Letters, and which way the indices of a weight
 * stand: from unit i to unit j they are ij, ji, or there is one number for each weight.
 */
export type Writing = {
  z: string;
  a: string;
  rate: string;
  weights: 'from-to' | 'to-from' | 'numbered';
  /** What stands in the place of a default name; that of what an optimizer keeps for a parameter is told apart. */
  rename?: ((name: SymbolName, quantity: Simple, isKept: boolean) => SymbolName) | undefined;
};

/**
 * The notation in force. The default, until `useWriting` says otherwise: inputs are x, layers in round brackets, a prime
 * for the updated value.
 */
export const written: Readonly<Writing> = {
  z: 'z',
  a: 'a',
  rate: 'η',
  weights: 'from-to',
  rename: undefined,
};

/** Puts another notation in force. Ids never change: it is a reading of names only. */
export const useWriting = (writing: Writing): void => void Object.assign(written, writing);

export const nameOf = (quantity: Quantity): Name => {
  const { example } = quantity;
  return example ? { ...plainName(quantity), example } : plainName(quantity);
};

function plainName(quantity: Quantity): Name {
  switch (quantity.kind) {
    case 'partial':
      return { kind: 'partial', of: plainName(quantity.of), wrt: plainName(quantity.wrt) };
    case 'variable': {
      const { letter, sub = '', layer, prime = false } = quantity;
      return { kind: 'symbol', letter, sub, prime, ...(layer === undefined ? {} : { layer }) };
    }
    case 'updated':
      return { ...symbol(quantity.parameter), prime: true };
    case 'moment':
      return {
        ...symbol(quantity.parameter, true),
        ...{ letter: quantity.letter, prime: quantity.mark === 'new', hat: quantity.mark === 'hat' },
      };
    case 'activation':
      if (quantity.layer === 0)
        return { kind: 'symbol', letter: 'x', sub: String(quantity.unit), prime: false };
      return symbol(quantity);
    case 'preActivation':
    case 'weight':
    case 'bias':
    case 'target':
    case 'loss':
    case 'learningRate':
    case 'setting':
      return symbol(quantity);
  }
}

function symbol(quantity: Simple, isKept = false): SymbolName {
  const indices = [...indexList(quantity)];
  const layered = 'layer' in quantity;
  const layer = layered ? indices.shift() : undefined;
  // Two-digit units need a comma between them.
  const sub = indices.join(indices.some((index) => index > 9) ? ',' : '');
  const name: SymbolName = {
    kind: 'symbol',
    letter: letterOf(quantity),
    sub,
    prime: false,
    ...(layer === undefined ? {} : { layer }),
  };
  return written.rename?.(name, quantity, isKept) ?? name;
}

/** The short form in one line of plain text: w₁₁⁽²⁾, ∂E/∂a₁⁽¹⁾, w′₁₁⁽²⁾. */
export function shortName(quantity: Quantity): string {
  const write = (name: Name): string =>
    (name.kind === 'partial' ? `∂${write(name.of)}/∂${write(name.wrt)}` : symbolText(name)) +
    exampleMark(name);
  return write(nameOf(quantity));
}

/** A symbol with its indices one by one, as it is read aloud: "w 2 1". Without its layer, which words tell; "" of a slope. */
export function symbolAloud(quantity: Quantity): string {
  const name = nameOf(quantity);
  if (name.kind === 'partial') return '';
  const { sub } = name;
  const indices =
    written.weights === 'numbered' ? [sub] : sub.includes(',') ? sub.split(',') : Array.from(sub);
  return [letterText(name) + (name.prime ? '′' : ''), ...indices].join(' ');
}

/** The name without its indices, where it is clear whose it is: z, ∂E/∂a. Of units that are coupled, ∂a₂/∂z. */
export function bareName(quantity: Quantity): string {
  const isCoupled = quantity.kind === 'partial' && quantity.coupled;
  const write = (name: Name, sub = ''): string =>
    name.kind === 'partial'
      ? `∂${write(name.of, isCoupled && name.of.kind === 'symbol' ? name.of.sub : '')}/∂${write(name.wrt)}`
      : letterText(name) + (name.prime ? '′' : '') + subscript(sub);
  return write(nameOf(quantity));
}

/** With a combining circumflex where it has a hat. */
const letterText = ({ letter, hat }: SymbolName): string => letter + (hat ? '\u0302' : '');

const symbolText = (name: SymbolName): string => {
  const { sub, layer, prime } = name;
  return (
    letterText(name) +
    (prime ? '′' : '') +
    subscript(sub) +
    (layer === undefined ? '' : `⁽${superscript(String(layer))}⁾`)
  );
};
