import type { Loss } from '../../core/network/losses.ts';
import type { Box, Point } from './geometry.ts';

/** The loss of one output drawn: a line of values, the target and the prediction on it, and (t − a)² or half of it as an area. */
export type LossPicture = {
  readonly low: number;
  readonly high: number;
  /** The line, from `low` to `high`. */
  readonly from: Point;
  readonly to: Point;
  readonly target: Point | undefined;
  readonly prediction: Point | undefined;
  /** Its corners: target, prediction, and as far up as the two are apart; none where the loss is no such area. */
  readonly area: readonly Point[] | undefined;
};

/**
 * @param range where the activation's values lie; widened to whole numbers to hold target and prediction
 * @param box   the line runs along its foot; the area stays inside, so a wide gap makes the line shorter
 */
export function lossPicture(
  range: readonly [number, number],
  target: number | undefined,
  prediction: number | undefined,
  box: Box,
  area?: Loss['area'],
): LossPicture {
  const held = [target, prediction].filter(
    (value): value is number => value !== undefined && Number.isFinite(value),
  );
  const low = Math.min(range[0], ...held.map((value) => Math.floor(value)));
  const high = Math.max(range[1], ...held.map((value) => Math.ceil(value)));
  const gap = target === undefined || prediction === undefined ? 0 : Math.abs(prediction - target);
  const perUnit = Math.min(
    box.width / (high - low),
    gap > 0 && area !== undefined ? box.height / gap : Infinity,
  );
  const y = box.y + box.height;
  const start = box.x + (box.width - perUnit * (high - low)) / 2;
  const at = (value: number | undefined): Point | undefined =>
    value === undefined ? undefined : { x: start + perUnit * (value - low), y };
  const [t, a] = [at(target), at(prediction)];
  const top = y - perUnit * gap;
  const corners = area === 'square' ? [a, t] : [a];
  return {
    low,
    high,
    from: { x: start, y },
    to: { x: start + perUnit * (high - low), y },
    target: t,
    prediction: a,
    area: area && t && a && [t, a, ...corners.flatMap((corner) => (corner ? [{ x: corner.x, y: top }] : []))],
  };
}
