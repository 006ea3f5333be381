/** The rule by which exercises are drawn. A better rule gets a new number; an old one never changes. */
export const GENERATOR = 1;

/** Seeds are whole numbers of 32 bits. */
export const SEED_LIMIT = 2 ** 32;

export type SeedProblem = 'badSeed' | 'unknownGenerator';

/** A seed as it is written, "7" or with its generator "1.7", or what is wrong with it. */
export function readSeed(text: string): number | SeedProblem {
  const match = /^(?:(\d{1,6})\.)?(\d{1,10})$/.exec(text.trim());
  if (match === null) return 'badSeed';
  const [, generator, digits] = match;
  if (generator !== undefined && Number(generator) !== GENERATOR) return 'unknownGenerator';
  const seed = Number(digits);
  return seed < SEED_LIMIT ? seed : 'badSeed';
}
