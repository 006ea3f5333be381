import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOf, footOf, overlap } from '../../../src/app/diagram/geometry.ts';
import { lens } from '../../../src/app/diagram/lens.ts';
import { cellsOf } from '../../../src/app/diagram/scene.ts';
import { quantitiesOf } from '../../../src/core/expressions/expr.ts';
import type { Network } from '../../../src/core/network/exercise.ts';
import { tapeOf, type Step } from '../../../src/core/network/tape.ts';
import { betweenOf, mergedStep } from '../../../src/tutor/merging.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { PRESETS, networks } from './networks.ts';

test('holds the asked value and everything in its formula but the learning rate', () => {
  fc.assert(
    fc.property(networks(4), (network) => {
      for (const { id, formula } of tapeOf(network, 'half-squared-error')) {
        const shown = cellsOf(lens(network, id)).map((cell) => cell.id);
        const needed = quantitiesOf(formula).filter(({ kind }) => kind !== 'learningRate');
        expect(shown, id).toEqual(expect.arrayContaining([id, ...needed.map(idOf)]));
        expect(new Set(shown).size, id).toBe(shown.length);
      }
    }),
    { numRuns: 25 },
  );
});

/** The steps that are asked at once with those that go into them, with the formulas of these. */
const mergedSteps = (network: Network): readonly Step[] => {
  const steps = tapeOf(network, 'half-squared-error');
  return steps.flatMap((step) => {
    const between = betweenOf({ steps }, step);
    return between.length === 0 ? [] : [mergedStep(step, between)];
  });
};

test('of a step asked at once with others it holds what goes into those', () => {
  fc.assert(
    fc.property(networks(4), (network) => {
      for (const { id, formula } of mergedSteps(network)) {
        const shown = cellsOf(lens(network, id, true)).map((cell) => cell.id);
        expect(shown, id).toEqual(expect.arrayContaining([id, ...quantitiesOf(formula).map(idOf)]));
        expect(new Set(shown).size, id).toBe(shown.length);
      }
    }),
    { numRuns: 25 },
  );
});

test.each([false, true])('boxes do not overlap and are in the picture, at once: %s', (isAtOnce) => {
  fc.assert(
    fc.property(networks(4), (network) => {
      for (const { id } of tapeOf(network, 'half-squared-error')) {
        const scene = lens(network, id, isAtOnce);
        const frames = scene.groups.flatMap((group) => group.frames);
        for (const [i, one] of frames.entries()) {
          for (const other of frames.slice(i + 1)) expect(overlap(one, other), id).toBe(false);
          const isInside =
            one.x >= scene.x &&
            one.y >= scene.y &&
            endOf(one) <= endOf(scene) &&
            footOf(one) <= footOf(scene);
          expect(isInside, id).toBe(true);
        }
      }
    }),
    { numRuns: 25 },
  );
});

test('from each parameter that is shown beside its unit a line leads on to it', () => {
  fc.assert(
    fc.property(networks(4), (network) => {
      for (const { id, rule } of tapeOf(network, 'half-squared-error')) {
        if (rule !== 'weightedSum') continue;
        const { groups, arrows } = lens(network, id);
        const frames = groups.flatMap((group) => group.frames);
        const body = frames.find(({ cells }) => cells.some((cell) => cell.id === id))!;
        for (const tag of frames.filter(({ kind }) => kind === 'weight' || kind === 'bias')) {
          const line = arrows.find((arrow) => arrow.id === `on:${tag.cells[0]!.id}`)!;
          expect(line.forward.path.startsWith(`M${endOf(tag)} `), id).toBe(true);
          expect(line.forward.path.endsWith(`H${body.x}`), id).toBe(true);
        }
      }
    }),
    { numRuns: 10 },
  );
});

describe.each(PRESETS)('$name', ({ shape }) => {
  test.each(tapeOf(shape, 'half-squared-error'))('$id fits above the keyboard of a phone', ({ id }) => {
    const { width, height, minScale } = lens(shape, id);
    for (const phone of [292, 332, 362]) {
      expect(Math.min(phone / width, 176 / height)).toBeGreaterThanOrEqual(minScale);
    }
  });
});
