import { difference, half, product, square, type Expr } from '../expressions/expr.ts';

/** How wrong one output is, and the slope of that. The network's loss is the sum over the outputs. */
export type Loss = {
  readonly value: (target: Expr, output: Expr) => Expr;
  /** ∂E/∂a of an output. */
  readonly slope: (target: Expr, output: Expr) => Expr;
  readonly source: string;
};

const rows = {
  'half-squared-error': {
    value: (t, a) => product(half, square(difference(t, a))),
    slope: (t, a) => difference(a, t),
    source: 'Rumelhart, Hinton, Williams 1986, eq. 3',
  },
} as const satisfies Record<string, Loss>;

export type LossName = keyof typeof rows;

/** Every loss an exercise may have, one row each. */
export const LOSSES: Readonly<Record<LossName, Loss>> = rows;
