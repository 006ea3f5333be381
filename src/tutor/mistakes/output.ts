import {
  call,
  difference,
  half,
  negation,
  number,
  one,
  product,
  quantity as q,
  square,
  sum,
  type Expr,
} from '../../core/expressions/expr.ts';
import { evaluate } from '../../core/expressions/evaluate.ts';
import { FUNCTIONS } from '../../core/expressions/functions.ts';
import { BELOW_0 } from '../../core/expressions/pieces.ts';
import { ACTIVATIONS, isCoupling, type ActivationName } from '../../core/network/activations.ts';
import { activation, loss, preActivation, target, unitLoss, type Quantity } from '../../core/quantity.ts';
import type { Pass } from '../pass.ts';
import { lowerSideOf } from '../sides.ts';
import { COUPLED_ROWS } from './coupled.ts';
import {
  ACTIVATION_SLOPE_OMITTED,
  ERROR_SIGN,
  FACTOR_TWO,
  SLOPE_AT_Z,
  SLOPE_OF_OUTPUT,
} from './generator-1/output.ts';
import type { Mistake, Rewrite } from './mistake.ts';
import { activationOf, any, at, exists, isAtCorner, lossOf, unitOf } from './parts.ts';

/** Of one unit along the z of another. */
const isCross = (result: Quantity): boolean =>
  result.kind === 'partial' && result.coupled === true && unitOf(result.of).unit !== unitOf(result.wrt).unit;

/** The slope of a unit, where its activation is one of these. */
const slope = (
  names: readonly ActivationName[],
  wrong: (z: Expr, a: Expr, name: ActivationName, pass: Pass) => readonly Expr[],
): Rewrite =>
  at('activationSlope', ({ result }, pass) => {
    const { layer, unit } = unitOf(result);
    const name = activationOf(pass, layer);
    return names.includes(name) && !isCross(result)
      ? wrong(q(preActivation(layer, unit)), q(activation(layer, unit)), name, pass)
      : [];
  });

const ALL = (Object.keys(ACTIVATIONS) as readonly ActivationName[]).filter((name) => !isCoupling(name));
/** Those that come to mind where no layer has them. */
const FAMILIAR: readonly ActivationName[] = ['sigmoid', 'tanh', 'relu', 'linear'];

/** Those that are z above 0 and something else below. */
const SIDED = ALL.filter(lowerSideOf);

/** z times what rises from 0 to 1. */
const isGate = (name: ActivationName): boolean => name === 'silu' || name === 'gelu';

/** The slopes 0 and 1 come to mind where the network has them; those of σ and tanh are known from everywhere. */
const isAtHand = (name: ActivationName, { exercise }: Pass): boolean =>
  name === 'sigmoid' || name === 'tanh' || exercise.network.activations.includes(name);

const exp = (x: Expr): Expr => call('exp', x);

/** The slope of an activation by its formula in a, and as it really is at z. */
function slopesOf(name: ActivationName, z: Expr, a: Expr): readonly Expr[] {
  const { slope: formula, value } = ACTIVATIONS[name];
  return [formula(z, a), formula(z, value(z))];
}

