import {
  call,
  difference,
  negation,
  number,
  one,
  power,
  product,
  quotient,
  square,
  sum,
  type Expr,
  type FunctionName,
} from './expr.ts';
import type { Interval } from './interval.ts';
import { erf, normalCdf, normalPdf } from './normal.ts';
import { dip, hump, rising } from './shape-ranges.ts';

/** A function that a formula may call: of one number, or max and min of several. */
export type CalledFunction = {
  readonly value: (...xs: number[]) => number;
  /** Its range over the part of an interval where it is defined; NaN if that is nowhere. */
  readonly range: (...xs: Interval[]) => Interval;
  /** Its derivative at `x`, as a formula; where it compares several, along x, with what is written before and after it. */
  readonly derivative: (x: Expr, before?: readonly Expr[], after?: readonly Expr[]) => Expr;
  /** What it is, in simpler terms, where that is worth knowing. */
  readonly definition?: (x: Expr) => Expr;
  /** How it is written before its bracket, in plain text and MathML. */
  readonly symbol: string;
};

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const step = (x: number): number => (x > 0 ? 1 : x <= 0 ? 0 : NaN);
const lrelu = (x: number): number => (x > 0 ? x : LEAK * x);
/** ln(1 + eˣ), where neither eˣ overflows nor 1 swallows it. */
const softplus = (x: number): number => Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
// Far to the left e^−x grows faster than x falls.
const silu = (x: number): number => (x === -Infinity ? 0 : x * sigmoid(x));
const gelu = (x: number): number => (x === -Infinity ? 0 : x * normalCdf(x));
const elu = (x: number): number => (x > 0 ? x : Math.expm1(x));
const clip = (x: number): number => Math.max(-1, Math.min(1, x));
const huber = (x: number): number => (Math.abs(x) <= 1 ? (x * x) / 2 : Math.abs(x) - 0.5);
/** The slope of leaky ReLU where z is not above 0. */
export const LEAK = 0.01;
/** Where SiLU and GELU are lowest: there a + σ(z)(1 − a), and Φ(z) + zφ(z), are 0. */
const LOWEST = { silu: -1.278464542761074, gelu: -0.7517915246935645 } as const;

type Range = (x: Interval) => Interval;
/** The range of a function that never falls and is not defined below 0. */
const risingFromZero =
  (f: (x: number) => number): Range =>
  ([a, b]) =>
    rising(f)(b < 0 ? [a, b] : [Math.max(0, a), b]);
/** The bounds of a function between −1 and 1, at those of an interval. */
const withinOne =
  (f: (x: number) => number): Range =>
  ([a, b]) =>
    Math.max(a, b) < -1 || Math.min(a, b) > 1 ? [NaN, NaN] : [f(clip(a)), f(clip(b))];
const offCircle = (x: Expr): Expr => call('sqrt', difference(one, square(x)));
/** Whether a bound is met by `first` or by what lies whole periods away from it. */
const passes = ([a, b]: Interval, first: number, period: number): boolean =>
  Math.ceil((a - first) / period) <= Math.floor((b - first) / period);
/** The range of a wave between −1 and 1 that is highest at `top`. */
const wave =
  (f: (x: number) => number, top: number): Range =>
  (x) => {
    const ends = x.map(f);
    const isLow = passes(x, top + Math.PI, 2 * Math.PI);
    return [isLow ? -1 : Math.min(...ends), passes(x, top, 2 * Math.PI) ? 1 : Math.max(...ends)];
  };

/**
 * The largest of several, or the smallest: its slope is 1 along the one that is handed on, 0 along the others. Where it
 * is met twice there is no slope; by convention it is 1 along the one written first.
 * @param lead by how much a is ahead of b
 */
function extreme(
  pick: (...xs: number[]) => number,
  symbol: string,
  lead: (a: Expr, b: Expr) => Expr,
): CalledFunction {
  return {
    value: pick,
    range: (...xs) => [pick(...xs.map(([low]) => low)), pick(...xs.map(([, high]) => high))],
    derivative: (x, before = [], after = []) =>
      product(
        ...before.map((other) => call('step', lead(x, other))),
        ...after.map((other) => difference(one, call('step', lead(other, x)))),
      ),
    symbol,
  };
}

export type { FunctionName };

