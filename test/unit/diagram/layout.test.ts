import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOf, footOf, overlap, type Box } from '../../../src/app/diagram/geometry.ts';
import { layout } from '../../../src/app/diagram/layout.ts';
import { cellsOf, type Scene } from '../../../src/app/diagram/scene.ts';
import { tapeOf } from '../../../src/core/network/tape.ts';
import { weightsOf, biasesOf } from '../../../src/core/network/shape.ts';
import { activation, idOf, target } from '../../../src/core/quantity.ts';
import { PRESETS, networks } from './networks.ts';

const ORIENTATIONS = ['across', 'down'] as const;

const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && endOf(inner) <= endOf(outer) && footOf(inner) <= footOf(outer);

const framesOf = ({ groups }: Scene) => groups.flatMap(({ frames }) => frames);

/** The place of a title: its text is centred there, and at most as wide as a unit. */
const titlesOf = ({ groups }: Scene): readonly Box[] =>
  groups.flatMap(({ title }) => (title ? [{ x: title.x - 65, y: title.y - 6, width: 130, height: 12 }] : []));

const clashes = (boxes: readonly Box[]): readonly (readonly [Box, Box])[] =>
  boxes.flatMap((one, i) =>
    boxes.slice(i + 1).flatMap((other) => (overlap(one, other) ? ([[one, other]] as const) : [])),
  );

const pointOf = (path: string): { x: number; y: number } => {
  const [x = NaN, y = NaN] = path.slice(1).split(/[ lC]/).map(Number);
  return { x, y };
};

describe.each(ORIENTATIONS)('%s', (orientation) => {
  test('boxes and titles never overlap, nor do cells', () => {
    fc.assert(
      fc.property(networks(), (network) => {
        const scene = layout(network, orientation);
        expect(clashes([...framesOf(scene), ...titlesOf(scene)])).toEqual([]);
        expect(clashes(cellsOf(scene))).toEqual([]);
        const slopes = cellsOf(scene).filter(({ form }) => form === 'pill');
        expect(clashes([...slopes, ...framesOf(scene)])).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('everything is in the picture, and a cell in its box', () => {
    fc.assert(
      fc.property(networks(), (network) => {
        const scene = layout(network, orientation);
        for (const frame of framesOf(scene)) {
          expect(within(frame, scene), frame.cells[0]?.id).toBe(true);
          for (const cell of frame.cells) {
            expect(within(cell, cell.form === 'pill' ? scene : frame), cell.id).toBe(true);
          }
        }
        for (const title of titlesOf(scene)) expect(within(title, scene)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('every arrow ends on the edge of its tag', () => {
    fc.assert(
      fc.property(networks(), (network) => {
        const scene = layout(network, orientation);
        expect(scene.arrows).toHaveLength(weightsOf(network).length + network.layers.at(-1)!);
        for (const { id, forward } of scene.arrows) {
          const frame = framesOf(scene).find(({ cells }) => cells.some((cell) => cell.id === id))!;
          const { x, y } = pointOf(forward.head);
          const edge = orientation === 'across' && frame.kind === 'weight' ? { x: frame.x } : { y: frame.y };
          const head = { ...frame, x: frame.x - 0.1, y: frame.y - 0.1, width: frame.width + 0.2 };
          expect(within({ x, y, width: 0, height: 0 }, head), id).toBe(true);
          if (frame.kind === 'weight') expect({ x, y }).toMatchObject(rounded(edge));
        }
      }),
      { numRuns: 30 },
    );
  });

  test('every number of a pass has one place, large enough to tap', () => {
    fc.assert(
      fc.property(networks(4), (network) => {
        const cells = cellsOf(layout(network, orientation));
        const given = [
          ...Array.from({ length: network.layers[0]! }, (_, i) => activation(0, i + 1)),
          ...weightsOf(network),
          ...biasesOf(network),
          ...Array.from({ length: network.layers.at(-1)! }, (_, j) => target(j + 1)),
        ];
        const ids = [...given.map(idOf), ...tapeOf(network, 'half-squared-error').map(({ id }) => id)];
        expect(cells.map(({ id }) => id).sort()).toEqual(ids.sort());
        for (const { id, width, height } of cells) {
          expect(Math.min(width, height), id).toBeGreaterThanOrEqual(24);
        }
      }),
      { numRuns: 30 },
    );
  });
});

const rounded = (point: object): object =>
  Object.fromEntries(Object.entries(point).map(([key, value]) => [key, Math.round(Number(value) * 10) / 10]));

test.each(PRESETS)('$name fits its box without scrolling, on a screen and on a phone', ({ shape }) => {
  const screen = layout(shape, 'across');
  expect(Math.min(646 / screen.width, 556 / screen.height)).toBeGreaterThanOrEqual(screen.minScale);
  const phone = layout(shape, 'down');
  expect(292 / phone.width).toBeGreaterThanOrEqual(phone.minScale);
});
