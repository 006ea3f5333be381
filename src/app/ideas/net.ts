import { shortName } from '../../core/expressions/names.ts';
import type { Network } from '../../core/network/exercise.ts';
import { weightsOf } from '../../core/network/shape.ts';
import { activation, idOf, loss, unitLoss } from '../../core/quantity.ts';
import type { Box, Point } from '../diagram/geometry.ts';

/** A unit as a circle. The id is that of its a. */
export type Dot = Point & {
  readonly id: string;
  readonly layer: number;
  readonly unit: number;
  readonly name: string;
  /** Where its name stands, and below or beside it a number that comes back. */
  readonly nameAt: Place;
  readonly backAt: Place;
};

export type Place = Point & { readonly anchor: 'start' | 'middle' | 'end' };

/** From unit to unit, or from an output to E. The id is the weight's, or the loss's. */
export type NetArrow = {
  readonly id: string;
  readonly from: Point;
  readonly to: Point;
  /** Where its number is written. */
  readonly label: Point;
};

/** A small drawing of a network, in pixels. */
export type Net = {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly dots: readonly Dot[];
  readonly arrows: readonly NetArrow[];
  readonly loss: Box;
  /** Where the name E stands: not where arrows arrive. */
  readonly lossName: Point;
  /** Whether every arrow has room for its number. */
  readonly isRoomy: boolean;
};

const ROW = { usual: 88, dense: 46, down: 96 } as const;
const RADIUS = { usual: 26, narrow: 22, dense: 13 } as const;
/** More units than this in a layer are drawn without their numbers. */
const MANY = 5;
/** A number on an arrow needs this much. */
const LABEL = 64;
/** What a number on an arrow takes up, in bold. */
export const NUMBER = { width: 58, height: 16 } as const;
/** How far along its arrow a number may stand: away from the middle, where arrows cross, and from the units. */
const PARTS = [0.37, 0.63, 0.4, 0.6, 0.3, 0.7];
/** In a narrower box the layers run down. */
const NARROW = 420;
/** Beside a unit there is room for its name and a number where its neighbour is so far away. */
const BESIDE = 150;

/**
 * Layers from left to right, E at the right end; in a narrow box from top to bottom, E at the foot.
 * @param width of the box it is drawn into
 */
export function netOf(network: Network, width: number): Net {
  const { layers } = network;
  const most = Math.max(2, ...layers);
  const isDense = most > MANY;
  const isDown = width < NARROW;
  const radius = isDense ? RADIUS.dense : isDown ? RADIUS.narrow : RADIUS.usual;
  /** Of E's box: its number is always shown. */
  const reach = Math.max(radius, RADIUS.narrow);
  /** For the name above the first of many units. */
  const top = isDense && !isDown ? 10 : 0;
  const height = isDown
    ? layers.length * ROW.down + 2 * radius + 26
    : most * (isDense ? ROW.dense : ROW.usual) + 8 + top;
  const step = isDown ? ROW.down : (width - radius - reach - 6) / layers.length;
  /** Along the layers, and across them. */
  const place = (k: number, part: number): Point =>
    isDown
      ? { x: width * part, y: radius + 18 + k * step }
      : { x: radius + 3 + k * step, y: top + (height - top) * part };
  const dots = layers.flatMap((units, k) =>
    Array.from({ length: units }, (_, j): Dot => {
      const quantity = activation(k, j + 1);
      const { x, y } = place(k, (j + 0.5) / units);
      const isBeside = isDown && width / units >= BESIDE;
      return {
        ...{ x, y, id: idOf(quantity), layer: k, unit: j + 1, name: shortName(quantity) },
        nameAt: isBeside
          ? { x: x - radius - 5, y, anchor: 'end' }
          : { x, y: y - radius - 9, anchor: 'middle' },
        backAt: isBeside
          ? { x: x + radius + 4, y, anchor: 'start' }
          : { x, y: y + radius + 10, anchor: 'middle' },
      };
    }),
  );
  const dotOf = (layer: number, unit: number): Dot =>
    dots.find((dot) => dot.layer === layer && dot.unit === unit)!;
  const end = place(layers.length, 0.5);
  const taken: Point[] = [];
  const crowded: Point[] = [];
  /** The first place along the arrow where no other number stands. */
  const free = (tail: Point, head: Point, isFan: boolean): Point => {
    const places = (isFan ? PARTS : [0.5, ...PARTS]).map((part) => along(tail, head, part));
    const place = places.find(({ x, y }) =>
      taken.every((other) => Math.abs(other.x - x) >= NUMBER.width || Math.abs(other.y - y) >= NUMBER.height),
    );
    if (place === undefined) crowded.push(places[0]!);
    taken.push(place ?? places[0]!);
    return place ?? places[0]!;
  };
  const arrow = (id: string, tail: Point, head: Point, label: Point, ends: number = radius): NetArrow => ({
    id,
    ...between(tail, head, radius + 2, ends + 2),
    label,
  });
  const weights = weightsOf(network).flatMap((parameter) => {
    if (parameter.kind !== 'weight') return [];
    const { layer, from, to } = parameter;
    const [tail, head] = [dotOf(layer - 1, from), dotOf(layer, to)];
    return [arrow(idOf(parameter), tail, head, free(tail, head, layers[layer]! > 1))];
  });
  const losses = dots
    .filter(({ layer }) => layer === layers.length - 1)
    .map((dot) =>
      arrow(lossArrow(network, dot.unit), dot, end, along(dot, end, 0.5), isDown ? radius : reach),
    );
  return {
    width,
    height,
    radius,
    dots,
    arrows: [...weights, ...losses],
    loss: { x: end.x - reach, y: end.y - 16, width: 2 * reach, height: 32 },
    lossName: isDown ? { x: end.x - reach - 9, y: end.y } : { x: end.x, y: end.y - 25 },
    isRoomy:
      crowded.length === 0 && !isDense && (isDown ? width / most >= LABEL : step - 2 * radius >= LABEL),
  };
}

/** The id of the arrow from output `unit` to E. */
export const lossArrow = ({ layers }: Network, unit: number): string =>
  idOf(layers.at(-1) === 1 ? loss : unitLoss(unit));

const along = (from: Point, to: Point, part: number): Point => ({
  x: from.x + part * (to.x - from.x),
  y: from.y + part * (to.y - from.y),
});

/** The straight line between two circles. */
function between(
  from: Point,
  to: Point,
  radius: number,
  ends: number,
): { readonly from: Point; readonly to: Point } {
  const long = Math.hypot(to.x - from.x, to.y - from.y);
  return { from: along(from, to, radius / long), to: along(from, to, 1 - ends / long) };
}

/** The head of an arrow that arrives at `to`, as SVG path data. */
export function headAt(from: Point, to: Point): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const corner = (side: number): string =>
    `${(to.x - 10 * ux - side * 5.5 * uy).toFixed(1)} ${(to.y - 10 * uy + side * 5.5 * ux).toFixed(1)}`;
  return `M${to.x.toFixed(1)} ${to.y.toFixed(1)}L${corner(1)}L${corner(-1)}z`;
}
