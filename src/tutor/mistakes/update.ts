import {
  difference,
  negation,
  number,
  one,
  product,
  quantity as q,
  sum,
  type Expr,
} from '../../core/expressions/expr.ts';
import { trainedParameters } from '../../core/network/shape.ts';
import { gradient, idOf, learningRate, type Parameter, type Quantity } from '../../core/quantity.ts';
import type { Mistake } from './mistake.ts';
import { at, factorsOf, parameterOf, replaced, termsOf } from './parts.ts';
import { staleForward } from './stale.ts';

/** Where a parameter takes its step. */
export const STEPS = ['gradientDescent', 'momentumStep', 'scaledStep'] as const;
/** Where an optimizer takes in a gradient. */
export const TAKING_IN = ['decayedGradient', 'velocity', 'meanGradient', 'meanSquare'] as const;

const isRate = (expr: Expr): boolean => expr.kind === 'quantity' && expr.quantity.kind === 'learningRate';

/** What is taken away from, or added to, the parameter, changed. */
const stepChanged = (change: (step: Expr) => Expr): Mistake['rewrite'] =>
  at(STEPS, ({ formula }) => {
    const [before, taken] = termsOf(formula);
    if (before === undefined || taken === undefined) return [];
    return [sum(before, taken.kind === 'negation' ? negation(change(taken.operand)) : change(taken))];
  });

const withoutRate = (step: Expr): Expr => {
  const rest = factorsOf(step).filter((factor) => !isRate(factor));
  return rest.length > 0 ? product(...rest) : number(1);
};

/** What another parameter has in the place of this: its gradient, or what the optimizer has worked out for it. */
function sameOf(part: Quantity, other: Parameter): Quantity | undefined {
  if (part.kind === 'partial') return { ...gradient(other), ...(part.example && { example: part.example }) };
  return part.kind === 'moment' ? { ...part, parameter: other } : undefined;
}

export const UPDATE_ROWS = [
  {
    id: 'ascent',
    common: true,
    rewrite: at(STEPS, ({ formula }) => [
      sum(...termsOf(formula).map((term) => (term.kind === 'negation' ? term.operand : term))),
    ]),
  },
  { id: 'rate-omitted', common: false, rewrite: stepChanged(withoutRate) },
  { id: 'rate-twice', common: false, rewrite: stepChanged((step) => product(q(learningRate), step)) },
  {
    id: 'change-only',
    common: false,
    rewrite: at(STEPS, ({ formula }) => {
      const change = termsOf(formula).slice(1);
      return change.flatMap((term) => [term, term.kind === 'negation' ? term.operand : negation(term)]);
    }),
  },
  {
    id: 'multiplicative',
    common: false,
    rewrite: at(STEPS, ({ formula, result }) => {
      const taken = termsOf(formula)[1];
      return taken?.kind === 'negation'
        ? [product(q(parameterOf(result)), difference(one, taken.operand))]
        : [];
    }),
  },
  {
    id: 'neighbour-gradient',
    common: false,
    rewrite: at(['batchGradient', ...TAKING_IN, ...STEPS], ({ formula, result }, pass) => {
      const own = parameterOf(result);
      return trainedParameters(pass.exercise.network)
        .filter((other) => other.kind === own.kind && other.layer === own.layer && idOf(other) !== idOf(own))
        .flatMap((other) => replaced(formula, pass, (part) => sameOf(part, other)));
    }),
  },
  {
    id: 'bias-not-updated',
    common: false,
    rewrite: at(STEPS, ({ result }) => {
      const parameter = parameterOf(result);
      return parameter.kind === 'bias' ? [q(parameter)] : [];
    }),
  },
  { id: 'stale-forward', common: false, rewrite: staleForward },
] as const satisfies readonly Mistake[];
