import { idOf, type Quantity } from '../../../core/quantity.ts';

/** A quantity of a function in words: as it was typed, "slope of f along x". */
export const functionQuantityName = (quantity: Quantity): string =>
  quantity.kind === 'partial'
    ? `slope of ${functionQuantityName(quantity.of)} along ${functionQuantityName(quantity.wrt)}`
    : idOf(quantity);
