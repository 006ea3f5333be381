// How likely it is that a number typed at random is explained by a mistake. The more mistakes are looked for, and the
// wider each of them is taken, the likelier; so the search stops, likeliest first, before it explains anything at all.

/** What a search may still use up. `spent` counts each value once. */
export type Chance = { left: number; readonly spent: Set<number> };

/** @param share of random numbers that may be explained */
export const fullChance = (share: number): Chance => ({ left: share, spent: new Set() });

/** Whether not even a narrow range may be taken any more. */
export const isSpent = ({ left }: Chance): boolean => left < 5e-5;

/**
 * Whether a mistake with this value may still be looked for. Random numbers are taken to be about as large as the right
 * one, of either sign.
 * @param width of the range of numbers that would be taken for it
 */
export function mayTake(chance: Chance, value: number, width: number, right: number): boolean {
  if (!Number.isFinite(value) || !Number.isFinite(width)) return false;
  // Seven digits of it.
  const key = Math.fround(value);
  if (chance.spent.has(key)) return true;
  const cost = width / (2 * Math.max(Math.abs(value), Math.abs(right), Number.MIN_VALUE));
  if (cost > chance.left) return false;
  chance.left -= cost;
  chance.spent.add(key);
  return true;
}
