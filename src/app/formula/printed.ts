import { readShown, sameToDigits } from '../../core/expressions/digits.ts';
import { evaluate } from '../../core/expressions/evaluate.ts';
import { mapLeaves, number, type Expr } from '../../core/expressions/expr.ts';

// What stands after an equals sign is what comes of the numbers before it as they are printed, so that a calculator
// agrees. A quantity with a name has one value on all of the page: where that is another, "≈" stands there.

export type Sign = '=' | '≈';

/** What stands between a calculation and a value that is written so. @param printed what its printed numbers come to */
export const signBetween = (printed: number, value: string): Sign =>
  sameToDigits(readShown(value), printed) ? '=' : '≈';

/** What a calculation comes to with its numbers as they are written in it; ½ is itself. */
export const asWritten = (worked: Expr): number =>
  evaluate(
    mapLeaves(worked, (leaf) => {
      const written = leaf.kind === 'number' ? readShown(leaf.text ?? '') : Number.NaN;
      return leaf.kind === 'number' && leaf.text && !Number.isNaN(written) ? number(written) : leaf;
    }),
    new Map(),
  );

/** The product of factors as they are printed. */
export const printedProduct = (factors: readonly string[]): number =>
  factors.reduce((product, factor) => product * readShown(factor), 1);

/** The sum of terms as they are printed. */
export const printedSum = (terms: readonly string[]): number =>
  terms.reduce((sum, term) => sum + readShown(term), 0);
