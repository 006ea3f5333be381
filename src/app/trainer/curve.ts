import type { CurvePoint } from '../session/work.ts';

/** A curve drawn into a box whose lower left corner is (0, height). */
export type Curve = {
  /** SVG path data. */
  readonly path: string;
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  /** The loss at the top of the box; its bottom is 0. */
  readonly top: number;
  readonly last: { readonly x: number; readonly y: number };
};

/** Points that are far enough apart to be seen one by one. */
const DOTS = 25;

/** The loss curve to scale: passes along, losses from 0 up. Not finite losses stand at the top. */
export function curveIn(points: readonly CurvePoint[], width: number, height: number): Curve {
  const passes = points.map(([pass]) => pass);
  const [first, last] = [Math.min(...passes), Math.max(...passes)];
  const finite = points.map(([, loss]) => loss).filter(Number.isFinite);
  const top = Math.max(...finite, Number.MIN_VALUE);
  const placed = points.map(([pass, loss]) => ({
    x: last === first ? 0 : (width * (pass - first)) / (last - first),
    y: Number.isFinite(loss) ? height * (1 - loss / top) : 0,
  }));
  return {
    path: placed.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join(''),
    dots: placed.length <= DOTS ? placed : [],
    top,
    last: placed.at(-1) ?? { x: 0, y: height },
  };
}
