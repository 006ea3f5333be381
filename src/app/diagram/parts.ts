import { bareName, shortName } from '../../core/expressions/names.ts';
import { isCoupled, slopeQuantity, unitsMovedBy } from '../../core/network/coupling.ts';
import type { Network } from '../../core/network/exercise.ts';
import {
  activation,
  gradient,
  loss,
  preActivation,
  target,
  unitLoss,
  updated,
  type Parameter,
} from '../../core/quantity.ts';
import { activationSymbol } from '../../core/network/activations.ts';
import type { Point } from './geometry.ts';
import { cell, type Frame } from './scene.ts';

/** Of a row of a tag, and of a lane of a unit: a caption and a number. */
export const ROW = 32;
export const LANE = 36;
/** Between the two columns of a unit: an arrow leads from one number to the other. */
const GUTTER = 14;
const PILL = { width: 134, height: 24 } as const;
/** From a unit's top to the foot of its slopes: one, or where units are coupled one for each of them. */
export const unitFoot = (network: Network, layer: number): number =>
  2 * LANE + unitsMovedBy(network, layer, 1).length * PILL.height;
export const INPUT = { width: 64, height: 36 } as const;
const LOSS_HEIGHT = { large: 138, small: 72 } as const;

/** What a layer's units do with z, in as few letters as a unit has room for. */
function symbolOf({ activations }: Network, layer: number): string {
  const name = activations[layer - 1];
  return name === undefined ? '' : name === 'linear' ? '=' : activationSymbol(name);
}

export function inputFrame(unit: number, { x, y }: Point): Frame {
  const quantity = activation(0, unit);
  const box = { x, y, ...INPUT };
  return { ...box, kind: 'input', cells: [cell(quantity, 'stacked', shortName(quantity), box)] };
}

/** Two lanes: z and a above, below them the slopes of E; between those, on the lower edge, ∂a/∂z of every a it moves. */
export function unitFrame(network: Network, layer: number, unit: number, width: number): Frame {
  const [z, a] = [preActivation(layer, unit), activation(layer, unit)];
  const half = width / 2;
  const own = half - GUTTER / 2;
  const at = (column: number, row: number) => ({
    x: column * (half + GUTTER / 2),
    y: row * LANE,
    width: own,
    height: LANE,
  });
  const slopes = unitsMovedBy(network, layer, unit).map((j, row) => {
    const slope = slopeQuantity(network, layer, j, unit);
    return cell(slope, 'pill', isCoupled(network, layer) ? bareName(slope) : '◂ ×', {
      ...{ x: half - PILL.width / 2, y: 2 * LANE + row * PILL.height },
      ...PILL,
    });
  });
  return {
    kind: 'unit',
    x: 0,
    y: 0,
    width,
    height: 2 * LANE,
    symbol: symbolOf(network, layer),
    cells: [
      cell(z, 'stacked', bareName(z), at(0, 0)),
      cell(a, 'stacked', bareName(a), at(1, 0)),
      cell(gradient(a), 'stacked', bareName(gradient(a)), at(1, 1)),
      ...slopes,
      cell(gradient(z), 'stacked', bareName(gradient(z)), at(0, 1)),
    ],
  };
}

/** A parameter, its slope below it, and below that a row that is drawn only in the update. */
export function parameterFrame(parameter: Parameter, isTrained: boolean, width: number, at: Point): Frame {
  const quantities = isTrained ? [parameter, gradient(parameter), updated(parameter)] : [parameter];
  return {
    ...at,
    kind: parameter.kind,
    width,
    height: quantities.length * ROW,
    cells: quantities.map((quantity, row) =>
      cell(quantity, 'stacked', (row === 0 ? shortName : bareName)(quantity), {
        x: at.x,
        y: at.y + row * ROW,
        width,
        height: ROW,
      }),
    ),
  };
}

/** Its axis with the triangle on it, the target and the loss: below each other, or where there are several, beside. */
export function lossFrame({ layers }: Network, unit: number, width: number, { x, y }: Point): Frame {
  const isOnly = layers.at(-1) === 1;
  const height = isOnly ? LOSS_HEIGHT.large : LOSS_HEIGHT.small;
  const [t, e] = [target(unit), isOnly ? loss : unitLoss(unit)];
  const half = { width: width / 2, height: LANE };
  const left = width - 80;
  const places = isOnly
    ? [
        { x, y: y + height - LANE, ...half },
        { x: x + width / 2, y: y + height - LANE, ...half },
      ]
    : [
        { x: x + left, y, width: 80, height: LANE },
        { x: x + left, y: y + LANE, width: 80, height: LANE },
      ];
  return {
    x,
    y,
    width,
    height,
    kind: 'loss',
    axis: isOnly
      ? { unit, x: x + 12, y: y + 8, width: width - 24, height: height - LANE - 28 }
      : { unit, x: x + 9, y: y + 7, width: left - 12, height: height - 26 },
    cells: [cell(t, 'stacked', shortName(t), places[0]!), cell(e, 'stacked', shortName(e), places[1]!)],
  };
}

/** E, where it is a sum over several outputs. */
export function totalFrame({ layers }: Network, width: number, at: Point): Frame {
  const box = { ...at, width, height: LANE };
  const outputs = layers.at(-1) ?? 0;
  const terms = Array.from({ length: outputs }, (_, j) => shortName(unitLoss(j + 1)));
  const sum = outputs > 4 ? `${terms[0]!} + … + ${terms.at(-1)!}` : terms.join(' + ');
  return { ...box, kind: 'total', cells: [cell(loss, 'stacked', `E = ${sum}`, box)] };
}
