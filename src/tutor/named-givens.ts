import { shortName } from '../core/expressions/names.ts';
import type { Quantity } from '../core/quantity.ts';
import type { Derivation } from './pass.ts';

/** What is given, each name once: in some notations the biases of a layer are one, with one name and one number. */
export function namedGivens({ givens }: Pick<Derivation, 'givens'>): readonly Quantity[] {
  const byName = new Map(givens.map((given) => [shortName(given), given]));
  return [...byName.values()];
}
