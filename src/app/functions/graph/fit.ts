import type { FunctionPass } from '../../../tutor/function/exercise.ts';
import type { FunctionStep } from '../../../core/function/tape.ts';
import { layoutGraph, type GraphScene } from './layout.ts';
import { nearOf } from './near.ts';
import type { Graph } from './ranks.ts';

/** What is written at 12 is read at 11; where the graph would be smaller, the part that is asked about is drawn. */
const LEAST = 0.9;
/** On a phone. */
const LEAST_NARROW = 0.7;
/** Of a graph that is worked through as much is seen as there is: its box grows with it (FunctionTrainer.svelte). */
const ROOM = 540;
/** A graph that is done may take both columns of the card, as wide as Frame.svelte has them: no turn, but a little smaller. */
const SPREAD = { least: 0.8, column: 1.42 / 2.42 } as const;
/** The whole graph in small, above that part. */
const MAP = { least: 130, most: 250 } as const;
/** What leads to the whole graph and back: a strip of its own, or a corner where nothing of the graph is. */
const BAR = 40;
const BUTTON = 124;
/** A lower box goes above the screen by its strip (Frame.svelte). */
const LOW = 190;

/** A graph laid out in both directions. */
export type Scenes = readonly [across: GraphScene, down: GraphScene];

export const scenesOf = (pass: FunctionPass, graph: Graph, isBack: boolean): Scenes => [
  layoutGraph(pass, graph, 'across', isBack),
  layoutGraph(pass, graph, 'down', isBack),
];

/** What goes over the edge in one direction only: downward, if it can. */
const scrolled = ([across, down]: Scenes): GraphScene => (down.width <= across.width ? down : across);

type Box = { readonly width: number; readonly height: number };

type Asked = {
  readonly pass: FunctionPass;
  /** Undefined once all are done. */
  readonly step: FunctionStep | undefined;
  readonly isBack: boolean;
  /** The whole graph. */
  readonly whole: Scenes;
  readonly box: Box;
  /** How wide both columns are. */
  readonly card: number;
  readonly isNarrow: boolean;
  /** All of it is to be seen, however large. */
  readonly wantsWhole: boolean;
};

/** How much of a graph is drawn in its box, in which direction and how large; and beside a part, the whole in small. */
export function fitted(asked: Asked) {
  const { pass, step, isBack, whole, box, isNarrow, wantsWhole } = asked;
  if (isSpread(asked)) {
    const [scene] = whole;
    const scale = Math.min(1, asked.card / scene.width);
    return { hasButton: false, near: undefined, scene, scale, map: undefined, inCorner: false, spread: true };
  }
  const { width, height } = box;
  const fitOf = (scene: GraphScene, tall: number): number =>
    width === 0 ? 1 : Math.min(1, width / scene.width, Math.max(tall, 1) / scene.height);
  /** Across where that can be read: the last value is then at the same height as the first. */
  const best = ([across, down]: Scenes, tall: number): GraphScene =>
    fitOf(across, tall) >= LEAST || fitOf(across, tall) >= fitOf(down, tall) ? across : down;

  const room = step ? height : ROOM;
  const isLarge = fitOf(best(whole, room), room) < LEAST;
  const near = isLarge && !wantsWhole && step ? nearOf(pass, step) : undefined;
  // In the room that all of it is given on a phone it may not be large any more.
  const hasButton = step !== undefined && (isLarge || wantsWhole);
  // What would be too small to read is scrolled.
  const least = isNarrow ? LEAST_NARROW : LEAST;
  const isScrolled = isLarge && near === undefined && fitOf(best(whole, room - BAR), room - BAR) < least;
  const drawnIn = (rest: number) => {
    const scene = isScrolled
      ? scrolled(whole)
      : best(near ? scenesOf(pass, near, isBack) : whole, near && !isNarrow ? rest - MAP.least : rest);
    return { scene, scale: Math.max(least, fitOf(scene, isScrolled ? Infinity : rest)) };
  };
  const free = near && isNarrow && height > LOW ? drawnIn(room) : undefined;
  const inCorner = free !== undefined && isCornerFree(free.scene, free.scale, box);
  const rest = room - (hasButton && !inCorner ? BAR : 0);
  const { scene, scale } = inCorner ? free : drawnIn(rest);
  const tall = Math.min(MAP.most, Math.max(MAP.least, rest - scene.height * scale));
  const map = near && !isNarrow ? { scene: best(whole, tall), height: tall } : undefined;
  return { hasButton, near, scene, scale, map, inCorner, spread: false };
}

/** Whether all is done, and the graph fits into both columns but not into its own. */
function isSpread({ step, isNarrow, whole: [across, down], box, card }: Asked): boolean {
  if (step !== undefined || isNarrow || card === 0) return false;
  const fits = ({ width, height }: GraphScene, into: number, least: number): boolean =>
    into >= width * least && ROOM >= height * least;
  const own = Math.min(box.width, card * SPREAD.column);
  return fits(across, card, SPREAD.least) && !fits(across, own, LEAST) && !fits(down, own, LEAST);
}

/** Whether nothing is drawn in the upper right corner, where all of the scene is in its box. */
function isCornerFree({ width, height, places }: GraphScene, scale: number, box: Box): boolean {
  if (width * scale > box.width || height * scale > box.height) return false;
  const [right, bottom] = [
    width - (BUTTON - (box.width - width * scale) / 2) / scale,
    (BAR - (box.height - height * scale) / 2) / scale,
  ];
  return !places.some(
    ({ frame, title }) => frame.x + frame.width > right && Math.min(frame.y, title.y - 8) < bottom,
  );
}
