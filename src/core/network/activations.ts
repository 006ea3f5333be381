import { call, difference, number, one, product, square, type Expr } from '../expressions/expr.ts';

/** What a unit does with its weighted sum, and the slope of that. */
export type Activation = {
  readonly value: (z: Expr) => Expr;
  /** ∂a/∂z, in the form that is easiest by hand: through a where that is possible. */
  readonly slope: (z: Expr, a: Expr) => Expr;
  /** Where its values lie; targets are drawn near the ends. An unbounded end counts as ∓1. */
  readonly range: readonly [low: number, high: number];
  readonly source: string;
};

const rows = {
  sigmoid: {
    value: (z) => call('sigmoid', z),
    slope: (_, a) => product(a, difference(one, a)),
    range: [0, 1],
    source: 'Rumelhart, Hinton, Williams 1986, eq. 2',
  },
  tanh: {
    value: (z) => call('tanh', z),
    slope: (_, a) => difference(one, square(a)),
    range: [-1, 1],
    source: 'LeCun, Bottou, Orr, Müller 1998, section 4.4',
  },
  relu: {
    value: (z) => call('relu', z),
    slope: (z) => call('step', z),
    range: [0, 1],
    source: 'Nair, Hinton 2010; slope 0 at 0',
  },
  linear: {
    value: (z) => z,
    slope: () => number(1),
    range: [-1, 1],
    source: 'the identity',
  },
} as const satisfies Record<string, Activation>;

export type ActivationName = keyof typeof rows;

/** Every activation a layer may have, one row each. */
export const ACTIVATIONS: Readonly<Record<ActivationName, Activation>> = rows;
