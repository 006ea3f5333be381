import { shortName } from '../../../core/expressions/names.ts';
import { spelling } from '../../../core/function/name.ts';
import { idOf, type Quantity } from '../../../core/quantity.ts';

/** A quantity of a function in words: as it was typed, "slope of f along x". */
export const functionQuantityName = (quantity: Quantity): string =>
  quantity.kind === 'partial'
    ? `slope of ${functionQuantityName(quantity.of)} along ${functionQuantityName(quantity.wrt)}`
    : quantity.kind === 'variable'
      ? spelling(quantity)
      : idOf(quantity);

/** The same as it is read on the page: "slope of u₃ along x". */
export const functionShortName = (quantity: Quantity): string =>
  quantity.kind === 'partial'
    ? `slope of ${shortName(quantity.of)} along ${shortName(quantity.wrt)}`
    : shortName(quantity);
