import { sameExpr, type Expr } from '../../core/expressions/expr.ts';
import { idOf, type Quantity } from '../../core/quantity.ts';
import type { Variant } from '../mistakes/variants.ts';
import { stepOf, type Derivation } from '../pass.ts';
import { leavesOf } from './stand-ins.ts';

type Weight = Extract<Quantity, { kind: 'weight' }>;

/** Weights that were taken, each with the one that is asked for in its place. */
export type Taken = readonly { readonly used: Weight; readonly wanted: Weight }[];

/** The weights that were taken for others, where the wrong formulas differ from the right ones by nothing else. */
export function takenIn(pass: Derivation, { wrong }: Variant): Taken | undefined {
  const found = new Map<string, Taken[number]>();
  for (const [id, formula] of wrong) {
    const [right, used] = [stepOf(pass, id).formula, formula].map(leavesOf);
    if (right === undefined || used?.length !== right.length) return undefined;
    for (const [i, leaf] of used.entries()) {
      if (sameExpr(leaf, right[i]!)) continue;
      const [one, other] = [leaf, right[i]].map(weightOf);
      if (one === undefined || other === undefined) return undefined;
      found.set(`${idOf(one)} ${idOf(other)}`, { used: one, wanted: other });
    }
  }
  return found.size > 0 ? [...found.values()] : undefined;
}

const weightOf = (leaf: Expr | undefined): Weight | undefined =>
  leaf?.kind === 'quantity' && leaf.quantity.kind === 'weight' ? leaf.quantity : undefined;

export const isSameTaken = (one: Taken, other: Taken | undefined): boolean =>
  other?.length === one.length &&
  one.every(
    ({ used, wanted }, i) => idOf(used) === idOf(other[i]!.used) && idOf(wanted) === idOf(other[i]!.wanted),
  );
