import type { Writing } from '../expressions/names.ts';

/** How the quantities of a network are called. It is a choice of three rows, one of each table below. */
export type Notation = {
  readonly symbols: keyof typeof SYMBOLS;
  readonly weights: Writing['weights'];
  readonly rate: keyof typeof RATES;
};

/**
 * What arrives at a unit and what it sends out; what an input may be typed as. `units`: h1, o1 stand for unit and layer,
 * where one hidden layer is all.
 */
export const SYMBOLS = {
  z: { z: 'z', a: 'a', input: 'x', units: false },
  net: { z: 'net', a: 'out', input: 'i', units: true },
} as const;

export const WEIGHTS: readonly Writing['weights'][] = ['from-to', 'to-from', 'numbered'];

export const RATES = { eta: 'η', alpha: 'α' } as const;

export const DEFAULT_NOTATION: Notation = { symbols: 'z', weights: 'from-to', rate: 'eta' };

/** Notations that go by a name. */
export const NOTATIONS = {
  backstep: DEFAULT_NOTATION,
  /** Mazur, "A Step by Step Backpropagation Example", 2015. */
  mazur: { symbols: 'net', weights: 'numbered', rate: 'eta' },
  /** Nielsen, "Neural Networks and Deep Learning", 2015, chapter 2. */
  nielsen: { symbols: 'z', weights: 'to-from', rate: 'eta' },
} as const satisfies Readonly<Record<string, Notation>>;

export type NotationName = keyof typeof NOTATIONS;

export const isSame = (one: Notation, other: Notation): boolean =>
  one.symbols === other.symbols && one.weights === other.weights && one.rate === other.rate;

/** What a notation is written with in an address or on a command line: "net,numbered"; "z" is the default. */
export const notationText = (notation: Notation): string =>
  (['symbols', 'weights', 'rate'] as const)
    .map((part) => notation[part])
    .filter((choice, i) => choice !== Object.values(DEFAULT_NOTATION)[i])
    .join(',') || DEFAULT_NOTATION.symbols;

/** Every word that `readNotation` knows, and what it chooses. */
const CHOICES: ReadonlyMap<string, Partial<Notation>> = new Map<string, Partial<Notation>>([
  ...(Object.keys(SYMBOLS) as Notation['symbols'][]).map((symbols) => [symbols, { symbols }] as const),
  ...WEIGHTS.map((weights) => [weights, { weights }] as const),
  ...(Object.keys(RATES) as Notation['rate'][]).map((rate) => [rate, { rate }] as const),
  ...Object.entries(NOTATIONS),
]);

export const NOTATION_WORDS: readonly string[] = [...CHOICES.keys()];

/** A notation as it was asked for, what of it is not known, and what says otherwise than an earlier word. */
export type ReadNotation = {
  readonly notation: Notation;
  readonly unknown: readonly string[];
  readonly contrary: readonly string[];
};

/** Reads words with commas between them, in any order; what is not said is as in the set that is named, else as by default. */
export function readNotation(text: string): ReadNotation {
  const unknown: string[] = [];
  const contrary: string[] = [];
  let set: Notation | undefined;
  let chosen: Partial<Notation> = {};
  for (const word of text.toLowerCase().split(/[,\s]+/)) {
    const choice = CHOICES.get(word);
    if (choice === undefined) {
      if (word !== '') unknown.push(word);
    } else if (isWhole(choice)) {
      set ??= choice;
      if (set !== choice) contrary.push(word);
    } else {
      const next = { ...choice, ...chosen };
      if (Object.entries(choice).every(([part, row]) => next[part as keyof Notation] === row)) chosen = next;
      else contrary.push(word);
    }
  }
  return { notation: { ...(set ?? DEFAULT_NOTATION), ...chosen }, unknown, contrary };
}

const isWhole = (choice: Partial<Notation>): choice is Notation => Object.keys(choice).length > 1;
