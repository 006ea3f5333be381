import type { Network } from '../../core/network/exercise.ts';
import { weightsOf } from '../../core/network/shape.ts';
import { idOf } from '../../core/quantity.ts';
import type { Orientation } from './blocks.ts';
import { lossArrow } from './flow.ts';
import { centreOf, endOf, footOf } from './geometry.ts';
import { LANE, ROW } from './parts.ts';
import { across, down } from './paths.ts';
import type { Arrow, Frame, Group } from './scene.ts';

/** Between the lines of one arrow, where both run side by side. */
const APART = 10;
/** How far from a tag's corner an arrow from above meets it. */
const DOCK = 10;
/** How far a unit's slopes hang below it: arrows pass beside them. */
const slopesBelow = (unit: Frame): number =>
  Math.max(0, ...unit.cells.filter(({ form }) => form === 'pill').map((pill) => footOf(pill) - footOf(unit)));

/** All arrows of a network whose boxes are laid out. */
export function arrowsOf(
  network: Network,
  groups: readonly Group[],
  orientation: Orientation,
): readonly Arrow[] {
  const body = (layer: number, unit: number): Frame => {
    const group = groups.find((one) => one.layer === layer && one.unit === unit);
    return group!.frames.find(({ kind }) => kind === 'unit' || kind === 'input')!;
  };
  const tags = new Map(
    groups.flatMap(({ frames }) => frames.map((frame) => [frame.cells[0]?.id, frame] as const)),
  );
  const join = orientation === 'across' ? joinAcross : joinDown;
  const weights = weightsOf(network).flatMap((parameter) =>
    parameter.kind === 'weight'
      ? [join(idOf(parameter), body(parameter.layer - 1, parameter.from), tags.get(idOf(parameter))!)]
      : [],
  );
  const losses = groups.flatMap(({ frames }) => {
    const loss = frames.find(({ kind }) => kind === 'loss');
    const unit = frames.find(({ kind }) => kind === 'unit');
    return loss?.axis && unit ? [joinLoss(lossArrow(network, loss.axis.unit), unit, loss)] : [];
  });
  return [...weights, ...losses];
}

/** The lane of a unit or input that numbers leave by: the upper one, and the lower one that they return to. */
const laneOf = (frame: Frame): number => frame.y + (frame.kind === 'input' ? frame.height / 2 : LANE / 2);

function joinAcross(id: string, tail: Frame, tag: Frame): Arrow {
  const start = { x: endOf(tail), y: laneOf(tail) };
  const head = { x: tag.x, y: tag.y + ROW / 2 };
  return {
    id,
    forward: across(start, head),
    ...(tail.kind === 'unit'
      ? { backward: across({ x: tag.x, y: head.y + APART }, { x: start.x, y: start.y + LANE }) }
      : {}),
  };
}

function joinDown(id: string, tail: Frame, tag: Frame): Arrow {
  const isUnit = tail.kind === 'unit';
  const slopes = slopesBelow(tail);
  const start = { x: isUnit ? endOf(tail) - 8 - APART : centreOf(tail).x, y: footOf(tail) };
  const head = { x: tag.x + DOCK, y: tag.y };
  return {
    id,
    forward: down(start, head, isUnit ? { first: slopes } : {}),
    ...(isUnit
      ? {
          backward: down(
            { x: head.x + DOCK - 2, y: tag.y },
            { x: start.x + APART, y: start.y },
            { last: slopes },
          ),
        }
      : {}),
  };
}

function joinLoss(id: string, unit: Frame, loss: Frame): Arrow {
  if (loss.x >= endOf(unit)) {
    const [from, to] = [endOf(unit), loss.x];
    const y = laneOf(unit);
    return {
      id,
      forward: across({ x: from, y }, { x: to, y }),
      backward: across({ x: to, y: y + LANE }, { x: from, y: y + LANE }),
    };
  }
  const x = endOf(unit) - 8;
  const [from, to] = [footOf(unit), loss.y];
  return {
    id,
    forward: down({ x: x - APART, y: from }, { x: x - APART, y: to }),
    backward: down({ x, y: to }, { x, y: from }),
  };
}
