import { missing } from './evaluate.ts';
import { partsOf, sameExpr, type Expr } from './expr.ts';
import { FUNCTIONS } from './functions.ts';
import * as interval from './interval.ts';
import type { Interval } from './interval.ts';
import { hump } from './shape-ranges.ts';
import { exponentsOf } from './share.ts';

/**
 * A range that holds every value the formula takes when each quantity runs through its own set.
 * Exact where no quantity occurs twice, and for x·(1 − x), squares and x/(x + y), which are taken as one function.
 */
export function rangeOf(expr: Expr, sets: ReadonlyMap<string, Interval>): Interval {
  switch (expr.kind) {
    case 'number':
      return interval.point(expr.value);
    case 'quantity':
      return sets.get(expr.id) ?? missing(expr.id);
    case 'sum':
      return expr.terms.map((term) => rangeOf(term, sets)).reduce(interval.add);
    case 'product':
      return rangeOfProduct(expr.factors, sets);
    case 'quotient':
      return rangeOfQuotient(expr.numerator, expr.denominator, sets);
    case 'negation':
      return interval.negate(rangeOf(expr.operand, sets));
    case 'power':
      return rangeOfPower(rangeOf(expr.base, sets), rangeOf(expr.exponent, sets));
    case 'call':
      return FUNCTIONS[expr.fn].range(...partsOf(expr).map((part) => rangeOf(part, sets)));
  }
}

const cut = hump((x) => x * (1 - x), 0.5);

function rangeOfProduct(factors: readonly Expr[], sets: ReadonlyMap<string, Interval>): Interval {
  const rest = [...factors];
  const ranges: Interval[] = [];
  for (const factor of factors) {
    const partner = rest.findIndex((other) => isOneMinus(other, factor));
    // A factor that already went with another one must not be counted a second time.
    if (partner < 0 || !rest.includes(factor)) continue;
    rest.splice(partner, 1);
    rest.splice(rest.indexOf(factor), 1);
    ranges.push(cut(rangeOf(factor, sets)));
  }
  return [...ranges, ...rest.map((factor) => rangeOf(factor, sets))].reduce(interval.multiply);
}

function rangeOfQuotient(above: Expr, below: Expr, sets: ReadonlyMap<string, Interval>): Interval {
  const over = (part: Expr, by: Expr): Interval =>
    interval.multiply(rangeOf(part, sets), interval.reciprocal(rangeOf(by, sets)));
  const plain = over(above, below);
  const own = below.kind === 'sum' ? below.terms.findIndex((term) => sameExpr(term, above)) : -1;
  if (below.kind !== 'sum' || own < 0 || below.terms.length < 2) return plain;
  // x/(x + y) = 1/(1 + y/x): the part of a whole, in which x must not count twice.
  const exponents = exponentsOf(above, below)?.map((exponent) => rangeOf(exponent, sets));
  const first = exponents?.[0];
  const rest = first
    ? exponents.slice(1).map((other) => FUNCTIONS.exp.range(interval.add(other, interval.negate(first))))
    : below.terms.map((term) => over(term, above));
  const [low, high] = interval.reciprocal(
    rest.filter((_, i) => i !== own).reduce(interval.add, interval.point(1)),
  );
  return first ? [low, high] : [Math.max(low, plain[0]), Math.min(high, plain[1])];
}

/** Whether `expr` is 1 − x. */
function isOneMinus(expr: Expr, x: Expr): boolean {
  if (expr.kind !== 'sum' || expr.terms.length !== 2) return false;
  const [first, second] = expr.terms;
  return (
    first?.kind === 'number' &&
    first.value === 1 &&
    second?.kind === 'negation' &&
    sameExpr(second.operand, x)
  );
}

function rangeOfPower(base: Interval, exponent: Interval): Interval {
  const [low, high] = exponent;
  if (low === high && Number.isInteger(low)) return interval.wholePower(base, low);
  // Below 0, or nowhere: a power of it may still be defined, and JavaScript has 1 for every 0th power.
  if (!(base[0] >= 0)) return [-Infinity, Infinity];
  // JavaScript has no value for 1 to the power of infinity, which stands here for a bound out of sight.
  const corners = base.flatMap((b) => exponent.map((e) => (b === 1 ? 1 : b ** e)));
  return [Math.min(...corners), Math.max(...corners)];
}
