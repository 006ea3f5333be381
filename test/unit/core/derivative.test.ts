import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derivative } from '../../../src/core/expressions/derivative.ts';
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
import { text } from '../../../src/core/expressions/text.ts';
import { activation, idOf, loss, preActivation, target, unitLoss } from '../../../src/core/quantity.ts';
import * as c from '../support/complex.ts';
import { complexValue } from '../support/complex-value.ts';
import { formulas } from '../support/formulas.ts';

const QUANTITIES = [activation(1, 1), preActivation(1, 1), target(1), unitLoss(1)];
const IDS = QUANTITIES.map(idOf);

test('the derivative of a random formula is its response to a nudge', () => {
  const cases = fc.record({
    expr: formulas({ quantities: QUANTITIES, depth: 3 }),
    point: fc.array(
      fc.integer({ min: -150, max: 150 }).map((n) => n / 100),
      { minLength: 4, maxLength: 4 },
    ),
    id: fc.constantFrom(...IDS),
  });
  fc.assert(
    fc.property(cases, ({ expr, point, id }) => {
      const values = new Map(IDS.map((name, i) => [name, point[i]!] as const));
      const nudged = new Map(
        IDS.map((name, i) => [name, name === id ? c.nudged(c.real(point[i]!)) : c.real(point[i]!)] as const),
      );
      // Away from kinks, poles, the ends of domains, and numbers so large that their last digits drown the rest.
      let regular = true;
      const nudge = c.slope(
        complexValue(expr, nudged, ([re, im]) => {
          const size = Math.abs(re);
          if (!(size > 1e-3 && size < 1e4 && Math.abs(im / c.STEP) < 1e4)) regular = false;
        }),
      );
      fc.pre(regular);
      const derived = evaluate(derivative(expr, id), values);
      const slack = 1e-9 * Math.max(1, Math.abs(nudge));
      expect(Math.abs(derived - nudge), `d/d${id} of ${text(expr)} is ${nudge}`).toBeLessThanOrEqual(slack);
    }),
    { numRuns: 2000 },
  );
});

describe('derivatives are written simply', () => {
  const [a, z, t, e] = QUANTITIES.map(q) as [Expr, Expr, Expr, Expr];
  test.each<[string, Expr, string]>([
    ['a constant', number(3), '0'],
    ['another quantity', t, '0'],
    ['itself', a, '1'],
    ['a sum', sum(a, t, number(2)), '1'],
    ['a difference', difference(t, a), '−1'],
    ['a product', product(a, t), 't[1]'],
    ['a product with itself', product(a, a), 'a[1][1] + a[1][1]'],
    ['a square', square(a), '2·a[1][1]'],
    ['a cube', power(a, number(3)), '3·a[1][1]²'],
    ['half the squared error', product(half, square(difference(t, a))), '−½·(2·(t[1] − a[1][1]))'],
    ['a fraction below which it does not stand', quotient(a, t), '1/t[1]'],
    ['a fraction below which it stands', quotient(e, a), '−E[1]/a[1][1]²'],
    ['the sigmoid', call('sigmoid', a), 'σ(a[1][1])·(1 − σ(a[1][1]))'],
    ['tanh', call('tanh', a), '1 − tanh(a[1][1])²'],
    ['ReLU', call('relu', a), 'step(a[1][1])'],
    ['its negative', negation(a), '−1'],
    ['the negative of another', negation(z), '0'],
    ['a power with it above', power(number(2), a), '2^a[1][1]·ln(2)'],
  ])('of %s', (_, expr, expected) => {
    expect(text(derivative(expr, 'a[1][1]'))).toBe(expected);
  });

  test('of a formula without the quantity is 0', () => {
    expect(derivative(product(one, q(loss)), 'a[1][1]')).toEqual(number(0));
  });
});
