import type { Network } from '../../core/network/exercise.ts';
import { trainedParameters, upTo } from '../../core/network/shape.ts';
import {
  activation,
  coupledPartial,
  gradient,
  idOf,
  loss,
  preActivation,
  unitLoss,
  updated,
  weight,
  type Parameter,
  type Quantity,
} from '../../core/quantity.ts';
import { parametersInto } from './blocks.ts';
import { lossArrow } from './flow.ts';
import { endOf, footOf, hullOf } from './geometry.ts';
import {
  LEFT,
  PITCH,
  RIGHT,
  WAY_WIDTH,
  WIDTH,
  arrow,
  groupOf,
  link,
  stack,
  table,
  tag,
  type Detail,
} from './lens-parts.ts';
import { LANE, ROW, lossFrame, unitFoot, unitFrame } from './parts.ts';
import { across } from './paths.ts';
import type { Frame } from './scene.ts';

/**
 * Everything that comes into a unit; of one parameter also its slope.
 * @param shown of the unit itself
 */
export function incoming(
  network: Network,
  layer: number,
  unit: number,
  slopeOf?: Parameter,
  shown: readonly Quantity[] = [slopeOf ? gradient(preActivation(layer, unit)) : preActivation(layer, unit)],
): Detail {
  const parameters = parametersInto(network, layer, unit);
  let y = 6;
  const tags = parameters.map((parameter) => {
    const isAsked = slopeOf !== undefined && idOf(parameter) === idOf(slopeOf);
    const frame = tag(parameter, isAsked, y + 2);
    y += isAsked ? PITCH + ROW : parameter.kind === 'bias' ? ROW + 6 : PITCH;
    return frame;
  });
  const tails = parameters.flatMap((parameter, i) =>
    parameter.kind === 'weight' ? [stack([activation(layer - 1, parameter.from)], LEFT, tags[i]!.y - 2)] : [],
  );
  const { y: top, height } = hullOf([...tags, ...tails]);
  const body = stack(shown, RIGHT, top + (height - shown.length * LANE) / 2);
  return {
    groups: [
      ...tails.map((frame, i) => groupOf(layer - 1, i + 1, [frame])),
      groupOf(layer, unit, [...tags, body]),
    ],
    arrows: [
      ...tags.map((tagged) => link(tagged, body)),
      ...tails.map((tail, i) => arrow(layer, i + 1, unit, tail, tags[i]!)),
    ],
  };
}

/** Few enough that the arrows of other units are shown too, to choose from. */
const FEW = 4;

/**
 * Everything that leaves a unit, and what it leads to.
 * @param shown of the unit itself
 */
export function outgoing(
  { layers }: Network,
  layer: number,
  unit: number,
  shown: readonly Quantity[] = [activation(layer, unit), gradient(activation(layer, unit))],
): Detail {
  const [units, heads] = [upTo(layers[layer] ?? 0), upTo(layers[layer + 1] ?? 0)];
  const tails = units.length * heads.length <= FEW ? units : [unit];
  let y = 0;
  const left = tails.map((i) => {
    const frame = stack(i === unit ? shown : [activation(layer, i)], LEFT, y);
    y = footOf(frame) + 6;
    return { i, frame };
  });
  const pitch = Math.max(PITCH, tails.length * (ROW + 6));
  const tags = heads.flatMap((m, row) =>
    tails.map((i, k) => ({
      m,
      i,
      frame: tag(weight(layer + 1, i, m), false, 6 + row * pitch + k * (ROW + 6)),
    })),
  );
  const middle = (tails.length * (ROW + 6) - 6) / 2;
  const bodies = heads.map((m, row) =>
    stack([gradient(preActivation(layer + 1, m))], RIGHT, 6 + row * pitch + middle - LANE / 2),
  );
  return {
    groups: [
      ...left.map(({ i, frame }) => groupOf(layer, i, [frame])),
      ...heads.map((m, row) =>
        groupOf(layer + 1, m, [...tags.filter((one) => one.m === m).map(({ frame }) => frame), bodies[row]!]),
      ),
    ],
    arrows: [
      ...tags.map(({ m, frame }) => link(frame, bodies[m - 1]!)),
      ...tags.map(({ m, i, frame }) => arrow(layer + 1, i, m, left.find((one) => one.i === i)!.frame, frame)),
    ],
  };
}

