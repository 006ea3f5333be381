import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import {
  call,
  difference,
  half,
  negation,
  number,
  one,
  power,
  product,
  quantity as q,
  quotient,
  square,
  sum,
  type Expr,
} from '../../../src/core/expressions/expr.ts';
import { meet, type Interval } from '../../../src/core/expressions/interval.ts';
import { rangeOf } from '../../../src/core/expressions/range.ts';
import { text } from '../../../src/core/expressions/text.ts';
import { activation, idOf, preActivation, target, weight } from '../../../src/core/quantity.ts';
import { formulas } from '../support/formulas.ts';

const QUANTITIES = [activation(1, 1), preActivation(1, 1), target(1), weight(1, 1, 1)];
const IDS = QUANTITIES.map(idOf);
const [a, z, t, w] = QUANTITIES.map(q) as [Expr, Expr, Expr, Expr];

type Box = ReadonlyMap<string, Interval>;

const interval = fc
  .tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: 0, max: 150 }))
  .map(([low, width]): Interval => [low / 100, (low + width) / 100]);

const boxes = fc
  .tuple(interval, interval, interval, interval)
  .map((sides): Box => new Map(IDS.map((id, i) => [id, sides[i]!])));

/** The point of a box at a fraction of each side; at the ends, the ends themselves. */
const pointOf = (box: Box, fractions: readonly number[]): ReadonlyMap<string, number> =>
  new Map(
    [...box].map(([id, [low, high]], i) => {
      const share = fractions[i]!;
      return [id, share === 1 ? high : low + share * (high - low)];
    }),
  );

/** How far rounding may take a value or a bound. */
const slack = (...xs: readonly number[]): number =>
  1e-9 * Math.max(1, ...xs.filter(Number.isFinite).map(Math.abs));

