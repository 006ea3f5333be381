import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressIn } from '../../../src/app/notation/address.ts';
import { inNotation } from '../../../src/app/notation/links.ts';
import { shortName } from '../../../src/core/expressions/names.ts';
import { inNotation as named } from '../../../src/core/notation/naming.ts';
import {
  DEFAULT_NOTATION,
  isSame,
  NOTATIONS,
  NOTATION_WORDS,
  notationText,
  readNotation,
  RATES,
  SYMBOLS,
  WEIGHTS,
  type Notation,
} from '../../../src/core/notation/notation.ts';
import { loss, target, weight } from '../../../src/core/quantity.ts';
import { enNotation } from '../../../src/tutor/messages/en/notation.ts';
import { MAZUR } from '../support/exercises.ts';

const notations: fc.Arbitrary<Notation> = fc.record({
  symbols: fc.constantFrom(...(Object.keys(SYMBOLS) as Notation['symbols'][])),
  weights: fc.constantFrom(...WEIGHTS),
  rate: fc.constantFrom(...(Object.keys(RATES) as Notation['rate'][])),
});

test('what is written of a notation is read as the same, in any order', () => {
  fc.assert(
    fc.property(notations, fc.boolean(), (notation, isTurned) => {
      const words = notationText(notation).split(',');
      const read = readNotation((isTurned ? words.reverse() : words).join(','));
      expect(read).toEqual({ notation, unknown: [], contrary: [] });
    }),
  );
});

test.each([
  ['net,numbered', { symbols: 'net', weights: 'numbered', rate: 'eta' }, [], []],
  ['numbered, NET', { symbols: 'net', weights: 'numbered', rate: 'eta' }, [], []],
  ['mazur', NOTATIONS.mazur, [], []],
  ['alpha,nielsen', { ...NOTATIONS.nielsen, rate: 'alpha' }, [], []],
  ['', DEFAULT_NOTATION, [], []],
  ['greek,net', { ...DEFAULT_NOTATION, symbols: 'net' }, ['greek'], []],
  ['net,z', { ...DEFAULT_NOTATION, symbols: 'net' }, [], ['z']],
  ['mazur,nielsen', NOTATIONS.mazur, [], ['nielsen']],
  ['__proto__,constructor', DEFAULT_NOTATION, ['__proto__', 'constructor'], []],
] as const)('"%s"', (text, notation, unknown, contrary) => {
  expect(readNotation(text)).toEqual({ notation, unknown, contrary });
});

test('every word that is offered is known', () => {
  for (const word of NOTATION_WORDS) expect(readNotation(word).unknown).toEqual([]);
  expect(isSame(readNotation('backstep').notation, DEFAULT_NOTATION)).toBe(true);
});

test.each([
  ['', NOTATIONS.mazur, '?notation=net,numbered'],
  ['?seed=7', NOTATIONS.nielsen, '?seed=7&notation=to-from'],
  ['?notation=alpha&seed=7&way=exam', NOTATIONS.mazur, '?seed=7&way=exam&notation=net,numbered'],
  ['?seed=7&notation=alpha', undefined, '?seed=7'],
  ['?notation=alpha', undefined, '/backstep/'],
])('the address "%s" in another notation', (search, notation, address) => {
  expect(addressIn({ pathname: '/backstep/', search }, notation)).toBe(address);
});

test.each([
  ['', 'notation=net', 'notation=net'],
  ['?seed=5', 'notation=net', 'seed=5&notation=net'],
  ['?seed=5&notation=net', 'notation=net', 'seed=5&notation=net'],
  ['?notation=net', '', ''],
])('a link to "%s" that carries "%s" keeps the rest of its query', (search, carry, query) => {
  expect(inNotation(search, carry)).toBe(query);
});

test('of Nielsen’s book is said what stays otherwise: the layers, the loss and the target', () => {
  const names = named(NOTATIONS.nielsen, MAZUR, () =>
    [weight(1, 1, 2), loss, target(1)].map((quantity) => shortName(quantity)),
  );
  // In his chapter 2 the first weights are of layer 2, the cost is C and the target y.
  expect(names).toEqual(['w₂₁⁽¹⁾', 'E', 't₁']);
  expect(enNotation.differs.nielsen).toMatch(/one higher.*\bC\b.*\bE\b.*\by\b.*\bt\b/);
});
