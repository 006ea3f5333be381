import { written } from '../../../core/expressions/names.ts';

/**
 * What one step of a rate comes to, beside what its slopes promise.
 * @param isTooMuch they promise more than the whole loss
 */
export const stepOfRate = (rate: string, promised: string, fell: string, isTooMuch: boolean): string =>
  `With ${written.rate} = ${rate} the slopes promise a fall of ${promised}${isTooMuch ? ', more than the whole loss: they hold only for small steps' : ''}. The loss ${fell.startsWith('−') ? `rises by ${fell.slice(1)}` : `falls by ${fell}`}.`;
