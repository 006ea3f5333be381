import { superscript } from './digits.ts';
import type { Expr } from './expr.ts';
import { FUNCTIONS } from './functions.ts';
import { shortName } from './names.ts';
import { print, type Printer } from './print.ts';

const printer = (
  quantity: Printer<string>['quantity'],
  raisedNames: boolean,
  call: Printer<string>['call'],
): Printer<string> => ({
  number: (_, text) => text,
  quantity,
  sum: (terms) =>
    terms.map(({ minus, term }, i) => (i === 0 ? term : `${minus ? ' − ' : ' + '}${term}`)).join(''),
  product: (factors) =>
    factors.map(({ touching, factor }, i) => (i === 0 || touching ? factor : `·${factor}`)).join(''),
  quotient: (numerator, denominator) => `${numerator}/${denominator}`,
  negation: (operand) => `−${operand}`,
  power: (base, exponent) => (/^\d$/.test(exponent) ? base + superscript(exponent) : `${base}^${exponent}`),
  call,
  brackets: (inner) => `(${inner})`,
  stacked: false,
  raisedNames,
});

const called: Printer<string>['call'] = (fn, ...args) => `${FUNCTIONS[fn].symbol}(${args.join(', ')})`;
/** |x|, but bars within bars could not be told apart. */
const withBars: Printer<string>['call'] = (fn, ...args) =>
  fn === 'abs' && !args[0]!.includes('|') ? `|${args[0]!}|` : called(fn, ...args);

const byId = printer((_, id) => id, false, called);
const byShortName = printer(shortName, true, withBars);

/** A formula in one line with ids for names: `a[1][1]·(1 − a[1][1])`. The answer parser reads it back. */
export const text = (expr: Expr): string => print(expr, byId);

/** A formula in one line with the names the page shows: a₁⁽¹⁾·(1 − a₁⁽¹⁾). */
export const shortText = (expr: Expr): string => print(expr, byShortName);
