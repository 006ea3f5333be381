import type { Expr } from '../../core/expressions/expr.ts';
import type { Span } from '../answer/problem.ts';
import type { Answer } from '../answer/read.ts';

/** From the first to the last of some leaves of an answer; of the first alone, where others stand between them. */
export function hullOf(marked: readonly Expr[], all: readonly Expr[], { spans }: Answer): Span | undefined {
  const [first] = marked;
  if (first === undefined) return undefined;
  const places = marked.map((leaf) => all.indexOf(leaf));
  const isOnePart = Math.max(...places) - Math.min(...places) === marked.length - 1;
  const found = (isOnePart ? marked : [first]).flatMap((leaf) => spans.get(leaf) ?? []);
  if (found.length === 0) return undefined;
  return {
    start: Math.min(...found.map(({ start }) => start)),
    end: Math.max(...found.map(({ end }) => end)),
  };
}

/** Where some leaves of an answer stand, in the order typed. */
export const spansOf = (leaves: readonly Expr[], { spans }: Answer): readonly Span[] =>
  leaves.flatMap((leaf) => spans.get(leaf) ?? []).toSorted((a, b) => a.start - b.start);
