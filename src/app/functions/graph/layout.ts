import { idOf, partial, type Quantity } from '../../../core/quantity.ts';
import { shortName } from '../../../core/expressions/names.ts';
import { outputOf } from '../../../tutor/function/asked.ts';
import type { FunctionPass } from '../../../tutor/function/exercise.ts';
import { endOf, footOf, overlap, type Box, type Point } from '../../diagram/geometry.ts';
import { LANE } from '../../diagram/parts.ts';
import { cell, type Arrow, type Cell, type Frame } from '../../diagram/scene.ts';
import { alongArrow, arrowBy, TITLE, type Way } from './arrow.ts';
import { placesOf } from './places.ts';
import { ranksOf, type Edge, type Graph } from './ranks.ts';

/** An input or an operation: a box with its value above and the slope along it below. */
export type Place = { readonly quantity: Quantity; readonly frame: Frame; readonly title: Point };

/** An arrow with the place of its local slope. */
export type Link = { readonly edge: Edge; readonly arrow: Arrow; readonly slope: Cell | undefined };

export type GraphScene = Box & { readonly places: readonly Place[]; readonly links: readonly Link[] };

const WIDTH = 92;
const MARGIN = 10;
/** More room between ranks where there are few: on a short arrow a slope with its name covers all of it. */
const FEW = { ranks: 2, more: 44 } as const;
/** Between ranks there is room for slopes. */
const GAPS: Readonly<Record<Way, { readonly rank: number; readonly beside: number }>> = {
  across: { rank: 104, beside: 14 },
  down: { rank: 82, beside: 16 },
};
const SLOPE = { width: 78, height: 24 } as const;
/** Where on a part of an arrow its slope may stand; the first that is free is taken, of the last part before others. */
const SPOTS = [
  0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85, 0.1, 0.9,
] as const;

/**
 * The graph of a function, drawn across or down.
 * @param graph what of it is drawn
 * @param hasSlopes whether local slopes have places yet
 */
export function layoutGraph(pass: FunctionPass, graph: Graph, way: Way, hasSlopes: boolean): GraphScene {
  const { ranks, edges } = ranksOf(graph);
  const output = outputOf(pass).result;
  const inputs = new Set(pass.givens.map(idOf));
  const height = 2 * LANE;
  const gap = GAPS[way];
  const isAcross = way === 'across';
  const apart = gap.rank + (isAcross && ranks.length <= FEW.ranks ? FEW.more : 0);
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
    const along = MARGIN + at * (deep + apart);
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
  const titled = places.map(({ frame }) => ({
    ...frame,
    y: frame.y - TITLE,
    height: frame.height + TITLE,
  }));
  const stopsOf = ({ by }: Edge): readonly Box[] => by.map((key) => boxes.get(key)!);
  // The slopes of the last node are gradients: they stand in the boxes.
  const sloped = edges.filter(({ to }) => hasSlopes && idOf(to) !== idOf(output));
  const lines = edges.map((edge) => ({ edge, points: pointsOn(stopsOf(edge), way) }));
  const slopes = new Map(
    placesOn(
      sloped.map((own) => {
        const others = lines.filter(({ edge }) => edge !== own).flatMap(({ points }) => points);
        return spotsOn(stopsOf(own), way).map((box) => ({
          box,
          crossed: others.filter((point) => isIn(box, point)).length,
        }));
      }),
      titled,
    ).map((box, i) => [sloped[i], box]),
  );
  const links = edges.map((edge): Link => {
    const arrow = arrowBy(`${idOf(edge.from)}→${idOf(edge.to)}`, stopsOf(edge), way);
    const own = slopes.get(edge);
    const slope = own && {
      ...cell(partial(edge.to, edge.from), 'pill', '×', own),
      lane: 'backward' as const,
    };
    return { edge, arrow, slope };
  });
  const taken = [...titled, ...slopes.values()];
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

/** The middle of an arrow's last part first. */
const spotsOn = (stops: readonly Box[], way: Way): readonly Box[] =>
  stops.slice(1).flatMap((_, leg) => SPOTS.map((t) => around(alongArrow(stops, way, t, -1 - leg))));

/** An arrow by points that are closer to each other than a slope is high. */
const pointsOn = (stops: readonly Box[], way: Way): readonly Point[] =>
  stops
    .slice(1)
    .flatMap((_, leg) => Array.from({ length: 21 }, (_, i) => alongArrow(stops, way, i / 20, leg)));

const isIn = (box: Box, { x, y }: Point): boolean =>
  x > box.x && x < endOf(box) && y > box.y && y < footOf(box);

/** Sweeps in which things find their place; more move nothing. */
const SWEEPS = 8;
/** What a point of another arrow behind a slope counts, as area that is covered. */
const CROSSED = 12;

type Spot = { readonly box: Box; readonly crossed: number };

/** For each thing the first of its spots that is free of all others; where there is none, the one with the least on it. */
function placesOn(spots: readonly (readonly Spot[])[], taken: readonly Box[]): readonly Box[] {
  const now: Box[] = [];
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    spots.forEach((own, i) => {
      const others = [...taken, ...now.filter((_, other) => other !== i)];
      const covered = own.map(({ box, crossed }) =>
        others
          .filter((other) => overlap(box, other))
          .reduce((sum, other) => sum + 10 * shared(box, other), CROSSED * crossed),
      );
      now[i] = own[covered.indexOf(Math.min(...covered))]!.box;
    });
  }
  return now;
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
