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
import type { FunctionName } from '../../../src/core/expressions/functions.ts';
import { text } from '../../../src/core/expressions/text.ts';
import { activation, idOf, loss, preActivation, target, unitLoss } from '../../../src/core/quantity.ts';
import * as c from '../support/complex.ts';
import type { Complex } from '../support/complex.ts';
import { formulas } from '../support/formulas.ts';

const QUANTITIES = [activation(1, 1), preActivation(1, 1), target(1), unitLoss(1)];
const IDS = QUANTITIES.map(idOf);

const FUNCTIONS: Readonly<Record<FunctionName, (x: Complex) => Complex>> = {
  sigmoid: c.sigmoid,
  tanh: c.tanh,
  relu: c.relu,
  step: (x) => c.real(x[0] > 0 ? 1 : 0),
  lrelu: (x) => (x[0] > 0 ? x : c.times(c.real(0.01), x)),
  softplus: c.softplus,
  silu: (x) => c.times(x, c.sigmoid(x)),
  gelu: (x) => c.times(x, c.normalCdf(x)),
  normalCdf: c.normalCdf,
  normalPdf: (x) => c.times(c.real(1 / Math.sqrt(2 * Math.PI)), c.exp(c.times(c.real(-0.5), c.times(x, x)))),
  erf: c.erf,
  huber: (x) => (Math.abs(x[0]) <= 1 ? c.times(c.real(0.5), c.times(x, x)) : c.minus(c.abs(x), c.real(0.5))),
  clip: (x) => (Math.abs(x[0]) < 1 ? x : c.sign(x)),
  sign: c.sign,
  exp: c.exp,
  log: c.log,
  sqrt: (x) => c.exp(c.times(c.real(0.5), c.log(x))),
  abs: (x) => (x[0] < 0 ? c.minus(c.real(0), x) : x),
  sin: c.sin,
  cos: c.cos,
  tan: (x) => c.over(c.sin(x), c.cos(x)),
};

function powerOf(base: Complex, exponent: Complex, isConstant: boolean): Complex {
  if (!isConstant || !Number.isInteger(exponent[0])) return c.exp(c.times(exponent, c.log(base)));
  const factors = Array.from({ length: Math.abs(exponent[0]) }, () => base);
  const whole = factors.reduce(c.times, c.real(1));
  return exponent[0] < 0 ? c.over(c.real(1), whole) : whole;
}

/** The formula over complex numbers; calls `visit` with every value on the way. */
function complexValue(
  expr: Expr,
  values: ReadonlyMap<string, Complex>,
  visit: (x: Complex) => void,
): Complex {
  const of = (part: Expr): Complex => complexValue(part, values, visit);
  const compute = (): Complex => {
    switch (expr.kind) {
      case 'number':
        return c.real(expr.value);
      case 'quantity':
        return values.get(expr.id)!;
      case 'sum':
        return expr.terms.map(of).reduce(c.plus);
      case 'product':
        return expr.factors.map(of).reduce(c.times);
      case 'quotient':
        return c.over(of(expr.numerator), of(expr.denominator));
      case 'negation':
        return c.minus(c.real(0), of(expr.operand));
      case 'power':
        return powerOf(of(expr.base), of(expr.exponent), expr.exponent.kind === 'number');
      case 'call':
        return FUNCTIONS[expr.fn](of(expr.argument));
    }
  };
  const value = compute();
  visit(value);
  return value;
}

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
    ['half the squared error', product(half, square(difference(t, a))), '½·(2·(t[1] − a[1][1])·(−1))'],
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
