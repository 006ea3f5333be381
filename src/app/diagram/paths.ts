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

/** A curve that leaves and arrives upright, the head at `to`. */
export function down(from: Point, to: Point): Line {
  const side = Math.sign(to.y - from.y) || 1;
  const end = { x: to.x, y: to.y - side * (LENGTH - 2) };
  const middle = (from.y + end.y) / 2;
  return {
    path: `M${write(from)}C${round(from.x)} ${round(middle)} ${round(to.x)} ${round(middle)} ${write(end)}`,
    head: `M${write(to)}l${-HALF} ${-side * LENGTH}h${2 * HALF}z`,
  };
}
