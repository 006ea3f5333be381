import type { Quantity } from '../../core/quantity.ts';

/** Which way z should go to lower E, beside its δ: 1 up, −1 down. 0 beside anything else, and where E does not move. */
export const wishOf = (quantity: Quantity, value: number): number =>
  quantity.kind === 'partial' && quantity.of.kind === 'loss' && quantity.wrt.kind === 'preActivation'
    ? -Math.sign(value)
    : 0;
