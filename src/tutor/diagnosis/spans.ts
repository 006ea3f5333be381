import { partsOf, type Expr } from '../../core/expressions/expr.ts';
import type { Span } from '../answer/problem.ts';
import { leavesOf } from './stand-ins.ts';
import type { Answer } from '../answer/read.ts';

/**
 * From the first to the last of some leaves of an answer. Where others stand between them, or a bracket of others ends,
 * all of the answer, if the half of it is marked: a whole sum of another unit is doubted as one, and not one of its
 * weights; else the first alone.
 */
export function hullOf(
  marked: readonly Expr[],
  all: readonly Expr[],
  { spans, expr }: Answer,
): Span | undefined {
  const places = marked.map((leaf) => all.indexOf(leaf));
  const isOnePart = Math.max(...places) - Math.min(...places) === marked.length - 1 && areParts(expr, marked);
  const doubted = isOnePart ? marked : 2 * marked.length >= all.length ? all : marked.slice(0, 1);
  const found = doubted.flatMap((leaf) => spans.get(leaf) ?? []);
  if (found.length === 0) return undefined;
  return {
    start: Math.min(...found.map(({ start }) => start)),
    end: Math.max(...found.map(({ end }) => end)),
  };
}

/** Whether they are whole parts of a part of an expression: not the y and z of (x + y)·z. */
function areParts(expr: Expr, marked: readonly Expr[]): boolean {
  const parts = partsOf(expr).map((part) => {
    const leaves = leavesOf(part);
    return { part, count: leaves.filter((leaf) => marked.includes(leaf)).length, of: leaves.length };
  });
  const own = parts.filter(({ count }) => count > 0);
  const [only] = own;
  return only && own.length === 1 && partsOf(only.part).length > 0
    ? areParts(only.part, marked)
    : own.every(({ count, of }) => count === of);
}

/** Where some leaves of an answer stand, in the order typed. */
export const spansOf = (leaves: readonly Expr[], { spans }: Answer): readonly Span[] =>
  leaves.flatMap((leaf) => spans.get(leaf) ?? []).toSorted((a, b) => a.start - b.start);
