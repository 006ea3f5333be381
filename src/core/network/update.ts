import { difference, product, quantity as q, type Expr } from '../expressions/expr.ts';
import { gradient, learningRate, updated, type Kept, type Parameter, type Quantity } from '../quantity.ts';
import type { Optimizer, OptimizerName } from './exercise.ts';

/** A way to get from gradients to new parameters. */
export type UpdateRule = {
  readonly keeps: readonly Kept[];
  /** The numbers it is given beside η. @param update its number, from 1 */
  readonly givens: (optimizer: Optimizer, update: number) => readonly (readonly [Quantity, number])[];
  /** The steps by which a parameter gets its new value. */
  readonly moves: (optimizer: Optimizer, parameter: Parameter) => readonly Move[];
};

/** The rules of the update that only some optimizers have. */
export type OptimizerRule =
  | 'decayedGradient'
  | 'velocity'
  | 'meanGradient'
  | 'meanSquare'
  | 'corrected'
  | 'momentumStep'
  | 'scaledStep';

export type Move = {
  readonly rule: OptimizerRule | 'gradientDescent';
  readonly result: Quantity;
  readonly formula: Expr;
};

export const eta = q(learningRate);

/** w − η·step @param from what stands in the place of w */
export const descent = (
  parameter: Parameter,
  step: Expr,
  rule: Move['rule'],
  from: Expr = q(parameter),
): Move => ({ rule, result: updated(parameter), formula: difference(from, product(eta, step)) });

const plain: UpdateRule = {
  keeps: [],
  givens: () => [],
  moves: (_, parameter) => [descent(parameter, q(gradient(parameter)), 'gradientDescent')],
};

/**
 * The rules in use. The page asks its first question with plain descent alone: whoever needs another rule, or weight
 * decay, imports optimizers.ts, which brings all of them.
 */
let rules: Readonly<Partial<Record<OptimizerName, UpdateRule>>> = { sgd: plain };

export function useRules(all: Readonly<Record<OptimizerName, UpdateRule>>): void {
  rules = all;
}

/** Throws where optimizers.ts has not been imported: no order of imports gives an exercise other steps. */
export function ruleOf({ kind, weightDecay }: Optimizer): UpdateRule {
  const rule = rules[kind];
  if (rule === undefined || (rule === plain && weightDecay)) throw new Error(kind);
  return rule;
}
