/** A closed interval of real numbers: lowest, highest. */
export type Interval = readonly [low: number, high: number];

export const point = (x: number): Interval => [x, x];
export const around = (x: number, radius: number): Interval => [x - radius, x + radius];
export const widen = ([low, high]: Interval, by: number): Interval => [low - by, high + by];
export const widthOf = ([low, high]: Interval): number => high - low;
export const hull = (...parts: readonly Interval[]): Interval => [
  Math.min(...parts.map(([low]) => low)),
  Math.max(...parts.map(([, high]) => high)),
];

/** Whether two intervals share a point, with room for the last bits of floating point. */
export function meet([a, b]: Interval, [c, d]: Interval): boolean {
  const room = 1e-12 * Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d));
  return a <= d + room && c <= b + room;
}

export const add = ([a, b]: Interval, [c, d]: Interval): Interval => [a + c, b + d];
export const negate = ([a, b]: Interval): Interval => [-b, -a];

/** An end at infinity is a bound, not a value: 0 times it is 0. */
const corner = (x: number, y: number): number =>
  (x === 0 && Math.abs(y) === Infinity) || (y === 0 && Math.abs(x) === Infinity) ? 0 : x * y;

export function multiply([a, b]: Interval, [c, d]: Interval): Interval {
  const corners = [corner(a, c), corner(a, d), corner(b, c), corner(b, d)];
  return [Math.min(...corners), Math.max(...corners)];
}

/** Everything, where the interval holds 0: 1/x has no bound there. */
export const reciprocal = ([a, b]: Interval): Interval =>
  a <= 0 && b >= 0 ? [-Infinity, Infinity] : [1 / b, 1 / a];

/** The range of a whole power; even powers have their lowest value at 0. */
export function wholePower([a, b]: Interval, exponent: number): Interval {
  if (exponent === 0) return point(1);
  if (exponent < 0) return reciprocal(wholePower([a, b], -exponent));
  const [low, high] = [a ** exponent, b ** exponent];
  if (exponent % 2 === 1) return [low, high];
  return [a <= 0 && b >= 0 ? 0 : Math.min(low, high), Math.max(low, high)];
}
