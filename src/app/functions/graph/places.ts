import type { Edge } from './ranks.ts';

type Sized = { readonly key: string; readonly size: number };

/** Sweeps in which ranks settle; more move nothing that is seen. */
const SWEEPS = 12;

/**
 * Where the middle of each thing stands in its rank: as near as may be to the middle of what it is joined to, in the order
 * given and without overlap. The least edge is 0.
 */
export function placesOf(
  ranks: readonly (readonly Sized[])[],
  edges: readonly Edge[],
): ReadonlyMap<string, number> {
  const joined = new Map<string, string[]>();
  for (const { by } of edges) {
    by.slice(1).forEach((key, i) => {
      const before = by[i] ?? '';
      joined.set(key, [...(joined.get(key) ?? []), before]);
      joined.set(before, [...(joined.get(before) ?? []), key]);
    });
  }
  const middles = new Map<string, number>();
  const widest = Math.max(...ranks.map((rank) => rank.reduce((sum, { size }) => sum + size, 0)));
  for (const rank of ranks) {
    const total = rank.reduce((sum, { size }) => sum + size, 0);
    let at = (widest - total) / 2;
    for (const { key, size } of rank) {
      middles.set(key, at + size / 2);
      at += size;
    }
  }
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const rank of sweep % 2 === 0 ? ranks : ranks.toReversed()) settle(rank, joined, middles);
  }
  const all = ranks.flat();
  const least = Math.min(...all.map(({ key, size }) => (middles.get(key) ?? 0) - size / 2));
  return new Map([...middles].map(([key, middle]) => [key, middle - least]));
}

/** Moves a rank's things to where they want to be; those that would overlap share the middle of their wishes. */
function settle(
  rank: readonly Sized[],
  joined: ReadonlyMap<string, readonly string[]>,
  middles: Map<string, number>,
): void {
  type Block = { readonly members: Sized[]; size: number; wish: number };
  const blocks: Block[] = [];
  for (const item of rank) {
    const others = (joined.get(item.key) ?? []).flatMap((key) => middles.get(key) ?? []);
    const own = middles.get(item.key) ?? 0;
    const wish = others.length === 0 ? own : others.reduce((a, b) => a + b) / others.length;
    let block: Block = { members: [item], size: item.size, wish: wish - item.size / 2 };
    for (;;) {
      const before = blocks.at(-1);
      if (before === undefined || before.wish + before.size <= block.wish) break;
      blocks.pop();
      const [m, n] = [before.members.length, block.members.length];
      const start = (before.wish * m + (block.wish - before.size) * n) / (m + n);
      block = { members: [...before.members, ...block.members], size: before.size + block.size, wish: start };
    }
    blocks.push(block);
  }
  for (const { members, wish } of blocks) {
    let at = wish;
    for (const { key, size } of members) {
      middles.set(key, at + size / 2);
      at += size;
    }
  }
}
