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
/** By Newton's method on the sine and the tangent, from the real value: what is solved for is exact to the last digit. */
const solved = (first: number, step: (y: Complex) => Complex): Complex => {
  let y = real(first);
  for (let i = 0; i < 4; i += 1) y = minus(y, step(y));
  return y;
};
export const asin = (z: Complex): Complex =>
  Math.abs(z[0]) > 1 ? [NaN, NaN] : solved(Math.asin(z[0]), (y) => over(minus(sin(y), z), cos(y)));
export const atan = (z: Complex): Complex =>
  solved(Math.atan(z[0]), (y) => times(minus(over(sin(y), cos(y)), z), times(cos(y), cos(y))));
/** To the left of −300 it is e^z to the last bit, and the square in the quotient overflows. */
export const sigmoid = (z: Complex): Complex =>
  z[0] < -300 ? exp(z) : over(real(1), plus(real(1), exp(minus(real(0), z))));
/** (sinh 2x + i sin 2y) / (cosh 2x + cos 2y): no difference of nearly equal numbers. */
export const tanh = ([x, y]: Complex): Complex => {
  // Beyond this it is 1 to the last bit, and the parts of the quotient soon overflow.
  if (Math.abs(x) > 300) return [Math.sign(x), 0];
  const below = Math.cosh(2 * x) + Math.cos(2 * y);
  return [Math.sinh(2 * x) / below, Math.sin(2 * y) / below];
};
/** ln(1 + e^z), as z + ln(1 + e^−z) to the right of 0; the 1 swallows nothing. */
export const softplus = (z: Complex): Complex => {
  if (z[0] > 0) return plus(z, softplus(minus(real(0), z)));
  const [re, im] = exp(z);
  return [Math.log1p(2 * re + re * re + im * im) / 2, Math.atan2(im, 1 + re)];
};

// Nodes and weights of Gauss and Legendre for four points (Abramowitz, Stegun 1964, table 25.4).
const GAUSS = [
  [0.339981043584856, 0.652145154862546],
  [0.861136311594053, 0.347854845137454],
] as const;
const PANELS = 50;
/** ∫ f along a straight line from 0, by summing it up. */
const integral = (to: Complex, f: (t: Complex) => Complex): Complex => {
  const width = times(to, real(1 / PANELS));
  let total = real(0);
  for (let i = 0; i < PANELS; i += 1) {
    for (const [node, share] of GAUSS) {
      for (const side of [-1, 1]) {
        total = plus(total, times(real(share), f(times(width, real(i + 0.5 + (side * node) / 2)))));
      }
    }
  }
  return times(times(width, real(0.5)), total);
};
const bell = (x: Complex): Complex => exp(times(real(-0.5), times(x, x)));

/** 2/√π ∫₀ᶻ e^(−t²) dt */
export const erf = (z: Complex): Complex => {
  // What is left of the curve there is below any digit of a double.
  if (Math.abs(z[0]) > 6.5) return sign(z);
  return times(
    real(2 / Math.sqrt(Math.PI)),
    integral(z, (t) => exp(minus(real(0), times(t, t)))),
  );
};
/** e^(−z²/2)/√(2π) ∫₀^∞ e^(zt − t²/2) dt, the bell curve summed up from z outward: nothing is subtracted. */
export const normalCdf = (z: Complex): Complex => {
  if (z[0] > 0) return minus(real(1), normalCdf(minus(real(0), z)));
  const far = Math.min(9, 40 / Math.abs(z[0]));
  const outward = integral(real(far), (t) => times(bell(t), exp(times(z, t))));
  return times(times(real(1 / Math.sqrt(2 * Math.PI)), bell(z)), outward);
};
/** −1, 0 or 1 by the real part. */
export const sign = ([x]: Complex): Complex => real(Math.sign(x));
export const abs = (z: Complex): Complex => times(sign(z), z);

/** e^z − 1, where nothing is lost beside the 1. */
const expm1 = ([x, y]: Complex): Complex => [
  Math.expm1(x) * Math.cos(y) - 2 * Math.sin(y / 2) ** 2,
  Math.exp(x) * Math.sin(y),
];
export const elu = (z: Complex): Complex => (z[0] > 0 ? z : expm1(z));

/** By the sign of the real part. */
export const relu = (z: Complex): Complex => (z[0] > 0 ? z : real(0));
