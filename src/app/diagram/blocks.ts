import type { Network } from '../../core/network/exercise.ts';
import { trainedParameters } from '../../core/network/shape.ts';
import { bias, idOf, weight, type Parameter } from '../../core/quantity.ts';
import { endOf, footOf, hullOf, type Box } from './geometry.ts';
import { LANE, ROW, lossFrame, parameterFrame, unitFoot, unitFrame } from './parts.ts';
import type { Frame, Group } from './scene.ts';

export type Orientation = 'across' | 'down';

/** A unit with its tags and, at an output, its loss, around its own origin: the unit's upper left corner. */
export type Block = { readonly group: Group; readonly hull: Box };

export const UNIT_WIDTH = { across: 158, down: 146 } as const;
const TAG = { across: 84, down: 70, gap: 5, dock: 8 } as const;
/** Between a unit and its loss there is room for an arrow. */
const LOSS_GAP = { below: 18, beside: 14 } as const;
const TITLE = 16;

export function blockOf(network: Network, layer: number, unit: number, orientation: Orientation): Block {
  const width = UNIT_WIDTH[orientation];
  const docked =
    orientation === 'across' ? tagsBeside(network, layer, unit) : tagsAbove(network, layer, unit);
  const isOutput = layer === network.layers.length - 1;
  const loss = isOutput ? [lossOf(network, unit, orientation, docked)] : [];
  const body = unitFrame(network, layer, unit, width);
  const tags = orientation === 'across' ? lowered(docked, loss[0]) : docked;
  const frames = [...tags, body, ...loss];
  const title = { x: width / 2, y: -9 };
  const boxes = [
    ...frames,
    ...frames.flatMap(({ cells }) => cells),
    { x: 0, y: -TITLE, width, height: TITLE },
    ...tags
      .filter(({ kind }) => kind === 'bias')
      .map(({ x, y }) => ({ x: x - STUB, y, width: STUB, height: ROW })),
  ];
  return { group: { key: `${layer}.${unit}`, layer, unit, title, frames }, hull: hullOf(boxes) };
}

/** Left of a bias tag stands the 1 that it is multiplied with. */
const STUB = 20;

/** Below its output; where there is room, beside it. */
function lossOf(network: Network, unit: number, orientation: Orientation, tags: readonly Frame[]): Frame {
  const width = UNIT_WIDTH[orientation];
  const foot = unitFoot(network, network.layers.length - 1);
  if (!isBeside(network, orientation, tags))
    return lossFrame(network, unit, width, { x: 0, y: foot + LOSS_GAP.below });
  const frame = lossFrame(network, unit, width, { x: width + LOSS_GAP.beside, y: 0 });
  return orientation === 'down' ? shifted(frame, 0, foot - frame.height) : frame;
}

/** Layers that run down leave room beside the only output; layers that run across, where there are few of them. */
const isBeside = ({ layers }: Network, orientation: Orientation, tags: readonly Frame[]): boolean =>
  orientation === 'down'
    ? layers.at(-1) === 1 && endOf(hullOf(tags)) <= UNIT_WIDTH.down
    : layers.length === 2 && layers.at(-1)! > 1;

export const parametersInto = (
  { layers, bias: hasBias }: Network,
  layer: number,
  unit: number,
): readonly Parameter[] => [
  ...Array.from({ length: layers[layer - 1] ?? 0 }, (_, i) => weight(layer, i + 1, unit)),
  ...(hasBias ? [bias(layer, unit)] : []),
];

const trainedIn = (network: Network): ((parameter: Parameter) => boolean) => {
  const ids = new Set(trainedParameters(network).map(idOf));
  return (parameter) => ids.has(idOf(parameter));
};

/** Stacked left of the unit, their first two rows in the middle of its height. */
function tagsBeside(network: Network, layer: number, unit: number): readonly Frame[] {
  const isTrained = trainedIn(network);
  const parameters = parametersInto(network, layer, unit);
  const x = -TAG.dock - TAG.across;
  const frames: Frame[] = [];
  for (const parameter of parameters) {
    const y = frames.length === 0 ? 0 : footOf(frames.at(-1)!) + TAG.gap;
    frames.push(parameterFrame(parameter, isTrained(parameter), TAG.across, { x, y }));
  }
  const last = frames.at(-1)!;
  const seen = footOf(last) - (last.cells.length > 1 ? ROW : 0);
  return frames.map((frame) => shifted(frame, 0, (2 * LANE - seen) / 2));
}

/** Tags that rise above their unit's name move down, as far as its loss reaches, so that the whole is less high. */
function lowered(tags: readonly Frame[], loss: Frame | undefined): readonly Frame[] {
  if (loss === undefined) return tags;
  const { y, height } = hullOf(tags);
  const dy = Math.max(0, Math.min(-TITLE - y, footOf(loss) - y - height));
  return tags.map((frame) => shifted(frame, 0, dy));
}

/** Weights side by side above the unit and its name; the bias between. */
function tagsAbove(network: Network, layer: number, unit: number): readonly Frame[] {
  const isTrained = trainedIn(network);
  const parameters = parametersInto(network, layer, unit);
  const weights = parameters.filter(({ kind }) => kind === 'weight');
  const biases = parameters.filter(({ kind }) => kind === 'bias');
  const span = weights.length * (TAG.down + TAG.gap) - TAG.gap;
  const centre = UNIT_WIDTH.down / 2;
  const biasFrames = biases.map((parameter) => {
    const frame = parameterFrame(parameter, isTrained(parameter), TAG.down, {
      x: centre - TAG.down / 2,
      y: 0,
    });
    return shifted(frame, STUB / 2, -TITLE - 4 - frame.height);
  });
  const foot = (biasFrames[0]?.y ?? -TITLE) - 4;
  return [
    ...weights.map((parameter, i) => {
      const frame = parameterFrame(parameter, true, TAG.down, {
        x: centre - span / 2 + i * (TAG.down + TAG.gap),
        y: 0,
      });
      return shifted(frame, 0, foot - frame.height);
    }),
    ...biasFrames,
  ];
}

const moved = <T extends Box>(box: T, dx: number, dy: number): T => ({
  ...box,
  x: box.x + dx,
  y: box.y + dy,
});

const shifted = (frame: Frame, dx: number, dy: number): Frame => ({
  ...moved(frame, dx, dy),
  cells: frame.cells.map((cell) => moved(cell, dx, dy)),
  ...(frame.axis ? { axis: moved(frame.axis, dx, dy) } : {}),
});

export const shiftedGroup = (group: Group, dx: number, dy: number): Group => ({
  ...group,
  ...(group.title ? { title: { x: group.title.x + dx, y: group.title.y + dy } } : {}),
  frames: group.frames.map((frame) => shifted(frame, dx, dy)),
});