/** Every function a formula or an answer may call, one row each. */
export const FUNCTIONS: Readonly<Record<FunctionName, CalledFunction>> = {
  sigmoid: {
    value: sigmoid,
    range: rising(sigmoid),
    derivative: (x) => product(call('sigmoid', x), difference(one, call('sigmoid', x))),
    definition: (x) => quotient(one, sum(one, call('exp', negation(x)))),
    symbol: 'σ',
  },
  tanh: {
    value: Math.tanh,
    range: rising(Math.tanh),
    derivative: (x) => difference(one, square(call('tanh', x))),
    definition: (x) => {
      const [up, down] = [call('exp', x), call('exp', negation(x))];
      return quotient(difference(up, down), sum(up, down));
    },
    symbol: 'tanh',
  },
  relu: {
    value: (x) => Math.max(0, x),
    range: rising((x) => Math.max(0, x)),
    derivative: (x) => call('step', x),
    symbol: 'ReLU',
  },
  /** 1 above 0, else 0: the slope of ReLU, with the convention that it is 0 at 0. */
  step: {
    value: step,
    range: rising(step),
    derivative: () => number(0),
    symbol: 'step',
  },
  /** z above 0, else 0.01·z. Its slope at 0 is the one to the left. */
  lrelu: {
    value: lrelu,
    range: rising(lrelu),
    derivative: (x) => sum(number(LEAK), product(number(1 - LEAK), call('step', x))),
    symbol: 'LReLU',
  },
  softplus: {
    value: softplus,
    range: rising(softplus),
    derivative: (x) => call('sigmoid', x),
    definition: (x) => call('log', sum(one, call('exp', x))),
    symbol: 'softplus',
  },
  silu: {
    value: silu,
    range: dip(silu, LOWEST.silu),
    derivative: (x) => sum(call('silu', x), product(call('sigmoid', x), difference(one, call('silu', x)))),
    definition: (x) => product(x, call('sigmoid', x)),
    symbol: 'SiLU',
  },
  gelu: {
    value: gelu,
    range: dip(gelu, LOWEST.gelu),
    derivative: (x) => sum(call('normalCdf', x), product(x, call('normalPdf', x))),
    definition: (x) => product(x, call('normalCdf', x)),
    symbol: 'GELU',
  },
  /** With α = 1: its slope is 1 on both sides of 0. */
  elu: {
    value: elu,
    range: rising(elu),
    derivative: (x) => call('exp', call('min', x, number(0))),
    symbol: 'ELU',
  },
  /** The normal distribution: how much of the bell curve lies left of x. */
  normalCdf: {
    value: normalCdf,
    range: rising(normalCdf),
    derivative: (x) => call('normalPdf', x),
    symbol: 'Φ',
  },
  /** The bell curve. */
  normalPdf: {
    value: normalPdf,
    range: hump(normalPdf, 0),
    derivative: (x) => negation(product(x, call('normalPdf', x))),
    symbol: 'φ',
  },
  erf: {
    value: erf,
    range: rising(erf),
    derivative: (x) =>
      quotient(product(number(2), call('exp', negation(square(x)))), call('sqrt', number(Math.PI, 'π'))),
    symbol: 'erf',
  },
  /** Half the square up to 1, from there on straight. */
  huber: {
    value: huber,
    range: dip(huber, 0),
    derivative: (x) => call('clip', x),
    symbol: 'huber',
  },
  /** Held between −1 and 1. */
  clip: {
    value: clip,
    range: rising(clip),
    derivative: (x) => call('step', difference(one, call('abs', x))),
    symbol: 'clip',
  },
  sign: {
    value: Math.sign,
    range: rising(Math.sign),
    derivative: () => number(0),
    symbol: 'sign',
  },
  exp: {
    value: Math.exp,
    range: rising(Math.exp),
    derivative: (x) => call('exp', x),
    symbol: 'exp',
  },
  log: {
    value: Math.log,
    range: risingFromZero(Math.log),
    derivative: (x) => quotient(one, x),
    symbol: 'ln',
  },
  sqrt: {
    value: Math.sqrt,
    range: risingFromZero(Math.sqrt),
    derivative: (x) => quotient(one, product(number(2), call('sqrt', x))),
    symbol: '√',
  },
  abs: {
    value: Math.abs,
    range: dip(Math.abs, 0),
    // 0 at 0, where there is none.
    derivative: (x) => call('sign', x),
    symbol: 'abs',
  },
  sin: {
    value: Math.sin,
    range: wave(Math.sin, Math.PI / 2),
    derivative: (x) => call('cos', x),
    symbol: 'sin',
  },
  cos: {
    value: Math.cos,
    range: wave(Math.cos, 0),
    derivative: (x) => negation(call('sin', x)),
    symbol: 'cos',
  },
  tan: {
    value: Math.tan,
    range: (x) => (passes(x, Math.PI / 2, Math.PI) ? [-Infinity, Infinity] : rising(Math.tan)(x)),
    derivative: (x) => quotient(one, power(call('cos', x), number(2))),
    symbol: 'tan',
  },
  asin: {
    value: Math.asin,
    range: withinOne(Math.asin),
    derivative: (x) => quotient(one, offCircle(x)),
    symbol: 'arcsin',
  },
  acos: {
    value: Math.acos,
    range: ([a, b]) => withinOne(Math.acos)([b, a]),
    derivative: (x) => negation(quotient(one, offCircle(x))),
    symbol: 'arccos',
  },
  atan: {
    value: Math.atan,
    range: rising(Math.atan),
    derivative: (x) => quotient(one, sum(one, square(x))),
    symbol: 'arctan',
  },
  max: extreme(Math.max, 'max', difference),
  min: extreme(Math.min, 'min', (a, b) => difference(b, a)),
};
