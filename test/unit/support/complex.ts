// Just enough complex arithmetic for the complex-step method: f′(x) = Im f(x + ih) / h, exact to the last
// digits because nothing is subtracted (Squire and Trapp 1998).

export type Complex = readonly [re: number, im: number];

/** So small that h² vanishes beside any number of a network. */
export const STEP = 1e-150;

export const real = (x: number): Complex => [x, 0];
/** x with the small imaginary step by which it is nudged. */
export const nudged = ([re, im]: Complex): Complex => [re, im + STEP];
export const slope = ([, im]: Complex): number => im / STEP;

export const plus = ([a, b]: Complex, [c, d]: Complex): Complex => [a + c, b + d];
export const minus = ([a, b]: Complex, [c, d]: Complex): Complex => [a - c, b - d];
export const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];
export const over = ([a, b]: Complex, [c, d]: Complex): Complex => {
  const size = c * c + d * d;
  return [(a * c + b * d) / size, (b * c - a * d) / size];
};
export const exp = ([x, y]: Complex): Complex => [Math.exp(x) * Math.cos(y), Math.exp(x) * Math.sin(y)];
export const log = ([x, y]: Complex): Complex =>
  x < 0 ? [NaN, NaN] : [Math.log(Math.hypot(x, y)), Math.atan2(y, x)];
export const sin = ([x, y]: Complex): Complex => [Math.sin(x) * Math.cosh(y), Math.cos(x) * Math.sinh(y)];
export const cos = ([x, y]: Complex): Complex => [Math.cos(x) * Math.cosh(y), -Math.sin(x) * Math.sinh(y)];
export const sigmoid = (z: Complex): Complex => over(real(1), plus(real(1), exp(minus(real(0), z))));
/** (sinh 2x + i sin 2y) / (cosh 2x + cos 2y): no difference of nearly equal numbers. */
export const tanh = ([x, y]: Complex): Complex => {
  const below = Math.cosh(2 * x) + Math.cos(2 * y);
  return [Math.sinh(2 * x) / below, Math.sin(2 * y) / below];
};
/** By the sign of the real part. */
export const relu = (z: Complex): Complex => (z[0] > 0 ? z : real(0));
