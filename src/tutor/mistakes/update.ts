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
import { trainedParameters } from '../../core/network/tape.ts';
import { gradient, idOf, learningRate } from '../../core/quantity.ts';
import type { Mistake } from './mistake.ts';
import { at, factorsOf, parameterOf, termsOf } from './parts.ts';
import { staleForward } from './stale.ts';

const isRate = (expr: Expr): boolean => expr.kind === 'quantity' && expr.quantity.kind === 'learningRate';

/** What is taken away from, or added to, the parameter, changed. */
const stepChanged = (change: (step: Expr) => Expr): Mistake['rewrite'] =>
  at('gradientDescent', ({ formula }) => {
    const [before, taken] = termsOf(formula);
    if (before === undefined || taken === undefined) return [];
    return [sum(before, taken.kind === 'negation' ? negation(change(taken.operand)) : change(taken))];
  });

const withoutRate = (step: Expr): Expr => {
  const rest = factorsOf(step).filter((factor) => !isRate(factor));
  return rest.length > 0 ? product(...rest) : number(1);
};

export const UPDATE_ROWS = [
  {
    id: 'ascent',
    common: true,
    rewrite: at('gradientDescent', ({ formula }) => [
      sum(...termsOf(formula).map((term) => (term.kind === 'negation' ? term.operand : term))),
    ]),
  },
  { id: 'rate-omitted', common: false, rewrite: stepChanged(withoutRate) },
  { id: 'rate-twice', common: false, rewrite: stepChanged((step) => product(q(learningRate), step)) },
  {
    id: 'change-only',
    common: false,
    rewrite: at('gradientDescent', ({ formula }) => {
      const change = termsOf(formula).slice(1);
      return change.flatMap((term) => [term, term.kind === 'negation' ? term.operand : negation(term)]);
    }),
  },
  {
    id: 'multiplicative',
    common: false,
    rewrite: at('gradientDescent', ({ result }) => {
      const parameter = parameterOf(result);
      return [product(q(parameter), difference(one, product(q(learningRate), q(gradient(parameter)))))];
    }),
  },
  {
    id: 'neighbour-gradient',
    common: false,
    rewrite: at('gradientDescent', ({ result }, { exercise }) => {
      const own = parameterOf(result);
      return trainedParameters(exercise.network)
        .filter((other) => other.kind === own.kind && other.layer === own.layer && idOf(other) !== idOf(own))
        .map((other) => difference(q(own), product(q(learningRate), q(gradient(other)))));
    }),
  },
  {
    id: 'bias-not-updated',
    common: false,
    rewrite: at('gradientDescent', ({ result }) => {
      const parameter = parameterOf(result);
      return parameter.kind === 'bias' ? [q(parameter)] : [];
    }),
  },
  { id: 'stale-forward', common: false, rewrite: staleForward },
] as const satisfies readonly Mistake[];
