import { readShown } from '../../core/expressions/digits.ts';

// What stands after an equals sign is worked out from what stands before it, so that a calculator agrees.

/** The product of factors as they are printed. */
export const printedProduct = (factors: readonly string[]): number =>
  factors.reduce((product, factor) => product * readShown(factor), 1);

/** The sum of terms as they are printed. */
export const printedSum = (terms: readonly string[]): number =>
  terms.reduce((sum, term) => sum + readShown(term), 0);

/** The same, unless what is printed cancels so far that only all digits tell. */
export const printedOr = (printed: number, exact: number): number =>
  Math.abs(printed - exact) <= 0.005 * Math.abs(exact) ? printed : exact;
