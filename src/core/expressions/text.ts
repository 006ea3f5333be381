import { superscript } from './digits.ts';
import type { Expr } from './expr.ts';
import { FUNCTIONS } from './functions.ts';
import { shortName } from './names.ts';
import { print, type Printer } from './print.ts';

/** @param isShort with the names that the page shows, parts of which are raised, and |x| for the size of x */
const printer = (quantity: Printer<string>['quantity'], isShort: boolean): Printer<string> => ({
  number: (_, text) => text,
  quantity,
  sum: (terms) =>
    terms.map(({ minus, term }, i) => (i === 0 ? term : `${minus ? ' − ' : ' + '}${term}`)).join(''),
  product: (factors) =>
    factors.map(({ touching, factor }, i) => (i === 0 || touching ? factor : `·${factor}`)).join(''),
  quotient: (numerator, denominator) => `${numerator}/${denominator}`,
  negation: (operand) => `−${operand}`,
  power: (base, exponent) => (/^\d$/.test(exponent) ? base + superscript(exponent) : `${base}^${exponent}`),
  call: (fn, ...args) => {
    const inner = args.join(', ');
    // Bars within bars could not be told apart.
    return isShort && fn === 'abs' && !inner.includes('|')
      ? `|${inner}|`
      : `${FUNCTIONS[fn].symbol}(${inner})`;
  },
  brackets: (inner) => `(${inner})`,
  stacked: false,
  raisedNames: isShort,
});

const byId = printer((_, id) => id, false);
const byShortName = printer(shortName, true);

/** A formula in one line with ids for names: `a[1][1]·(1 − a[1][1])`. The answer parser reads it back. */
export const text = (expr: Expr): string => print(expr, byId);

/** A formula in one line with the names the page shows: a₁⁽¹⁾·(1 − a₁⁽¹⁾). */
export const shortText = (expr: Expr): string => print(expr, byShortName);
