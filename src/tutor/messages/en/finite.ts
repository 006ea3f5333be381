import type { NotFinite } from '../../exercise/finite.ts';

/** Where a pass comes to no number, why, and what to do. @param step its name, where that is not its id */
export function notFiniteText({ step, lacksEpsilon, value }: NotFinite, name = step): string {
  if (lacksEpsilon)
    return `${name} has no value, as its gradient is 0 and it would be divided by 0. Give epsilon (ε) a value above 0, such as 1e-8.`;
  const why = Number.isNaN(value)
    ? `${name} has no value: it would be 0 divided by 0, 0 times infinity, or the like`
    : `${name} has no finite value: it divides by 0, takes the logarithm of 0, or is too large`;
  return `${why}. Bring weights, biases and inputs nearer to 0.`;
}
