import {
  call,
  difference,
  half,
  negation,
  number,
  one,
  product,
  quotient,
  square,
  sum,
  type Expr,
} from '../expressions/expr.ts';

/** How wrong one output is, and the slope of that. The network's loss is the sum over the outputs. */
export type Loss = {
  /** @param outputs how many there are */
  readonly value: (target: Expr, output: Expr, outputs: number) => Expr;
  /** ∂E/∂a of an output. */
  readonly slope: (target: Expr, output: Expr, outputs: number) => Expr;
  /** What it is on the gap between target and output, where it can be drawn there: half the gap's square, or all of it. */
  readonly area?: 'triangle' | 'square';
  /** It takes logarithms: every output must lie between 0 and 1. */
  readonly ofProbabilities?: true;
};

const ln = (x: Expr): Expr => call('log', x);
/** Divided by the number of outputs, where there are several. */
const shared = (part: Expr, outputs: number): Expr =>
  outputs === 1 ? part : quotient(part, number(outputs));

const rows = {
  'half-squared-error': {
    value: (t, a) => product(half, square(difference(t, a))),
    slope: (t, a) => difference(a, t),
    area: 'triangle',
  },
  'mean-squared-error': {
    value: (t, a, outputs) => shared(square(difference(t, a)), outputs),
    slope: (t, a, outputs) => shared(product(number(2), difference(a, t)), outputs),
    area: 'square',
  },
  'binary-cross-entropy': {
    value: (t, a) => negation(sum(product(t, ln(a)), product(difference(one, t), ln(difference(one, a))))),
    slope: (t, a) => quotient(difference(a, t), product(a, difference(one, a))),
    ofProbabilities: true,
  },
  'cross-entropy': {
    value: (t, a) => negation(product(t, ln(a))),
    slope: (t, a) => negation(quotient(t, a)),
    ofProbabilities: true,
  },
  huber: {
    value: (t, a) => call('huber', difference(t, a)),
    slope: (t, a) => call('clip', difference(a, t)),
  },
  'absolute-error': {
    value: (t, a) => call('abs', difference(t, a)),
    slope: (t, a) => call('sign', difference(a, t)),
  },
} as const satisfies Record<string, Loss>;

export type LossName = keyof typeof rows;

/** Every loss an exercise may have, one row each. */
export const LOSSES: Readonly<Record<LossName, Loss>> = rows;
