import { nameOf, written, type Name } from '../../core/expressions/names.ts';
import { indexList, isSimple, type Quantity } from '../../core/quantity.ts';

/** A name as typed, taken apart. `sub` is "11" or, with marks between its numbers, "1,1"; "h1" where names are so. */
export type Spelled = {
  readonly prime: boolean;
  readonly sub?: string;
  readonly layer?: number;
  /** As in ids, w[2][1]: there a weight always goes from, to, whatever the notation. */
  readonly isBracketed?: boolean;
};

/** What tells a quantity from others of its letter. */
export type Place = {
  readonly layer?: number;
  readonly units: readonly number[];
  /** What the notation has in the place of layer and units: "5" of w₅, "h1" of netₕ₁. */
  readonly short?: string;
  /** The units in the order in which the notation writes them. */
  readonly written?: readonly number[];
  /** Every layer has one unit only, so that one number may say which layer: z2. */
  readonly isChain?: boolean;
};

/** @param name how the notation in force calls it */
export function placeOf(quantity: Quantity, name: Name = nameOf(quantity)): Place {
  if (!isSimple(quantity)) return { units: [] };
  const indices = indexList(quantity);
  const [layer, ...units] = indices;
  if (!('layer' in quantity) || layer === undefined) return { units: indices };
  return {
    layer,
    units,
    ...(name.kind === 'symbol' && name.layer === undefined && layer > 0 && { short: name.sub }),
    ...(quantity.kind === 'weight' &&
      written.weights === 'to-from' && { written: [quantity.to, quantity.from] }),
  };
}

/**
 * How surely a spelling means a quantity: 4 by the short name of a notation that has no layers; 3 in full; 2 without its
 * layer or unit; 1 as a11 for a[1][1], as w2 for a weight from unit 2, where the formula has no other, and as z2 for the z of
 * layer 2 in a chain; 0 not at all.
 */
export function fit({ sub, layer, isBracketed }: Spelled, own: Place): number {
  if (sub !== undefined && sub === own.short && layer === undefined) return 4;
  const is = (...indices: readonly number[]): boolean =>
    sub !== undefined && (sub === indices.join(',') || sub === indices.join(''));
  const units = (!isBracketed && own.written) || own.units;
  const [from, to] = own.units;
  const tail = to !== undefined && is(from ?? 0) ? 1 : 0;
  if (layer !== undefined) return layer !== own.layer ? 0 : sub === undefined ? 2 : is(...units) ? 3 : tail;
  if (sub === undefined) return own.units.length === 0 ? 3 : own.layer === 0 ? 0 : 2;
  if (own.layer === undefined) return is(...own.units) ? 3 : 0;
  if (is(own.layer, ...units)) return sub.includes(',') ? 3 : 1;
  return own.layer > 0 && is(...units) ? 2 : own.isChain && is(own.layer) ? 1 : tail;
}