describe('the range of a formula', () => {
  test('holds its value at every point of the box', () => {
    const share = fc.oneof(
      fc.constantFrom(0, 1),
      fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
    );
    const points = fc.array(fc.tuple(share, share, share, share), { minLength: 5, maxLength: 5 });
    // x·(1 − x) and its like are rare among random formulas, and treated apart.
    const cuts = formulas({ quantities: QUANTITIES, depth: 1 }).chain((x) => {
      const cut = difference(one, x);
      return fc.shuffledSubarray([x, cut, difference(one, cut), x, cut, w], { minLength: 2 });
    });
    const cases = fc.oneof(
      { weight: 3, arbitrary: formulas({ quantities: QUANTITIES, depth: 3 }) },
      { weight: 1, arbitrary: cuts.map((factors) => product(...factors)) },
    );
    fc.assert(
      fc.property(cases, boxes, points, (expr, box, fractions) => {
        const [low, high] = rangeOf(expr, box);
        for (const point of fractions.map((each) => pointOf(box, each))) {
          const value = evaluate(expr, point);
          if (!Number.isFinite(value)) continue;
          const room = slack(value, low, high);
          expect(
            low - room <= value && value <= high + room,
            `${text(expr)} = ${value} in ${low} … ${high}`,
          ).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });

  /** The extremes of a formula of one quantity, by trying every thousandth; those inside lie at 0, 0.3 or 0.5. */
  const sampled = (expr: Expr, [low, high]: Interval): Interval => {
    const first = Math.round(low * 1000);
    const values = Array.from({ length: Math.round(high * 1000) - first + 1 }, (_, i) =>
      evaluate(expr, new Map([['a[1][1]', (first + i) / 1000]])),
    );
    return [Math.min(...values), Math.max(...values)];
  };

  test.each<[string, Expr]>([
    ['a·(1 − a)', product(a, difference(one, a))],
    ['(1 − a)·a', product(difference(one, a), a)],
    ['3·a·(1 − a)', product(number(3), a, difference(one, a))],
    ['a²', square(a)],
    ['(0.3 − a)²', square(difference(number(0.3), a))],
    ['½(0.3 − a)²', product(half, square(difference(number(0.3), a)))],
    ['1 − a²', difference(one, square(a))],
    ['a³', power(a, number(3))],
    ['a⁰', power(a, number(0))],
    ['|a|', call('abs', a)],
    ['ReLU(a)', call('relu', a)],
    ['σ(a)·(1 − σ(a))', product(call('sigmoid', a), difference(one, call('sigmoid', a)))],
  ])('of %s is exactly what the formula takes on', (_, expr) => {
    fc.assert(
      fc.property(interval, (side) => {
        const [low, high] = rangeOf(expr, new Map([['a[1][1]', side]]));
        const [lowest, highest] = sampled(expr, side);
        expect(Math.abs(low - lowest)).toBeLessThan(1e-12);
        expect(Math.abs(high - highest)).toBeLessThan(1e-12);
      }),
    );
  });

  test.each<[string, Expr]>([
    ['a·w + z', sum(product(a, w), z)],
    ['−a·w − z·t', difference(negation(product(a, w)), product(z, t))],
    ['σ(a·w + z)·t', product(call('sigmoid', sum(product(a, w), z)), t)],
    ['a/e^(z·w)', quotient(a, call('exp', product(z, w)))],
    ['(a + z)/(5 + t)', quotient(sum(a, z), sum(number(5), t))],
    ['a³·tanh(z − w)', product(power(a, number(3)), call('tanh', difference(z, w)))],
    ['ReLU(a) − √(e^z)', difference(call('relu', a), call('sqrt', call('exp', z)))],
    ['ln(4 + a)·step(w)', product(call('log', sum(number(4), a)), call('step', w))],
    ['(4 + a)^z', power(sum(number(4), a), z)],
  ])(
    'of %s, where nothing occurs twice, is exact: its ends are taken on at corners of the box',
    (_, expr) => {
      const corners = Array.from({ length: 16 }, (__, i) => [i & 1, (i >> 1) & 1, (i >> 2) & 1, i >> 3]);
      fc.assert(
        fc.property(boxes, (box) => {
          const values = corners.map((corner) => evaluate(expr, pointOf(box, corner)));
          const [low, high] = rangeOf(expr, box);
          expect(Math.abs(low - Math.min(...values))).toBeLessThanOrEqual(slack(low) / 1000);
          expect(Math.abs(high - Math.max(...values))).toBeLessThanOrEqual(slack(high) / 1000);
        }),
      );
    },
  );

  test.each<[string, Expr, Interval, Interval]>([
    ['1/a across 0 has no bound', quotient(one, a), [-1, 1], [-Infinity, Infinity]],
    ['0·(1/a) across 0 is 0 wherever it is defined', product(number(0), quotient(one, a)), [-1, 1], [0, 0]],
    ['ln a from below 0 is that of the part above 0', call('log', a), [-1, 1], [-Infinity, 0]],
    ['√a from below 0 is that of the part above 0', call('sqrt', a), [-1, 4], [0, 2]],
    ['√a below 0 is nowhere defined', call('sqrt', a), [-4, -1], [NaN, NaN]],
    ['a⁻² across 0 has no bound', power(a, number(-2)), [-1, 2], [-Infinity, Infinity]],
    ['a⁻² beyond 0', power(a, number(-2)), [1, 2], [0.25, 1]],
    ['a^0.5 from below 0 may be anything', power(a, number(0.5)), [-1, 1], [-Infinity, Infinity]],
    ['1 to any power is 1', power(one, quotient(one, a)), [-1, 1], [1, 1]],
    ['sin a rises up to a quarter of its period', call('sin', a), [0, 1], [0, Math.sin(1)]],
    ['sin a over its crest', call('sin', a), [1, 2], [Math.sin(1), 1]],
    ['sin a over its trough, periods away', call('sin', a), [-14.5, -14], [-1, Math.sin(-14.5)]],
    ['cos a over its crest', call('cos', a), [-1, 0.5], [Math.cos(1), 1]],
    ['sin a of anything', call('sin', a), [-Infinity, Infinity], [-1, 1]],
    ['tan a between its poles', call('tan', a), [-1, 1], [Math.tan(-1), Math.tan(1)]],
    ['tan a across a pole may be anything', call('tan', a), [1, 2], [-Infinity, Infinity]],
    ['arcsin a, as far as there is one', call('asin', a), [0.5, 2], [Math.asin(0.5), Math.asin(1)]],
    ['arccos a falls', call('acos', a), [-0.5, 0.5], [Math.acos(0.5), Math.acos(-0.5)]],
    ['arccos a beyond 1 is nowhere', call('acos', a), [1.5, 2], [NaN, NaN]],
    ['sin a of one number is one number', call('sin', a), [0, 0], [0, 0]],
  ])('%s', (_, expr, side, expected) => {
    expect(rangeOf(expr, new Map([['a[1][1]', side]])).map((end) => end + 0)).toEqual(expected);
  });

  test('takes no factor twice into x·(1 − x): a·(1 − a)·(1 − (1 − a)) at a = 2 is −4', () => {
    const cut = difference(one, a);
    const box = new Map<string, Interval>([['a[1][1]', [2, 2]]]);
    expect(rangeOf(product(a, cut, difference(one, cut)), box)).toEqual([-4, -4]);
  });

  test('of a quantity that has no set is a mistake of the programmer, and names it', () => {
    expect(() => rangeOf(sum(a, z), new Map([['a[1][1]', [0, 1]]]))).toThrow(/z\[1\]\[1\]/);
  });
});

test.each<[string, Interval, Interval, boolean]>([
  ['overlapping', [0, 2], [1, 3], true],
  ['one inside the other', [0, 3], [1, 2], true],
  ['touching', [0, 1], [1, 2], true],
  ['touching but for the last bit', [0, 0.3], [0.1 + 0.2, 1], true],
  ['apart', [0, 1], [1.001, 2], false],
  ['apart, the other way round', [1.001, 2], [0, 1], false],
])('two intervals %s: whether they meet', (_, one_, other, expected) => {
  expect(meet(one_, other)).toBe(expected);
});
