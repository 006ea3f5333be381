import type { Expr } from '../../core/expressions/expr.ts';
import type { Span } from '../answer/problem.ts';
import type { Answer } from '../answer/read.ts';

/**
 * From the first to the last of some leaves of an answer. Where others stand between them, all of the answer, if the half
 * of it is marked: a whole sum of another unit is doubted as one, and not one of its weights; else the first alone.
 */
export function hullOf(marked: readonly Expr[], all: readonly Expr[], { spans }: Answer): Span | undefined {
  const places = marked.map((leaf) => all.indexOf(leaf));
  const isOnePart = Math.max(...places) - Math.min(...places) === marked.length - 1;
  const doubted = isOnePart ? marked : 2 * marked.length >= all.length ? all : marked.slice(0, 1);
  const found = doubted.flatMap((leaf) => spans.get(leaf) ?? []);
  if (found.length === 0) return undefined;
  return {
    start: Math.min(...found.map(({ start }) => start)),
    end: Math.max(...found.map(({ end }) => end)),
  };
}

/** Where some leaves of an answer stand, in the order typed. */
export const spansOf = (leaves: readonly Expr[], { spans }: Answer): readonly Span[] =>
  leaves.flatMap((leaf) => spans.get(leaf) ?? []).toSorted((a, b) => a.start - b.start);
