import { idOf, partial, type Quantity } from '../../../core/quantity.ts';
import { shortName } from '../../../core/expressions/names.ts';
import { outputOf } from '../../../tutor/function/asked.ts';
import type { FunctionPass } from '../../../tutor/function/exercise.ts';
import { endOf, footOf, overlap, type Box, type Point } from '../../diagram/geometry.ts';
import { LANE } from '../../diagram/parts.ts';
import { cell, type Arrow, type Cell, type Frame } from '../../diagram/scene.ts';
import { alongArrow, arrowBy, TITLE, type Way } from './arrow.ts';
import { placesOf } from './places.ts';
import { ranksOf, type Edge } from './ranks.ts';

/** An input or an operation: a box with its value above and the slope along it below. */
export type Place = { readonly quantity: Quantity; readonly frame: Frame; readonly title: Point };

/** An arrow with the place of its local slope. */
export type Link = { readonly edge: Edge; readonly arrow: Arrow; readonly slope: Cell | undefined };

export type GraphScene = Box & { readonly places: readonly Place[]; readonly links: readonly Link[] };

const WIDTH = 92;
const MARGIN = 10;
/** Between ranks there is room for slopes. */
const GAPS: Readonly<Record<Way, { readonly rank: number; readonly beside: number }>> = {
  across: { rank: 104, beside: 14 },
  down: { rank: 82, beside: 16 },
};
const SLOPE = { width: 78, height: 24 } as const;
/** Where on the last part of an arrow its slope may stand, as a part of it; the first that is free is taken. */
const SPOTS = [0.5, 0.36, 0.64, 0.24, 0.76, 0.15, 0.85] as const;

/** The graph of a function, drawn across or down. @param hasSlopes whether local slopes have places yet */
export function layoutGraph(pass: FunctionPass, way: Way, hasSlopes: boolean): GraphScene {
  const { ranks, edges } = ranksOf(pass);
  const output = outputOf(pass).result;
  const inputs = new Set(pass.givens.map(idOf));
  const height = 2 * LANE;
  const gap = GAPS[way];
  const isAcross = way === 'across';
  const deep = isAcross ? WIDTH : height + TITLE;
  const wide = (isPassed: boolean): number => (isPassed ? 12 : isAcross ? height + TITLE : WIDTH);
  const beside = placesOf(
    ranks.map((rank) =>
      rank.map(({ key, quantity }) => ({ key, size: wide(quantity === undefined) + gap.beside })),
    ),
    edges,
  );
  const boxes = new Map<string, Box>();
  const places: Place[] = [];
  ranks.forEach((rank, at) => {
    const along = MARGIN + at * (deep + gap.rank);
    for (const { key, quantity } of rank) {
      const middle = MARGIN + (beside.get(key) ?? 0);
      if (quantity === undefined) {
        boxes.set(
          key,
          isAcross
            ? { x: along, y: middle, width: WIDTH, height: 0 }
            : { x: middle, y: along, width: 0, height: deep },
        );
        continue;
      }
      const isLast = idOf(quantity) === idOf(output);
      const size = { width: WIDTH, height: isLast ? LANE : height };
      const corner = isAcross
        ? { x: along, y: middle - (height - TITLE) / 2 }
        : { x: middle - WIDTH / 2, y: along + TITLE };
      const box = { ...corner, ...size };
      boxes.set(key, box);
      places.push(placeIn(box, quantity, isLast ? undefined : output, inputs.has(key)));
    }
  });
  const taken: Box[] = [
    ...places.map(({ frame }) => ({ ...frame, y: frame.y - TITLE, height: frame.height + TITLE })),
  ];
  const links = edges.map((edge): Link => {
    const stops = edge.by.map((key) => boxes.get(key)!);
    const arrow = arrowBy(`${idOf(edge.from)}→${idOf(edge.to)}`, stops, way);
    // The slopes of the last node are gradients: they stand in the boxes.
    if (!hasSlopes || idOf(edge.to) === idOf(output)) return { edge, arrow, slope: undefined };
    const spots = SPOTS.map((t) => around(alongArrow(stops, way, t)));
    const free = freeSpot(spots, taken);
    taken.push(free);
    return {
      edge,
      arrow,
      slope: { ...cell(partial(edge.to, edge.from), 'pill', '×', free), lane: 'backward' },
    };
  });
  const all = [...taken, ...boxes.values()];
  return {
    x: 0,
    y: 0,
    width: MARGIN + Math.max(...all.map(({ x, width }) => x + width)),
    height: MARGIN + Math.max(...all.map(({ y, height: tall }) => y + tall)),
    places,
    links,
  };
}

/** The first spot with nothing on it; where there is none, the one with the least. */
function freeSpot(spots: readonly Box[], taken: readonly Box[]): Box {
  const covered = (spot: Box): number =>
    taken.filter((other) => overlap(spot, other)).reduce((sum, other) => sum + shared(spot, other), 0);
  return spots.reduce((best, spot) => (covered(spot) < covered(best) ? spot : best));
}

/** The area that two boxes share. */
const shared = (one: Box, other: Box): number =>
  (Math.min(endOf(one), endOf(other)) - Math.max(one.x, other.x)) *
  (Math.min(footOf(one), footOf(other)) - Math.max(one.y, other.y));

const around = ({ x, y }: Point): Box => ({ x: x - SLOPE.width / 2, y: y - SLOPE.height / 2, ...SLOPE });

/** @param output along whose way back the slope below is; none for the output itself */
function placeIn(box: Box, quantity: Quantity, output: Quantity | undefined, isInput: boolean): Place {
  const lane = { ...box, height: LANE };
  const value: Cell = {
    ...cell(quantity, 'stacked', shortName(quantity), lane),
    lane: isInput ? 'given' : 'forward',
  };
  const slope = output && {
    ...cell(partial(output, quantity), 'stacked', shortName(partial(output, quantity)), {
      ...lane,
      y: box.y + LANE,
    }),
    lane: 'backward' as const,
  };
  return {
    quantity,
    title: { x: box.x + box.width / 2, y: box.y - TITLE / 2 + 1 },
    frame: { ...box, kind: output ? 'unit' : 'total', cells: slope ? [value, slope] : [value] },
  };
}
