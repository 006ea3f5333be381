import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOf, footOf, hullOf, overlap, type Box } from '../../../src/app/diagram/geometry.ts';
import { large } from '../../../src/app/diagram/large.ts';
import { isLarge, layout } from '../../../src/app/diagram/layout.ts';
import { linesOf } from '../../../src/app/diagram/miniature.ts';
import { cellsOf, type Scene } from '../../../src/app/diagram/scene.ts';
import { quantitiesOf } from '../../../src/core/expressions/expr.ts';
import { tapeOf } from '../../../src/core/network/tape.ts';
import { weightsOf } from '../../../src/core/network/shape.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { map as words } from '../../../src/tutor/messages/en/map.ts';
import { activation } from '../../../src/core/quantity.ts';
import { PRESETS, network } from './networks.ts';

const ORIENTATIONS = ['across', 'down'] as const;
const CROWDED = [
  { name: '8-8-8-4', shape: network([8, 8, 8, 4]) },
  { name: '4-10-10-3', shape: network([4, 10, 10, 3], { bias: true }) },
  { name: '6-6', shape: network([6, 6], { activations: ['softmax'] }) },
];

const framesOf = ({ groups }: Scene): readonly Box[] => groups.flatMap(({ frames }) => frames);
const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && endOf(inner) <= endOf(outer) && footOf(inner) <= footOf(outer);

test('only networks that do not fit are shown in part', () => {
  for (const { name, shape } of PRESETS)
    for (const way of ORIENTATIONS) expect(isLarge(layout(shape, way)), `${name} ${way}`).toBe(false);
  for (const { name, shape } of CROWDED)
    for (const way of ORIENTATIONS) expect(isLarge(layout(shape, way)), `${name} ${way}`).toBe(true);
});

describe.each(ORIENTATIONS)('%s', (orientation) => {
  test.each(CROWDED)(
    '$name: at every step all that the step takes is there in full, in a size that can be read',
    ({ shape }) => {
      for (const { id, formula } of tapeOf(shape, 'half-squared-error')) {
        const scene = large(shape, id, orientation);
        const shown = cellsOf(scene).map((cell) => cell.id);
        const needed = quantitiesOf(formula).filter(({ kind }) => kind !== 'learningRate');
        expect(shown, id).toEqual(expect.arrayContaining([id, ...needed.map(idOf)]));
        // On a screen without scrolling, on a phone without scrolling sideways.
        const scale =
          orientation === 'across' ? Math.min(646 / scene.width, 540 / scene.height) : 332 / scene.width;
        expect(scale, id).toBeGreaterThanOrEqual(scene.minScale);
      }
    },
  );

  test('every unit is a dot beside what is shown in full, and every arrow shown is a line', () => {
    const layers = fc
      .array(fc.integer({ min: 1, max: 14 }), { minLength: 2, maxLength: 6 })
      .filter((sizes) => sizes.reduce((sum, units) => sum + units) > 12);
    fc.assert(
      fc.property(layers, fc.boolean(), fc.nat(), (sizes, bias, pick) => {
        const shape = network(sizes, { bias });
        const steps = tapeOf(shape, 'half-squared-error');
        const asked = [...steps.map(({ id }) => id), undefined][pick % (steps.length + 1)];
        const scene = large(shape, asked, orientation);
        const { map } = scene;
        if (map === undefined) throw new Error('no map');
        expect(map.layers.map((dots) => dots.length)).toEqual(sizes);
        const all = hullOf(framesOf(scene));
        const dots = map.layers.flat().map(({ x, y }) => ({ x: x - map.radius, y: y - map.radius }));
        const discs = dots.map((at) => ({ ...at, width: 2 * map.radius, height: 2 * map.radius }));
        discs.forEach((disc, i) => {
          expect(within(disc, scene)).toBe(true);
          expect(overlap(disc, all)).toBe(false);
          expect(discs.slice(i + 1).some((other) => overlap(disc, other))).toBe(false);
        });
        for (const frame of framesOf(scene)) expect(within(frame, scene)).toBe(true);
        expect(linesOf(map).match(/M/g)).toHaveLength(
          weightsOf(shape).filter(({ kind }) => kind === 'weight').length,
        );
        if (asked !== undefined && !/^E$/.test(asked)) expect([...map.units]).toContain(map.askedUnit);
      }),
      { numRuns: 40 },
    );
  });

  test('a unit that is looked at is shown with its values and all that comes into it, until the next step', () => {
    const shape = network([8, 8, 8, 4], { bias: true });
    const look = { asked: 'z[1][1]', layer: 2, unit: 3 };
    const shown = cellsOf(large(shape, 'z[1][1]', orientation, look)).map(({ id }) => id);
    expect(shown).toEqual(
      expect.arrayContaining(['z[2][3]', 'a[2][3]', 'dE/dz[2][3]', 'w[2][8][3]', 'a[1][8]', 'b[2][3]']),
    );
    expect(new Set(shown).size).toBe(shown.length);
    expect(large(shape, 'z[1][1]', orientation, look).map?.askedUnit).toBe('1.1');
    expect(large(shape, 'a[1][1]', orientation, look)).toEqual(large(shape, 'a[1][1]', orientation));
    const input = cellsOf(large(shape, 'z[1][1]', orientation, { ...look, layer: 0 })).map(({ id }) => id);
    expect(input).toEqual(expect.arrayContaining(['a[0][3]', 'w[1][3][8]']));
  });
});

test('a dot says which unit it is, what is known of it, and why it stands out', () => {
  const shape = network([8, 8, 8, 4]);
  expect(words.unit(shape, 1, 3, [[activation(1, 3), '0.5374']], true, true)).toBe(
    'unit 3 of hidden layer 1: a = 0.5374; it is asked about',
  );
  expect(words.unit(shape, 3, 2, [], false, false)).toBe('output 2: nothing known yet');
});
