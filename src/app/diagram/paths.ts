import type { Point } from './geometry.ts';
import type { Line } from './scene.ts';

const LENGTH = 9;
const HALF = 5;

const write = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;
const round = (x: number): number => Math.round(x * 10) / 10;

/** A curve that leaves and arrives level, the head at `to`. */
export function across(from: Point, to: Point): Line {
  const side = Math.sign(to.x - from.x) || 1;
  const end = { x: to.x - side * (LENGTH - 2), y: to.y };
  const middle = (from.x + end.x) / 2;
  return {
    path: `M${write(from)}C${round(middle)} ${round(from.y)} ${round(middle)} ${round(to.y)} ${write(end)}`,
    head: `M${write(to)}l${-side * LENGTH} ${-HALF}v${2 * HALF}z`,
  };
}

/** A curve that leaves and arrives upright, the head at `to`; the first or last part may be straight. */
export function down(from: Point, to: Point, straight: { first?: number; last?: number } = {}): Line {
  const side = Math.sign(to.y - from.y) || 1;
  const end = { x: to.x, y: to.y - side * (LENGTH - 2) };
  const [start, stop] = [from.y + side * (straight.first ?? 0), to.y - side * (straight.last ?? LENGTH - 2)];
  const middle = (start + stop) / 2;
  const [x0, x1] = [round(from.x), round(to.x)];
  return {
    path: `M${write(from)}V${round(start)}C${x0} ${round(middle)} ${x1} ${round(middle)} ${x1} ${round(stop)}V${round(end.y)}`,
    head: `M${write(to)}l${-HALF} ${-side * LENGTH}h${2 * HALF}z`,
  };
}
