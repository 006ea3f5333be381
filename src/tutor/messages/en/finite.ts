import type { NotFinite } from '../../exercise/finite.ts';

/** Where a pass comes to no number, why, and what to do; without the last full stop, as it may stand in a line with others. */
export function notFiniteText({ step, lacksEpsilon, value }: NotFinite): string {
  if (lacksEpsilon)
    return `${step} has no value, as its gradient is 0 and it would be divided by 0. Give epsilon (ε) a value above 0, such as 1e-8`;
  const why = Number.isNaN(value)
    ? `${step} has no value: it would be 0 divided by 0, 0 times infinity, or the like`
    : `${step} has no finite value: it divides by 0, takes the logarithm of 0, or is too large`;
  return `${why}. Bring weights, biases and inputs nearer to 0`;
}