export const OUTPUT_ROWS = [
  {
    ...ERROR_SIGN,
    more: at('lossSlope', ({ formula }) => (formula.kind === 'sum' ? [] : [negation(formula)])),
  },
  FACTOR_TWO,
  ACTIVATION_SLOPE_OMITTED,
  ...COUPLED_ROWS,
  { ...SLOPE_AT_Z, more: slope(['silu'], (z) => [ACTIVATIONS.silu.slope(z, z)]) },
  SLOPE_OF_OUTPUT,
  {
    id: 'slope-at-a',
    common: false,
    rewrite: slope(['softplus', 'silu', 'gelu'], (_, a, name) => slopesOf(name, a, a)),
  },
  {
    id: 'slope-incomplete',
    common: false,
    rewrite: any(
      slope(['sigmoid', 'tanh', 'softmax'], (_, a, name) =>
        name === 'tanh'
          ? [difference(one, a), square(a), sum(one, square(a)), square(difference(one, a))]
          : [a, difference(one, a), square(a), difference(a, difference(one, a))],
      ),
      slope(['silu', 'gelu'], (z, a, name) => {
        const rising = name === 'silu' ? 'sigmoid' : 'normalCdf';
        const [value, steep] = [call(rising, z), FUNCTIONS[rising].derivative(z)];
        // One term of the slope of z times that; of SiLU also one of its shorter form.
        const short =
          name === 'silu'
            ? [a, product(value, difference(one, a)), difference(a, product(value, difference(one, a)))]
            : [];
        // Both factors are derived, and neither is multiplied by the other; or they are not added.
        const wrong = [sum(value, steep), product(value, steep), difference(value, product(z, steep))];
        // a stands for z times what rises, not for what rises; the height of the bell curve has a root below.
        const other =
          name === 'silu' ? sum(a, steep) : sum(value, product(z, exp(negation(product(half, square(z))))));
        return [
          value,
          product(z, steep),
          steep,
          ...short,
          ...wrong,
          sum(a, product(z, steep)),
          sum(a, value),
          other,
        ];
      }),
    ),
  },
  {
    id: 'slope-of-other-side',
    common: false,
    rewrite: slope(ALL, (z, a, name, pass) => {
      const lower = lowerSideOf(name);
      if (lower === undefined || isAtCorner(z, pass)) return [];
      return evaluate(z, pass.values) <= 0 ? [one] : lower.slopes(z, a);
    }),
  },
  {
    id: 'slope-confused',
    common: false,
    rewrite: slope(ALL, (z, a, name, pass) =>
      isAtCorner(z, pass)
        ? []
        : ALL.filter(
            (other) => other !== name && (isAtHand(other, pass) || [name, other].every(isGate)),
          ).flatMap((other) => slopesOf(other, z, a)),
    ),
  },
  {
    id: 'relu-slope-value',
    common: false,
    rewrite: any(
      slope(SIDED, (z, a) => [a, z]),
      slope(['elu'], (z) => [BELOW_0.elu(z)]),
      slope(['tanh', 'softplus', 'gelu'], (_, a) => [a]),
    ),
  },
  { id: 'softplus-slope', common: false, rewrite: slope(['softplus'], (z) => [exp(z)]) },
  {
    id: 'relu-at-zero',
    common: false,
    rewrite: slope(['relu', 'leaky-relu'], (z, _, __, pass) =>
      isAtCorner(z, pass) ? [number(1), half, number(0)] : [],
    ),
  },
  {
    id: 'target-not-subtracted',
    common: false,
    rewrite: any(
      at('lossSlope', ({ result }) => [q(unitOf(result))]),
      at('chainRule', ({ short, result }) => {
        const { layer, unit } = unitOf(result);
        return short === undefined ? [] : [q(activation(layer, unit))];
      }),
    ),
  },
  {
    id: 'loss-for-gradient',
    common: false,
    rewrite: at('lossSlope', ({ result }, pass) =>
      [q(unitLoss(unitOf(result).unit)), q(loss)].filter((wrong) => exists(wrong, pass)),
    ),
  },
  {
    id: 'squared-error-as-signal',
    common: false,
    rewrite: at('lossSlope', ({ result }, pass) => {
      const output = unitOf(result);
      return lossOf(pass).ofProbabilities ? [] : [square(difference(q(target(output.unit)), q(output)))];
    }),
  },
] as const satisfies readonly Mistake[];

/** A slope of 0 or 1 where no layer has it: mostly it is a slope left out. */
export const SLOPE_FROM_AFAR = {
  id: 'slope-confused',
  common: false,
  isFar: true,
  rewrite: slope(ALL, (z, a, name, pass) =>
    isAtCorner(z, pass)
      ? []
      : FAMILIAR.filter((other) => other !== name && !isAtHand(other, pass)).flatMap((other) =>
          slopesOf(other, z, a),
        ),
  ),
} as const satisfies Mistake;
