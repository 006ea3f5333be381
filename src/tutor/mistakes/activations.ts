import {
  call,
  half,
  mapParts,
  negation,
  number,
  one,
  power,
  product,
  quantity as q,
  quotient,
  sum,
  difference,
  type Expr,
} from '../../core/expressions/expr.ts';
import { BELOW_0 } from '../../core/expressions/pieces.ts';
import { ACTIVATIONS, isCoupling, type ActivationName } from '../../core/network/activations.ts';
import { activation, idOf, preActivation, type Quantity } from '../../core/quantity.ts';
import { stepOf, type Pass } from '../pass.ts';
import type { Mistake, Rewrite } from './mistake.ts';
import { activationOf, any, at, others, sizeOfLayer, unitOf } from './parts.ts';

// Mistakes in a, the activation of z.

const zOf = (result: Quantity): Expr => {
  const { layer, unit } = unitOf(result);
  return q(preActivation(layer, unit));
};

/** What becomes of z in a layer with this activation, each way it can come out. */
const of = (
  names: readonly ActivationName[],
  wrong: (z: Expr, name: ActivationName, pass: Pass) => readonly Expr[],
): Rewrite =>
  at('activation', ({ result }, pass) => {
    const name = activationOf(pass, unitOf(result).layer);
    return names.includes(name) ? wrong(zOf(result), name, pass) : [];
  });

const BENDING = ['sigmoid', 'tanh', 'relu'] as const;
/** Whoever meets one of these has met ReLU before. */
const LATER = (Object.keys(ACTIVATIONS) as readonly ActivationName[]).filter(
  (name) => name !== 'linear' && !isCoupling(name) && !BENDING.some((known) => known === name),
);
const exp = (x: Expr): Expr => call('exp', x);
const otherSign = (z: Expr): readonly Expr[] => [
  quotient(one, sum(one, exp(z))),
  call('sigmoid', negation(z)),
];
/** Both bend like ReLU, and are z times what rises from 0 to 1: taken for each other wherever one is met. */
const TWINS: readonly ActivationName[] = ['silu', 'gelu'];

/** z·½·(1 + erf(z/√2)) without its ½, its √2 or its 1. */
function erfSlips(z: Expr): readonly Expr[] {
  const within = quotient(z, call('sqrt', number(2)));
  return [
    product(z, sum(one, call('erf', within))),
    product(half, z, sum(one, call('erf', z))),
    product(z, call('erf', within)),
    product(half, z, call('erf', within)),
  ];
}

const withoutExp = (expr: Expr): Expr =>
  expr.kind === 'call' && expr.fn === 'exp' ? expr.argument : mapParts(expr, withoutExp);

/** What programs take for GELU to be faster. Hendrycks, Gimpel 2016, section 2. */
const quickGelu = (z: Expr): readonly Expr[] => {
  const bent = sum(z, product(number(0.044715), power(z, number(3))));
  const root = call('sqrt', quotient(number(2), number(Math.PI, 'π')));
  return [
    product(half, z, sum(one, call('tanh', product(root, bent)))),
    product(z, call('sigmoid', product(number(1.702), z))),
  ];
};

/** What an activation that is put together of several things comes to when one of them is wrong. */
const PART_ROWS = [
  {
    id: 'tanh-fraction',
    common: false,
    rewrite: of(['tanh'], (z) => {
      const [up, down] = [exp(z), exp(negation(z))];
      const doubled = product(number(2), call('sigmoid', product(number(2), z)));
      return [
        ...[difference(up, down), product(half, difference(up, down))],
        ...[quotient(sum(up, down), difference(up, down)), call('tanh', negation(z))],
        ...[doubled, difference(product(number(2), call('sigmoid', z)), one)],
      ];
    }),
  },
  {
    id: 'softplus-incomplete',
    common: false,
    rewrite: of(['softplus'], (z) => {
      const whole = sum(one, exp(z));
      return [
        ...[exp(z), whole, call('log', sum(one, z)), call('log', sum(one, exp(negation(z))))],
        quotient(call('log', whole), call('log', number(10))),
      ];
    }),
  },
  {
    id: 'gate-incomplete',
    common: false,
    rewrite: of(TWINS, (z, name) => {
      const rising = name === 'silu' ? 'sigmoid' : 'normalCdf';
      const gate = call(rising, z);
      const written = name === 'silu' ? [] : erfSlips(z);
      return [gate, sum(z, gate), product(z, call(rising, negation(z))), ...written];
    }),
  },
] as const satisfies readonly Mistake[];

