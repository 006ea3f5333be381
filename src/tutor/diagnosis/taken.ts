import { sameExpr } from '../../core/expressions/expr.ts';
import type { Quantity } from '../../core/quantity.ts';
import type { Variant } from '../mistakes/variants.ts';
import { stepOf, type Derivation } from '../pass.ts';
import { leavesOf } from './stand-ins.ts';

type Weight = Extract<Quantity, { kind: 'weight' }>;

/** Weights that were taken, each with the one that is asked for in its place. */
export type Taken = readonly { readonly used: Weight; readonly wanted: Weight }[];

/** The weights that were taken for others, where the wrong formulas have other weights in some places, and else the same values. */
export function takenIn(pass: Derivation, { wrong }: Variant): Taken | undefined {
  const found: Taken[number][] = [];
  for (const [id, formula] of wrong) {
    const right = leavesOf(stepOf(pass, id).formula);
    const used = leavesOf(formula);
    if (used.length !== right.length) return undefined;
    for (const [i, leaf] of used.entries()) {
      const own = right[i]!;
      if (sameExpr(leaf, own)) continue;
      if (leaf.kind !== 'quantity' || own.kind !== 'quantity') return undefined;
      const [one, other] = [leaf.quantity, own.quantity];
      if (one.kind !== 'weight' || other.kind !== 'weight') return undefined;
      found.push({ used: one, wanted: other });
    }
  }
  return found.length > 0 ? found : undefined;
}