/** A unit alone, both lanes. */
export const within = (network: Network, layer: number, unit: number): Detail => ({
  groups: [{ ...groupOf(layer, unit, [unitFrame(network, layer, unit, 190)]), title: { x: 95, y: -9 } }],
  arrows: [],
});

/** An output and its loss, side by side. */
export function atLoss(network: Network, unit: number): Detail {
  const layer = network.layers.length - 1;
  const body = unitFrame(network, layer, unit, 148);
  const at = { x: endOf(body) + 18, y: 0 };
  const free = lossFrame(network, unit, WIDTH - at.x - 4, at);
  const frame = lossFrame(network, unit, free.width, {
    ...at,
    y: Math.min(0, (unitFoot(network, layer) - free.height) / 2),
  });
  const y = LANE / 2;
  return {
    groups: [{ ...groupOf(layer, unit, [body, frame]), title: { x: body.width / 2, y: -9 } }],
    arrows: [
      {
        id: lossArrow(network, unit),
        forward: across({ x: endOf(body), y }, { x: at.x, y }),
        backward: across({ x: at.x, y: y + LANE }, { x: endOf(body), y: y + LANE }),
      },
    ],
  };
}

/** What a value of a coupled layer is worked out from, and the value itself. */
function gathered(layer: number, unit: number, from: readonly Frame[], asked: Quantity): Detail {
  const { y, height } = hullOf(from);
  const body = stack([asked], RIGHT, y + (height - LANE) / 2);
  return { groups: [groupOf(layer, unit, [...from, body])], arrows: [] };
}

/** e^z of a unit among those of its whole layer. */
export const share = ({ layers }: Network, layer: number, unit: number): Detail =>
  gathered(
    layer,
    unit,
    upTo(layers[layer] ?? 0).map((j, row) => stack([preActivation(layer, j)], LEFT, row * PITCH)),
    activation(layer, unit),
  );

/** How a of unit `of` moves with z of unit `wrt`, from both a. */
export const slopeBetween = (layer: number, of: number, wrt: number): Detail =>
  gathered(
    layer,
    wrt,
    [...new Set([of, wrt])].map((j, row) => stack([activation(layer, j)], LEFT, row * PITCH)),
    coupledPartial(layer, of, wrt),
  );

/** Every way from z of a coupled unit to E: two slopes each. */
export const waysOn = ({ layers }: Network, layer: number, unit: number): Detail =>
  gathered(
    layer,
    unit,
    upTo(layers[layer] ?? 0).map((j, row) =>
      table(
        [gradient(activation(layer, j)), coupledPartial(layer, j, unit)],
        { x: LEFT.x, width: WAY_WIDTH },
        row * PITCH,
      ),
    ),
    gradient(preActivation(layer, unit)),
  );

/** The losses of the outputs, and their sum. */
export function total({ layers }: Network): Detail {
  const parts = upTo(layers.at(-1) ?? 0).map((j, row) => stack([unitLoss(j)], LEFT, row * PITCH));
  const sum = stack([loss], RIGHT, ((parts.length - 1) * PITCH) / 2);
  return { groups: [{ key: 'loss', frames: [...parts, sum] }], arrows: [] };
}

/** The parameters of a unit as a table: now, slope, afterwards. */
export function updates(network: Network, layer: number, unit: number): Detail {
  const trained = new Set(trainedParameters(network).map(idOf));
  const rows = parametersInto(network, layer, unit).filter((parameter) => trained.has(idOf(parameter)));
  const frames = rows.map((parameter, row) =>
    table([parameter, gradient(parameter), updated(parameter)], { x: 3, width: WIDTH - 6 }, row * PITCH),
  );
  return { groups: [groupOf(layer, unit, frames)], arrows: [] };
}
