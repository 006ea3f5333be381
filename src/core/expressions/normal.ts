// The normal distribution, to the last digits of a double.

const ROOT_PI = Math.sqrt(Math.PI);
/** From here on the continued fraction is exact; before it the series is short. */
const FAR = 2.5;

/** 2/√π · e^(−x²) · Σ 2ⁿ x^(2n+1) / (1·3·…·(2n+1)): every term has the sign of x. Abramowitz, Stegun 1964, 7.1.6. */
function series(x: number): number {
  let term = x;
  let total = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(total); n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    total += term;
  }
  return (2 / ROOT_PI) * Math.exp(-x * x) * total;
}

/** 1 − erf(x) for x ≥ FAR, without a difference. Abramowitz, Stegun 1964, 7.1.14. */
function tail(x: number): number {
  let below = x;
  for (let n = 60; n >= 1; n -= 1) below = x + n / 2 / below;
  return Math.exp(-x * x) / (ROOT_PI * below);
}

/** 2/√π · ∫₀ˣ e^(−t²) dt */
export const erf = (x: number): number =>
  Math.abs(x) < FAR ? series(x) : x > 0 ? 1 - tail(x) : tail(-x) - 1;

/** Φ(x) = ½(1 + erf(x/√2)), exact also where it is next to nothing. */
export function normalCdf(x: number): number {
  const scaled = x / Math.SQRT2;
  return scaled <= -FAR ? tail(-scaled) / 2 : (1 + erf(scaled)) / 2;
}

/** φ(x) = e^(−x²/2)/√(2π) */
export const normalPdf = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
