import type { Expr } from '../../../src/core/expressions/expr.ts';
import type { FunctionName } from '../../../src/core/expressions/functions.ts';
import * as c from './complex.ts';
import type { Complex } from './complex.ts';

const FUNCTIONS: Readonly<Record<FunctionName, (x: Complex, ...others: Complex[]) => Complex>> = {
  sigmoid: c.sigmoid,
  tanh: c.tanh,
  relu: c.relu,
  step: (x) => c.real(x[0] > 0 ? 1 : 0),
  lrelu: (x) => (x[0] > 0 ? x : c.times(c.real(0.01), x)),
  softplus: c.softplus,
  silu: (x) => c.times(x, c.sigmoid(x)),
  gelu: (x) => c.times(x, c.normalCdf(x)),
  elu: c.elu,
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
  asin: c.asin,
  acos: (x) => c.minus(c.real(Math.PI / 2), c.asin(x)),
  atan: c.atan,
  max: (...xs) => xs.reduce((a, b) => (b[0] > a[0] ? b : a)),
  min: (...xs) => xs.reduce((a, b) => (b[0] < a[0] ? b : a)),
};

function powerOf(base: Complex, exponent: Complex, isConstant: boolean): Complex {
  if (!isConstant || !Number.isInteger(exponent[0])) return c.exp(c.times(exponent, c.log(base)));
  const factors = Array.from({ length: Math.abs(exponent[0]) }, () => base);
  const whole = factors.reduce(c.times, c.real(1));
  return exponent[0] < 0 ? c.over(c.real(1), whole) : whole;
}

/** The formula over complex numbers; calls `visit` with every value on the way. */
export function complexValue(
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
        return FUNCTIONS[expr.fn](of(expr.argument), ...expr.others.map(of));
    }
  };
  const value = compute();
  visit(value);
  return value;
}
