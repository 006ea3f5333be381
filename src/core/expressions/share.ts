import type { Expr } from './expr.ts';

/** Where the largest exponent is farther from 0, powers of e leave what a float can hold. */
export const REACH = 700;

/**
 * The exponents of a share, eˣ/(eˣ + eʸ + …): that above the line, then those below; undefined for what is no share.
 * A share does not change when all exponents shift alike, and from the largest of them no power overflows.
 */
export function exponentsOf(above: Expr, below: Expr): readonly Expr[] | undefined {
  const powers = below.kind === 'sum' ? [above, ...below.terms] : [];
  const exponents = powers.flatMap((part) =>
    part.kind === 'call' && part.fn === 'exp' ? [part.argument] : [],
  );
  return exponents.length > 1 && exponents.length === powers.length ? exponents : undefined;
}
