import { quantitiesOf } from '../../../core/expressions/expr.ts';
import { idOf, type Quantity } from '../../../core/quantity.ts';
import type { FunctionPass } from '../../../tutor/function/exercise.ts';

/** A graph of operations, or a part of one: what it starts from, and the nodes over that. */
export type Graph = Pick<FunctionPass, 'givens' | 'nodes'>;

/** A thing in a rank of the graph: an input, a node, or a place that a longer arrow goes by. */
export type Item = {
  readonly key: string;
  readonly quantity?: Quantity;
  readonly rank: number;
};

/** An arrow by the things it goes by, from what goes in to the node that uses it. */
export type Edge = { readonly from: Quantity; readonly to: Quantity; readonly by: readonly string[] };

export type Ranks = { readonly ranks: readonly (readonly Item[])[]; readonly edges: readonly Edge[] };

/** Sweeps that put what belongs together beside each other; more change nothing. */
const SWEEPS = 8;

/**
 * The graph in ranks: every node after all that goes into it, every input just before the first node that uses it. Within
 * a rank, things stand in the middle of what they are joined to. (Sugiyama, Tagawa and Toda 1981.)
 */
export function ranksOf({ givens, nodes }: Graph): Ranks {
  const ofNode = new Map<string, number>();
  for (const { result, formula } of nodes) {
    const before = quantitiesOf(formula).map((part) => ofNode.get(idOf(part)) ?? 0);
    ofNode.set(idOf(result), 1 + Math.max(0, ...before));
  }
  const usersOf = (id: string): readonly number[] =>
    nodes
      .filter(({ formula }) => quantitiesOf(formula).some((part) => idOf(part) === id))
      .map(({ result }) => ofNode.get(idOf(result)) ?? 1);
  const all = [
    ...givens.map((quantity) => ({
      key: idOf(quantity),
      quantity,
      rank: Math.min(...usersOf(idOf(quantity))) - 1,
    })),
    ...nodes.map(({ result }) => ({
      key: idOf(result),
      quantity: result,
      rank: ofNode.get(idOf(result)) ?? 1,
    })),
  ];
  const rankOf = new Map(all.map(({ key, rank }) => [key, rank]));
  const passed: Item[] = [];
  const edges = nodes.flatMap(({ result, formula }) =>
    quantitiesOf(formula).map((from): Edge => {
      const [start, end] = [rankOf.get(idOf(from)) ?? 0, rankOf.get(idOf(result)) ?? 0];
      const between = Array.from({ length: end - start - 1 }, (_, i) => ({
        key: `${idOf(from)}→${idOf(result)} ${i}`,
        rank: start + 1 + i,
      }));
      passed.push(...between);
      return {
        from,
        to: result,
        by: [idOf(from), ...between.map(({ key }) => key), idOf(result)],
      };
    }),
  );
  const items: readonly Item[] = [...all, ...passed];
  const count = 1 + Math.max(...items.map(({ rank }) => rank));
  const ranks = Array.from({ length: count }, (_, rank) => items.filter((item) => item.rank === rank));
  return { ranks: sorted(ranks, edges), edges };
}

/** Each rank by the mean place of what its things are joined to, from one end to the other and back. */
function sorted(ranks: readonly (readonly Item[])[], edges: readonly Edge[]): Ranks['ranks'] {
  const joined = new Map<string, string[]>();
  for (const { by } of edges) {
    by.slice(1).forEach((key, i) => {
      const before = by[i] ?? '';
      joined.set(key, [...(joined.get(key) ?? []), before]);
      joined.set(before, [...(joined.get(before) ?? []), key]);
    });
  }
  const now = ranks.map((rank) => [...rank]);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const order = [...now.keys()];
    for (const at of sweep % 2 === 0 ? order : order.toReversed()) {
      const beside = now[at + (sweep % 2 === 0 ? -1 : 1)];
      const rank = now[at];
      if (beside === undefined || rank === undefined) continue;
      // In parts of the whole: ranks are of different lengths.
      const placeOf = new Map(beside.map(({ key }, i) => [key, (i + 0.5) / beside.length]));
      const meanOf = ({ key }: Item, i: number): number => {
        const places = (joined.get(key) ?? []).flatMap((other) => placeOf.get(other) ?? []);
        return places.length === 0 ? (i + 0.5) / rank.length : places.reduce((a, b) => a + b) / places.length;
      };
      now[at] = rank
        .map((item, i) => [item, meanOf(item, i)] as const)
        .sort(([, a], [, b]) => a - b)
        .map(([item]) => item);
    }
  }
  return now;
}
