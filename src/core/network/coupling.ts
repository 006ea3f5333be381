import { partial, activation, coupledPartial, preActivation, type Quantity } from '../quantity.ts';
import { isCoupling } from './activations.ts';
import type { Network } from './exercise.ts';
import { unitsOf } from './shape.ts';

/** Whether every a of layer k depends on every z of it. */
export function isCoupled({ activations }: Network, k: number): boolean {
  const name = activations[k - 1];
  return name !== undefined && isCoupling(name);
}

/** ∂a_j/∂z_m of layer k, under the name that it has there. Without `m`, the unit's own. */
export const slopeQuantity = (network: Network, k: number, j: number, m = j): Quantity =>
  isCoupled(network, k) ? coupledPartial(k, j, m) : partial(activation(k, j), preActivation(k, m));

/** The units of layer k whose a depends on z of unit m. */
export const unitsMovedBy = (network: Network, k: number, m: number): readonly number[] =>
  isCoupled(network, k) ? unitsOf(network, k) : [m];
