import { quantity } from '../../../core/expressions/expr.ts';
import { written } from '../../../core/expressions/names.ts';
import { shortText } from '../../../core/expressions/text.ts';
import { LOSSES, type LossName } from '../../../core/network/losses.ts';
import { variable } from '../../../core/quantity.ts';

const [t, a] = [quantity(variable('t')), () => quantity(variable(written.a))];

/** The loss of one of so many outputs as it is written: "½(t − a)²". */
export const lossFormula = (loss: LossName, outputs: number): string =>
  shortText(LOSSES[loss].value(t, a(), outputs));

/** Its slope along a: "a − t". */
export const lossSlopeFormula = (loss: LossName, outputs: number): string =>
  shortText(LOSSES[loss].slope(t, a(), outputs));

/** What is made of target and prediction, to stand after "the loss is". */
export const lossWords: Readonly<Record<LossName, (outputs: number) => string>> = {
  'half-squared-error': () => 'half the square of the gap between target and prediction',
  'mean-squared-error': (outputs) =>
    `the square of the gap between target and prediction${outputs === 1 ? '' : `, divided by the ${outputs} outputs`}`,
  'binary-cross-entropy': () =>
    'minus the sum of two parts: t times the natural logarithm of the prediction, and 1 − t times the natural logarithm of 1 minus the prediction',
  'cross-entropy': () => 'minus the target times the natural logarithm of the prediction',
  huber: () =>
    'half the square of the gap between target and prediction while the gap is at most 1, else the size of the gap less ½',
  'absolute-error': () => 'the size of the gap between target and prediction',
};
