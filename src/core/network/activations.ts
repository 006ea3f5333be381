import {
  call,
  difference,
  negation,
  number,
  one,
  product,
  quantity,
  quotient,
  square,
  sum,
  type Expr,
} from '../expressions/expr.ts';
import { FUNCTIONS } from '../expressions/functions.ts';
import { variable } from '../quantity.ts';

/** What a unit does with its weighted sum, and the slope of that. */
export type Activation = {
  /** @param layer z of every unit of the layer, for an activation that couples them */
  readonly value: (z: Expr, layer?: readonly Expr[]) => Expr;
  /** ∂a/∂z, in the form that is easiest by hand: through a where that is possible. */
  readonly slope: (z: Expr, a: Expr) => Expr;
  /** ∂a/∂z of another unit's z, given that unit's a; only an activation that couples the units of its layer has it. */
  readonly cross?: (a: Expr, other: Expr) => Expr;
  /** Where its values lie; targets are drawn near the ends. An unbounded end counts as ∓1. */
  readonly range: readonly [low: number, high: number];
  /** Its values lie between 0 and 1 and reach neither, so that they have logarithms. */
  readonly isProbability?: true;
};

const rows = {
  sigmoid: {
    value: (z) => call('sigmoid', z),
    slope: (_, a) => product(a, difference(one, a)),
    range: [0, 1],
    isProbability: true,
  },
  tanh: {
    value: (z) => call('tanh', z),
    slope: (_, a) => difference(one, square(a)),
    range: [-1, 1],
  },
  relu: {
    value: (z) => call('relu', z),
    slope: (z) => call('step', z),
    range: [0, 1],
  },
  linear: {
    value: (z) => z,
    slope: () => number(1),
    range: [-1, 1],
  },
  'leaky-relu': {
    value: (z) => call('lrelu', z),
    slope: (z) => FUNCTIONS.lrelu.derivative(z),
    range: [0, 1],
  },
  softplus: {
    value: (z) => call('softplus', z),
    slope: (z) => call('sigmoid', z),
    range: [0, 1],
  },
  silu: {
    value: (z) => call('silu', z),
    slope: (z, a) => sum(a, product(call('sigmoid', z), difference(one, a))),
    range: [0, 1],
  },
  gelu: {
    value: (z) => call('gelu', z),
    slope: (z) => FUNCTIONS.gelu.derivative(z),
    range: [0, 1],
  },
  elu: {
    value: (z) => call('elu', z),
    slope: (_, a) => call('min', one, sum(a, one)),
    range: [0, 1],
  },
  softmax: {
    value: (z, layer = [z]) => quotient(call('exp', z), sum(...layer.map((each) => call('exp', each)))),
    slope: (_, a) => product(a, difference(one, a)),
    cross: (a, other) => negation(product(a, other)),
    range: [0, 1],
    isProbability: true,
  },
} as const satisfies Record<string, Activation>;

export type ActivationName = keyof typeof rows;

/** Every activation a layer may have, one row each. */
export const ACTIVATIONS: Readonly<Record<ActivationName, Activation>> = rows;

/** Whether every a of a layer with this activation depends on every z of it. */
export const isCoupling = (name: ActivationName): boolean => ACTIVATIONS[name].cross !== undefined;

/** How it is written: the symbol of the function it applies, empty where it applies none. */
export function activationSymbol(name: ActivationName): string {
  if (isCoupling(name)) return name;
  const applied = ACTIVATIONS[name].value(quantity(variable('z')));
  return applied.kind === 'call' ? FUNCTIONS[applied.fn].symbol : '';
}
