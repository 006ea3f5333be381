import type { Network } from '../../core/network/exercise.ts';
import { arrowsOf } from './arrows.ts';
import { UNIT_WIDTH, blockOf, shiftedGroup, type Block, type Orientation } from './blocks.ts';
import { endOf, footOf, hullOf, spread, type Box } from './geometry.ts';
import { INPUT, inputFrame, totalFrame } from './parts.ts';
import type { Group, Scene } from './scene.ts';

export type { Orientation };

const MARGIN = 4;
/** Between neighbours in a layer. */
const APART = 12;
/** Room for arrows between layers. */
const ARROWS = { across: { least: 40, most: 120 }, down: 44 } as const;
/** The size that a small network is spread over: the boxes of the page are about so large. */
const USUAL = { width: 640, height: 452, narrow: 314 } as const;
/** Numbers of 14 are drawn at 12 at least, on a phone at 13. */
const MIN_SCALE = { across: 12 / 14, down: 13 / 14 } as const;

/** What can be read without much scrolling, a little more than the boxes of the page hold. */
const MOST = 650_000;

export const isLarge = ({ width, height }: Pick<Scene, 'width' | 'height'>): boolean => width * height > MOST;

/** Where everything is, for a network of any shape. */
export function layout(network: Network, orientation: Orientation): Scene {
  const inputs = Array.from({ length: network.layers[0] ?? 0 }, (_, i) => inputBlock(i + 1));
  const layers = network.layers
    .slice(1)
    .map((units, k) => Array.from({ length: units }, (_, j) => blockOf(network, k + 1, j + 1, orientation)));
  const groups = (orientation === 'across' ? columns : rows)([inputs, ...layers]);
  const all =
    (network.layers.at(-1) ?? 0) > 1 ? [...groups, totalBelow(network, groups, orientation)] : groups;
  const hull = hullOf(all.flatMap(boxesOf));
  const usual = orientation === 'across' ? USUAL.width : USUAL.narrow;
  const width = Math.max(usual, hull.width + 2 * MARGIN);
  return {
    x: hull.x - (width - hull.width) / 2,
    y: hull.y - MARGIN,
    width,
    height: hull.height + 2 * MARGIN,
    groups: all,
    arrows: arrowsOf(network, all, orientation),
    minScale: MIN_SCALE[orientation],
  };
}

function inputBlock(unit: number): Block {
  const frame = inputFrame(unit, { x: 0, y: 0 });
  return { group: { key: `0.${unit}`, layer: 0, unit, frames: [frame] }, hull: { x: 0, y: 0, ...INPUT } };
}

/** Layers from left to right, each spread over the same height, its units (not their losses) in the middle. */
function columns(layers: readonly (readonly Block[])[]): readonly Group[] {
  const heightOf = (blocks: readonly Block[]): number => Math.max(...blocks.map(({ hull }) => hull.height));
  const height = Math.max(
    USUAL.height,
    ...layers.map((blocks) => blocks.length * (heightOf(blocks) + APART) - APART),
  );
  const widths = layers.map((blocks) => Math.max(...blocks.map(({ hull }) => hull.width)));
  const free = USUAL.width - 2 * MARGIN - widths.reduce((sum, width) => sum + width, 0);
  const gap = Math.min(ARROWS.across.most, Math.max(ARROWS.across.least, free / (layers.length - 1)));
  let x = 0;
  return layers.flatMap((blocks, k) => {
    const slot = height / blocks.length;
    const middles = spread(blocks.length, 0, height);
    const groups = blocks.map(({ group, hull }, j) => {
      const unit = group.frames.find(({ kind }) => kind === 'unit' || kind === 'input')!;
      const wanted = middles[j]! - unit.height / 2 + hull.y;
      const least = j * slot;
      const top = Math.max(least, Math.min(wanted, least + slot - hull.height));
      return shiftedGroup(group, x - hull.x, top - hull.y);
    });
    x += widths[k]! + gap;
    return groups;
  });
}

/** Layers from top to bottom, each spread over the same width. */
function rows(layers: readonly (readonly Block[])[]): readonly Group[] {
  const widthOf = (blocks: readonly Block[]): number => Math.max(...blocks.map(({ hull }) => hull.width));
  const width = Math.max(
    USUAL.narrow - 2 * MARGIN,
    ...layers.map((blocks) => blocks.length * (widthOf(blocks) + APART) - APART),
  );
  let y = 0;
  return layers.flatMap((blocks) => {
    const lefts = spread(blocks.length, widthOf(blocks), width);
    const groups = blocks.map(({ group, hull }, j) => shiftedGroup(group, lefts[j]! - hull.x, y - hull.y));
    y += Math.max(...blocks.map(({ hull }) => hull.height)) + ARROWS.down;
    return groups;
  });
}

/** E stands below the losses it is the sum of. */
function totalBelow(network: Network, groups: readonly Group[], orientation: Orientation): Group {
  const losses = hullOf(groups.flatMap(({ frames }) => frames.filter(({ kind }) => kind === 'loss')));
  const width = UNIT_WIDTH[orientation];
  const x = orientation === 'across' ? losses.x : (losses.x + endOf(losses) - width) / 2;
  return { key: 'total', frames: [totalFrame(network, width, { x, y: footOf(losses) + 12 })] };
}

const boxesOf = ({ frames, title }: Group): readonly Box[] => [
  ...frames,
  ...frames.flatMap(({ cells }) => cells),
  ...(title ? [{ x: title.x, y: title.y - 8, width: 0, height: 8 }] : []),
];