export const ACTIVATION_ROWS = [
  { id: 'activation-omitted', common: false, rewrite: of([...BENDING, ...LATER, 'softmax'], (z) => [z]) },
  {
    id: 'activation-twice',
    common: false,
    rewrite: at('activation', ({ formula }) =>
      formula.kind === 'call' && formula.fn !== 'relu' ? [call(formula.fn, formula)] : [],
    ),
  },
  {
    id: 'sigmoid-sign',
    common: false,
    rewrite: any(
      of(['sigmoid'], otherSign),
      // The slope of softplus is σ(z).
      at('activationSlope', ({ result }, pass) =>
        activationOf(pass, unitOf(result).layer) === 'softplus' ? otherSign(zOf(result)) : [],
      ),
    ),
  },
  {
    id: 'sigmoid-complement',
    common: false,
    rewrite: of(['sigmoid'], (z) => [
      difference(one, call('sigmoid', z)),
      quotient(exp(negation(z)), sum(one, exp(negation(z)))),
      difference(one, quotient(one, sum(one, exp(negation(z))))),
    ]),
  },
  {
    id: 'sigmoid-brackets',
    common: false,
    rewrite: of(['sigmoid'], (z) => [sum(one, exp(negation(z)))]),
  },
  {
    id: 'activation-confused',
    common: false,
    rewrite: of([...BENDING, ...LATER, 'linear'], (z, name, { exercise }) => {
      const met = new Set<ActivationName>(exercise.network.activations);
      const isLater = LATER.some((each) => each === name);
      // Nobody takes ReLU, or what came after it, who has not met it; the other two are known from everywhere.
      const isAtHand = (other: ActivationName): boolean =>
        other === 'sigmoid' ||
        other === 'tanh' ||
        met.has(other) ||
        (other === 'relu' && isLater) ||
        [name, other].every((each) => TWINS.includes(each));
      const others = [...BENDING, ...LATER].filter((other) => other !== name && isAtHand(other));
      return [
        ...others.map((other) => ACTIVATIONS[other].value(z)),
        ...(name === 'tanh' ? [call('tan', z)] : []),
      ];
    }),
  },
  {
    id: 'slope-for-value',
    common: false,
    rewrite: of(['sigmoid', 'tanh'], (z, name) => {
      const { value, slope } = ACTIVATIONS[name];
      return [slope(z, value(z))];
    }),
  },
  {
    id: 'relu-negative',
    common: false,
    rewrite: of(['relu', 'leaky-relu'], (z, name) =>
      name === 'relu'
        ? [z, call('abs', z), negation(call('relu', negation(z)))]
        : [call('abs', z), BELOW_0.lrelu(z), BELOW_0.lrelu(call('abs', z))],
    ),
  },
  // Of a z below 0 the second is right, of one above the first may be meant.
  {
    id: 'elu-side',
    common: false,
    rewrite: of(['elu'], (z) => [exp(z), BELOW_0.elu(z), difference(one, exp(z))]),
  },
  ...PART_ROWS,
  // Where z is rounded, it mostly comes to what is right as well.
  { id: 'gelu-approximated', common: false, tellsOnly: true, rewrite: of(['gelu'], quickGelu) },
  {
    id: 'softmax-unnormalised',
    common: false,
    rewrite: of(['softmax'], (z) => [exp(z), call('sigmoid', z)]),
  },
  {
    id: 'softmax-without-exp',
    common: false,
    rewrite: at('activation', ({ result, formula }, pass) =>
      activationOf(pass, unitOf(result).layer) === 'softmax' ? [withoutExp(formula)] : [],
    ),
  },
  {
    id: 'softmax-of-other',
    common: false,
    rewrite: at('activation', ({ result }, pass) => {
      const { layer, unit } = unitOf(result);
      if (activationOf(pass, layer) !== 'softmax') return [];
      const units = others(sizeOfLayer(pass, layer), unit);
      return units.map((j) => stepOf(pass, idOf(activation(layer, j))).formula);
    }),
  },
] as const satisfies readonly Mistake[];

export const SATURATED = {
  id: 'saturated',
  common: false,
  rewrite: of(['sigmoid', 'tanh'], (_, name) => [number(1), number(name === 'sigmoid' ? 0 : -1)]),
} as const satisfies Mistake;
