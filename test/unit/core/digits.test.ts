import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  halfUnit,
  inFull,
  isShownRounded,
  readShown,
  sameToDigits,
  shown,
  shownGiven,
} from '../../../src/core/expressions/digits.ts';

/** Numbers of every size that can turn up, either sign. */
const numbers = fc.oneof(
  fc
    .tuple(fc.integer({ min: -12, max: 12 }), fc.integer({ min: -99999, max: 99999 }))
    .map(([e, m]) => m * 10 ** e),
  fc.double({ min: -1e12, max: 1e12, noNaN: true }).filter((x) => x === 0 || Math.abs(x) > 1e-100),
);

/** Room for the last bits of floating point. */
const room = (x: number): number => 1e-12 * Math.abs(x);

describe('a computed number', () => {
  test.each([
    [0.515048, '0.5150'],
    [-0.515, '−0.5150'],
    [0.26, '0.2600'],
    [0.2, '0.2000'],
    [1, '1.000'],
    [-12, '−12.00'],
    [3.14159265, '3.142'],
    [0.99996, '1.000'],
    [-0.99996, '−1.000'],
    [99.996, '100.0'],
    [0.1 + 0.2, '0.3000'],
    [0.0001234567, '0.0001235'],
    [0.000099999, '0.0001000'],
    [0.00012, '0.0001200'],
    [0.00001234, '1.234·10⁻⁵'],
    [-0.00001234, '−1.234·10⁻⁵'],
    [1e-12, '1.000·10⁻¹²'],
    [9.9996e-13, '1.000·10⁻¹²'],
    [1234.4, '1234'],
    [12344, '12340'],
    [12345, '12350'],
    [-12345, '−12350'],
    [1234567, '1235000'],
    [12345678, '1.235·10⁷'],
    [9999999, '1.000·10⁷'],
    [0, '0'],
    [-0, '0'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
    [NaN, 'NaN'],
  ])('%s is shown as %s', (x, expected) => {
    expect(shown(x)).toBe(expected);
  });

  test('is shown with exactly four significant digits', () => {
    fc.assert(
      fc.property(numbers, (x) => {
        fc.pre(x !== 0);
        const digits = shown(x)
          .replace(/·10.*$/, '')
          .replace(/^−?[0.]*/, '')
          .replace('.', '');
        // A whole number of more than four digits ends in zeros that only keep the place.
        if (digits.length > 4) expect(shown(x)).toMatch(/^−?\d{4}0{1,3}$/);
        else expect(digits).toHaveLength(4);
      }),
    );
  });

  test('is shown no farther from its value than half a unit of its fourth digit', () => {
    fc.assert(
      fc.property(numbers, (x) => {
        expect(Math.abs(readShown(shown(x)) - x)).toBeLessThanOrEqual(halfUnit(x) + room(x));
      }),
    );
  });

  test('that is shown equals its exact value to four digits', () => {
    fc.assert(
      fc.property(numbers, (x) => {
        expect(sameToDigits(readShown(shown(x)), x)).toBe(true);
      }),
    );
  });

  test('is the same when what is shown is shown again', () => {
    fc.assert(
      fc.property(numbers, (x) => {
        expect(shown(readShown(shown(x)))).toBe(shown(x));
      }),
    );
  });

  test('and its negative differ by a minus sign, a proper one', () => {
    fc.assert(
      fc.property(numbers, (x) => {
        fc.pre(x > 0);
        expect(shown(-x)).toBe(`−${shown(x)}`);
        expect(shown(-x)).not.toContain('-');
      }),
    );
  });
});

describe('half a unit of the fourth digit', () => {
  test.each([
    [0.3775, 0.00005],
    [-0.3775, 0.00005],
    [0.1, 0.00005],
    [0.03775, 0.000005],
    [1, 0.0005],
    [9.9994, 0.0005],
    [0.99996, 0.00005],
    [12345, 5],
    [1.5e-7, 5e-11],
    [0, 0],
    [-0, 0],
    [NaN, 0],
    [Infinity, 0],
  ])('of %s is %s', (x, expected) => {
    expect(halfUnit(x)).toBe(expected);
  });

  test.each([
    [2, 0.05],
    [3, 0.005],
    [6, 0.000005],
  ])('of another digit, the %s. of 1.5, is %s', (digits, expected) => {
    expect(halfUnit(1.5, digits)).toBe(expected);
  });

  test('is between 0.005 % and 0.05 % of the number', () => {
    fc.assert(
      fc.property(numbers, (x) => {
        fc.pre(x !== 0);
        const share = halfUnit(x) / Math.abs(x);
        expect(share).toBeGreaterThan(0.5e-4 * (1 - 1e-12));
        expect(share).toBeLessThanOrEqual(5e-4 * (1 + 1e-12));
      }),
    );
  });
});

test.each([
  { x: 0.3775, exact: 0.37749999, same: true },
  { x: 0.3774, exact: 0.37745, same: true },
  { x: 0.3775, exact: 0.37745, same: true },
  { x: 0.3774, exact: 0.37746, same: false },
  { x: 0.378, exact: 0.3775, same: false },
  { x: 1, exact: 0.99996, same: true },
  { x: 0.9996, exact: 0.99996, same: false },
  { x: 0.9999, exact: 0.99996, same: false },
  { x: -0.3775, exact: 0.3775, same: false },
  { x: 0.30000000000000004, exact: 0.3, same: true },
  { x: 0, exact: 0, same: true },
  { x: 5.6e-17, exact: 0, same: true },
  { x: 1e-9, exact: 0, same: false },
  { x: 0, exact: 1e-9, same: false },
  { x: NaN, exact: 1, same: false },
])('$x for $exact to four digits: $same', ({ x, exact, same }) => {
  expect(sameToDigits(x, exact)).toBe(same);
});

describe('a given number', () => {
  test.each([
    [0.5, '0.50'],
    [-0.5, '−0.50'],
    [0.15, '0.15'],
    [-0.26, '−0.26'],
    [0.125, '0.125'],
    [0.05, '0.05'],
    [0.0005, '0.0005'],
    [1, '1'],
    [-3, '−3'],
    [0, '0'],
    [-0, '0'],
    [150000, '150000'],
    [0.123456, '0.123456'],
    [0.1234567, '0.1235'],
    [0.1 + 0.2, '0.3000'],
    [1e-7, '1.000·10⁻⁷'],
    [1234567, '1235000'],
  ])('%s is shown as %s', (x, expected) => {
    expect(shownGiven(x)).toBe(expected);
  });

  test('of two decimals is shown in full', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9999, max: 9999 }), (hundredths) => {
        const x = hundredths / 100;
        expect(readShown(shownGiven(x))).toBe(x);
        expect(isShownRounded(x)).toBe(false);
      }),
    );
  });

  test('is known to be rounded exactly where what is shown is not the number', () => {
    expect([0.1 + 0.2, 1 / 3, 1234567].map(isShownRounded)).toEqual([true, true, true]);
    expect([0.3, 0.123456, -2, 0].map(isShownRounded)).toEqual([false, false, false, false]);
  });
});

describe('a number in full', () => {
  test.each([
    [0.5, '0.5'],
    [-0.26, '−0.26'],
    [0.1 + 0.2, '0.30000000000000004'],
    [2, '2'],
    [-0, '0'],
    [1e-7, '1·10⁻⁷'],
    [-2.5e-9, '−2.5·10⁻⁹'],
    [3e21, '3·10²¹'],
    [-Infinity, '−∞'],
  ])('%s is %s', (x, expected) => {
    expect(inFull(x)).toBe(expected);
  });

  test('is read back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(readShown(inFull(x))).toBe(x + 0);
      }),
    );
  });
});
