import { number, sameExpr, substitute } from '../../core/expressions/expr.ts';
import { updatedParameters } from '../../core/network/values.ts';
import type { Quantity } from '../../core/quantity.ts';
import { passOf, type Pass } from '../pass.ts';
import type { Rewrite } from './mistake.ts';

/** Later passes are mostly the machine's, and far from what a learner still has on paper. */
const PASSES = 30;

const KNOWN = new WeakMap<Pass, Pass | undefined>();

/** The pass before, where it worked on the same example. */
export function before(pass: Pass): Pass | undefined {
  const { exercise, number: last } = pass;
  if (last < 2 || last > PASSES || exercise.examples.length > 1) return undefined;
  if (KNOWN.has(pass)) return KNOWN.get(pass);
  let earlier = passOf(exercise, 1, exercise.parameters);
  for (let i = 2; i < last; i += 1) {
    earlier = passOf(exercise, i, updatedParameters(exercise.network, earlier.parameters, earlier.values));
  }
  KNOWN.set(pass, earlier);
  return earlier;
}

const isParameter = ({ kind }: Quantity): boolean => kind === 'weight' || kind === 'bias';

/**
 * A step worked out from parameters, or in the forward pass from activations, of the pass before; of the forward pass
 * also what the pass before had at this step.
 */
export const staleForward: Rewrite = ({ id, phase, formula }, pass) => {
  const values = before(pass)?.values;
  if (values === undefined) return [];
  const withOld = (isOld: (quantity: Quantity) => boolean): typeof formula =>
    substitute(formula, (parent, quantity) => {
      const value = isOld(quantity) ? values.get(parent) : undefined;
      return value === undefined ? undefined : number(value);
    });
  const old = phase === 'forward' ? values.get(id) : undefined;
  const ways = [
    ...(old === undefined ? [] : [number(old), withOld(({ kind }) => kind === 'activation')]),
    withOld(isParameter),
  ];
  return ways.filter((way) => !sameExpr(way, formula));
};
