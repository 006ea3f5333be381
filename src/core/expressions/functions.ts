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
import { hump, rising, type Interval } from './interval.ts';

/** A function of one number that a formula may call. */
export type ScalarFunction = {
  readonly value: (x: number) => number;
  /** Its range over the part of an interval where it is defined; NaN if that is nowhere. */
  readonly range: (x: Interval) => Interval;
  /** Its derivative at `x`, as a formula. */
  readonly derivative: (x: Expr) => Expr;
  /** What it is, in simpler terms, where that is worth knowing. */
  readonly definition?: (x: Expr) => Expr;
  /** How it is written before its bracket, in plain text and MathML. */
  readonly symbol: string;
  readonly latex: string;
};

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const step = (x: number): number => (x > 0 ? 1 : x <= 0 ? 0 : NaN);
/** The range of a function that never falls and is not defined below 0. */
const risingFromZero =
  (f: (x: number) => number): ScalarFunction['range'] =>
  ([a, b]) =>
    rising(f)(b < 0 ? [a, b] : [Math.max(0, a), b]);
const trigonometric: (f: (x: number) => number) => ScalarFunction['range'] =
  (f) =>
  ([a, b]) =>
    a === b ? [f(a), f(a)] : [-Infinity, Infinity];

export type { FunctionName };

/** Every function a formula or an answer may call, one row each. */
export const FUNCTIONS: Readonly<Record<FunctionName, ScalarFunction>> = {
  sigmoid: {
    value: sigmoid,
    range: rising(sigmoid),
    derivative: (x) => product(call('sigmoid', x), difference(one, call('sigmoid', x))),
    definition: (x) => quotient(one, sum(one, call('exp', negation(x)))),
    symbol: 'σ',
    latex: '\\sigma',
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
    latex: '\\tanh',
  },
  relu: {
    value: (x) => Math.max(0, x),
    range: rising((x) => Math.max(0, x)),
    derivative: (x) => call('step', x),
    symbol: 'ReLU',
    latex: '\\operatorname{ReLU}',
  },
  /** 1 above 0, else 0: the slope of ReLU, with the convention that it is 0 at 0. */
  step: {
    value: step,
    range: rising(step),
    derivative: () => number(0),
    symbol: 'step',
    latex: '\\operatorname{step}',
  },
  exp: {
    value: Math.exp,
    range: rising(Math.exp),
    derivative: (x) => call('exp', x),
    symbol: 'exp',
    latex: '\\exp',
  },
  log: {
    value: Math.log,
    range: risingFromZero(Math.log),
    derivative: (x) => quotient(one, x),
    symbol: 'ln',
    latex: '\\ln',
  },
  sqrt: {
    value: Math.sqrt,
    range: risingFromZero(Math.sqrt),
    derivative: (x) => quotient(one, product(number(2), call('sqrt', x))),
    symbol: '√',
    latex: '\\sqrt',
  },
  abs: {
    value: Math.abs,
    range: (x) => {
      const [low, high] = hump((v) => -Math.abs(v), 0)(x);
      return [-high, -low];
    },
    derivative: (x) => quotient(x, call('abs', x)),
    symbol: 'abs',
    latex: '\\operatorname{abs}',
  },
  sin: {
    value: Math.sin,
    range: trigonometric(Math.sin),
    derivative: (x) => call('cos', x),
    symbol: 'sin',
    latex: '\\sin',
  },
  cos: {
    value: Math.cos,
    range: trigonometric(Math.cos),
    derivative: (x) => negation(call('sin', x)),
    symbol: 'cos',
    latex: '\\cos',
  },
  tan: {
    value: Math.tan,
    range: trigonometric(Math.tan),
    derivative: (x) => quotient(one, power(call('cos', x), number(2))),
    symbol: 'tan',
    latex: '\\tan',
  },
};
