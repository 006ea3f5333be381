import { shortName } from '../../core/expressions/names.ts';
import { activation, gradient, idOf, weight, type Parameter, type Quantity } from '../../core/quantity.ts';
import { endOf, type Point } from './geometry.ts';
import { LANE, ROW } from './parts.ts';
import { across } from './paths.ts';
import { cell, type Arrow, type Frame, type Group } from './scene.ts';

/** What the lens shows. */
export type Detail = { readonly groups: readonly Group[]; readonly arrows: readonly Arrow[] };

export const WIDTH = 300;
/** Left edges and widths of its three columns. */
export const LEFT = { x: 2, width: 86 } as const;
const TAG = { x: 124, width: 80 } as const;
export const RIGHT = { x: 211, width: 87 } as const;
/** Of two values side by side, left of a third. */
export const WAY_WIDTH = 176;
/** From one box to the next below it. */
export const PITCH = 43;

/** A box of named values, one below the other. */
export function stack(
  quantities: readonly Quantity[],
  { x, width }: { x: number; width: number },
  y: number,
): Frame {
  const height = quantities.length * LANE;
  return {
    x,
    y,
    width,
    height,
    kind: 'plain',
    cells: quantities.map((quantity, row) =>
      cell(quantity, 'stacked', shortName(quantity), { x, y: y + row * LANE, width, height: LANE }),
    ),
  };
}

/** A box of named values, side by side. */
export function table(
  quantities: readonly Quantity[],
  { x, width }: { x: number; width: number },
  y: number,
): Frame {
  const column = width / quantities.length;
  return {
    x,
    y,
    width,
    height: LANE,
    kind: 'plain',
    cells: quantities.map((quantity, i) =>
      cell(quantity, 'stacked', shortName(quantity), {
        x: x + i * column,
        y,
        width: column,
        height: LANE,
      }),
    ),
  };
}

/** A parameter, and its slope where that is the question. */
export function tag(parameter: Parameter, withSlope: boolean, y: number): Frame {
  const quantities = withSlope ? [parameter, gradient(parameter)] : [parameter];
  const { x, width } = TAG;
  return {
    x,
    y,
    width,
    height: quantities.length * ROW,
    kind: parameter.kind,
    cells: quantities.map((quantity, row) =>
      cell(quantity, 'stacked', shortName(quantity), { x, y: y + row * ROW, width, height: ROW }),
    ),
  };
}

export const groupOf = (layer: number, unit: number, frames: readonly Frame[]): Group => ({
  key: `${layer}.${unit}`,
  layer,
  unit,
  frames,
});

/** From the tag of a parameter on to the unit that it belongs to. */
export function link(tagged: Frame, body: Frame): Arrow {
  const [x, y] = [(endOf(tagged) + body.x) / 2, tagged.y + ROW / 2];
  return {
    id: `on:${tagged.cells[0]!.id}`,
    forward: { path: `M${endOf(tagged)} ${y}H${x}V${body.y + LANE / 2}H${body.x}`, head: '' },
  };
}

/** From the box of a unit to the tag of a weight, and back to the row of its slope where the box has one. */
export function arrow(layer: number, from: number, to: number, tail: Frame, head: Frame): Arrow {
  const y = (quantity: Quantity): number | undefined => {
    const row = tail.cells.find(({ id }) => id === idOf(quantity));
    return row && row.y + LANE / 2;
  };
  const out = activation(layer - 1, from);
  const start: Point = { x: endOf(tail), y: y(out) ?? tail.y };
  const end: Point = { x: head.x, y: head.y + ROW / 2 };
  const back = y(gradient(out));
  return {
    id: idOf(weight(layer, from, to)),
    forward: across(start, end),
    ...(back === undefined ? {} : { backward: across({ x: end.x, y: end.y + 8 }, { x: start.x, y: back }) }),
  };
}
