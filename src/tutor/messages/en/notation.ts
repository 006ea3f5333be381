import { NOTATION_WORDS, type Notation, type NotationName } from '../../../core/notation/notation.ts';

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** Where it is chosen how quantities are called. */
export const enNotation = {
  title: 'Notation',
  intro: 'Books write the same things in different ways. Choose yours; every formula and sentence follows.',
  sets: 'As in',
  /** Where each comes from. */
  set: {
    backstep: 'this page',
    mazur: 'Mazur’s worked example',
    nielsen: 'Nielsen’s book',
  } satisfies Readonly<Record<NotationName, string>>,
  /** What a book has otherwise still, and cannot be chosen. */
  differs: {
    nielsen:
      'Three things stay as they are on this page. Nielsen counts the input as layer 1, so his layers have numbers one higher; his loss is C, the cost, here E; and his target is y, here t.',
  } satisfies Readonly<Partial<Record<NotationName, string>>> as Readonly<
    Partial<Record<NotationName, string>>
  >,
  parts: {
    symbols: 'The two values of a unit',
    weights: 'Weights',
    rate: 'The learning rate',
  } satisfies Readonly<Record<keyof Notation, string>>,
  choices: {
    z: 'z and a',
    net: 'net and out',
    'from-to': 'first the unit an arrow comes from, then the one it leads to',
    'to-from': 'first the unit an arrow leads to, then the one it comes from',
    numbered: 'numbered one after the other',
    eta: 'η, eta',
    alpha: 'α, alpha',
  } satisfies Readonly<Record<Notation[keyof Notation], string>>,
  typed:
    'You may type the names that you see. Names in square brackets stay as they are in every notation, as in the downloads: w[2][1][3] leads from unit 1 to unit 3 of layer 2.',
  use: 'Use this notation',
  problem: (unknown: readonly string[], contrary: readonly string[]): string =>
    [
      unknown.length > 0 ? `The notation in the address has ${quoted(unknown)}, which is not known.` : '',
      contrary.length > 0
        ? `The notation in the address has ${quoted(contrary)}, which does not go with what stands before it.`
        : '',
      `It was left out; there is ${NOTATION_WORDS.join(', ')}.`,
    ]
      .filter(Boolean)
      .join(' '),
} as const;
