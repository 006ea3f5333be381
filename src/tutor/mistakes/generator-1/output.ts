import {
  call,
  difference,
  half,
  negation,
  number,
  product,
  quantity as q,
  type Expr,
} from '../../../core/expressions/expr.ts';
import type { ActivationName } from '../../../core/network/activations.ts';
import { ACTIVATIONS } from '../../../core/network/activations.ts';
import type { Step } from '../../../core/network/tape.ts';
import { activation, preActivation, type Unit } from '../../../core/quantity.ts';
import type { Pass } from '../../pass.ts';
import type { Mistake } from '../mistake.ts';

const isOutput = (layer: number, { exercise }: Pass): boolean => layer === exercise.network.layers.length - 1;

/** The unit whose slope a step asks for, and its activation. */
function slopeAsked(step: Step, pass: Pass): { unit: Unit; name: ActivationName } | undefined {
  if (step.rule !== 'activationSlope' || step.result.kind !== 'partial') return undefined;
  const unit = step.result.of;
  if (unit.kind !== 'activation') return undefined;
  const name = pass.exercise.network.activations[unit.layer - 1];
  return name === undefined ? undefined : { unit, name };
}

/** The factor ∂E/∂a alone, where ∂E/∂z is asked in a layer that `applies` holds for. */
const slopeLeftOut =
  (applies: (layer: number, pass: Pass) => boolean): Mistake['rewrite'] =>
  ({ rule, result, formula }, pass) => {
    if (rule !== 'chainRule' || result.kind !== 'partial' || result.wrt.kind !== 'preActivation') return [];
    const [first] = formula.kind === 'product' ? formula.factors : [];
    return first !== undefined && applies(result.wrt.layer, pass) ? [first] : [];
  };

/** The slope's formula with something else put where a belongs. */
const slopeAt =
  (argument: (unit: Unit, name: ActivationName) => Expr | undefined): Mistake['rewrite'] =>
  (step, pass) => {
    const asked = slopeAsked(step, pass);
    if (asked === undefined || !(asked.name === 'sigmoid' || asked.name === 'tanh')) return [];
    const wrong = argument(asked.unit, asked.name);
    return wrong === undefined ? [] : [ACTIVATIONS[asked.name].slope(wrong, wrong)];
  };

export const ERROR_SIGN = {
  id: 'error-sign',
  common: true,
  rewrite: ({ rule, formula }) => {
    if (rule !== 'lossSlope' || formula.kind !== 'sum') return [];
    const [a, minusT] = formula.terms;
    return a !== undefined && minusT?.kind === 'negation'
      ? [difference(minusT.operand, a)]
      : [negation(formula)];
  },
} as const satisfies Mistake;

export const FACTOR_TWO = {
  id: 'factor-two',
  common: true,
  rewrite: ({ rule, formula }) =>
    rule === 'lossSlope' ? [product(number(2), formula), product(half, formula)] : [],
} as const satisfies Mistake;

export const ACTIVATION_SLOPE_OMITTED = {
  id: 'activation-slope-omitted',
  common: true,
  rewrite: slopeLeftOut(isOutput),
} as const satisfies Mistake;

export const SLOPE_AT_Z = {
  id: 'slope-at-z',
  common: true,
  rewrite: slopeAt(({ layer, unit }) => q(preActivation(layer, unit))),
} as const satisfies Mistake;

export const SLOPE_OF_OUTPUT = {
  id: 'slope-of-output',
  common: true,
  rewrite: slopeAt(({ layer, unit }, name) =>
    name === 'sigmoid' || name === 'tanh' ? call(name, q(activation(layer, unit))) : undefined,
  ),
} as const satisfies Mistake;

export const HIDDEN_SLOPE_OMITTED = {
  id: 'hidden-slope-omitted',
  common: true,
  rewrite: slopeLeftOut((layer, pass) => !isOutput(layer, pass)),
} as const satisfies Mistake;
