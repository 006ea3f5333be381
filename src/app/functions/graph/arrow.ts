import { centreOf, endOf, footOf, type Box, type Point } from '../../diagram/geometry.ts';
import { LANE } from '../../diagram/parts.ts';
import { across, down } from '../../diagram/paths.ts';
import type { Arrow, Line } from '../../diagram/scene.ts';

/** Which way the graph runs. */
export type Way = 'across' | 'down';

/** Between the line forward and the one back. */
const APART = 12;
/** Above a box stands what it is made of: arrows from above end there. */
export const TITLE = 18;

type Leg = { readonly from: Point; readonly to: Point };

/** The parts of an arrow from box to box; where it goes by one, it goes straight. */
function legsOf(stops: readonly Box[], way: Way, shift: number): readonly Leg[] {
  const isPassed = (i: number): boolean => i > 0 && i < stops.length - 1;
  return stops.slice(1).map((to, i): Leg => {
    const from = stops[i]!;
    if (way === 'across') {
      const y = (box: Box, passed: boolean): number => (passed ? box.y : box.y + LANE / 2) + shift;
      return {
        from: { x: endOf(from), y: y(from, isPassed(i)) },
        to: { x: to.x, y: y(to, isPassed(i + 1)) },
      };
    }
    return {
      from: { x: centreOf(from).x + shift, y: footOf(from) },
      to: { x: centreOf(to).x + shift, y: to.y - (isPassed(i + 1) ? 0 : TITLE) },
    };
  });
}

/** An arrow by way of all its stops: forward, and beside it back. */
export function arrowBy(id: string, stops: readonly Box[], way: Way): Arrow {
  const curve = way === 'across' ? across : down;
  const join = (legs: readonly Leg[]): Line => {
    const lines = legs.map(({ from, to }) => curve(from, to));
    // Curves leave room for a head at their end; only the last one has it.
    const path = lines
      .map((line, i) => {
        const [end, next] = [legs[i]?.to, legs[i + 1]?.from];
        return line.path + (end && next ? `L${end.x} ${end.y}L${next.x} ${next.y}` : '');
      })
      .join('');
    return { path, head: lines.at(-1)?.head ?? '' };
  };
  const back = legsOf(stops, way, APART)
    .toReversed()
    .map(({ from, to }) => ({ from: to, to: from }));
  return { id, forward: join(legsOf(stops, way, 0)), backward: join(back) };
}

/**
 * A point on a part of an arrow.
 * @param t from 0, where it begins, to 1
 * @param leg which part, −1 the last
 */
export function alongArrow(stops: readonly Box[], way: Way, t: number, leg: number): Point {
  const { from, to } = legsOf(stops, way, APART / 2).at(leg)!;
  // The curve is a cubic that leaves and arrives level (or upright), its handles half way.
  const ease = t * t * (3 - 2 * t);
  const even = 1.5 * t * (1 - t) * (1 - t) + 1.5 * t * t * (1 - t) + t * t * t;
  const [main, aside] = [even, ease];
  return way === 'across'
    ? { x: from.x + (to.x - from.x) * main, y: from.y + (to.y - from.y) * aside }
    : { x: from.x + (to.x - from.x) * aside, y: from.y + (to.y - from.y) * main };
}
