import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headAt, netOf, NUMBER } from '../../../src/app/ideas/net.ts';
import { network } from '../diagram/networks.ts';
import { networks } from '../support/networks.ts';

const nets = fc
  .tuple(networks({ maxUnits: 5, maxHidden: 2 }), fc.integer({ min: 250, max: 700 }))
  .map(([network, width]) => ({ network, net: netOf(network, width) }));

test('every unit is inside the picture, and no two touch', () => {
  fc.assert(
    fc.property(nets, ({ net: { dots, radius, width, height, loss } }) => {
      for (const { x, y } of dots) {
        expect(x - radius).toBeGreaterThanOrEqual(0);
        expect(x + radius).toBeLessThanOrEqual(width);
        expect(y - radius).toBeGreaterThanOrEqual(0);
        expect(y + radius).toBeLessThanOrEqual(height);
      }
      for (const [i, one] of dots.entries()) {
        for (const other of dots.slice(i + 1)) {
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(2 * radius);
        }
      }
      expect(loss.x + loss.width).toBeLessThanOrEqual(width);
      expect(loss.y + loss.height).toBeLessThanOrEqual(height);
    }),
  );
});

test('there is one arrow for every weight and every output, each with its number between its ends', () => {
  fc.assert(
    fc.property(nets, ({ network: { layers }, net: { arrows } }) => {
      const weights = layers.slice(1).reduce((sum, units, k) => sum + units * layers[k]!, 0);
      expect(new Set(arrows.map(({ id }) => id)).size).toBe(weights + layers.at(-1)!);
      for (const { from, to, label } of arrows) {
        const length = Math.hypot(to.x - from.x, to.y - from.y);
        const parts = [from, to].map(({ x, y }) => Math.hypot(label.x - x, label.y - y));
        expect(parts[0]! + parts[1]!).toBeCloseTo(length, 6);
      }
    }),
  );
});

test('the head of an arrow has its point where the arrow ends', () => {
  expect(headAt({ x: 0, y: 0 }, { x: 100, y: 0 })).toBe('M100.0 0.0L90.0 5.5L90.0 -5.5z');
});

test('where every arrow shows its number, none stands on another', () => {
  const small = fc
    .tuple(networks({ maxUnits: 4, maxHidden: 2 }), fc.integer({ min: 320, max: 700 }))
    .map(([network, width]) => netOf(network, width))
    .filter(({ isRoomy }) => isRoomy);
  fc.assert(
    fc.property(small, ({ arrows }) => {
      const numbered = arrows.filter(({ id }) => id.startsWith('w'));
      for (const [i, { label: one }] of numbered.entries()) {
        for (const { label: other } of numbered.slice(i + 1)) {
          const isApart =
            Math.abs(one.x - other.x) >= NUMBER.width || Math.abs(one.y - other.y) >= NUMBER.height;
          expect(isApart).toBe(true);
        }
      }
    }),
  );
});

test.each([320, 620])('where arrows of two units cross no number stands, at %i px', (width) => {
  const { arrows } = netOf(network([2, 2, 2]), width);
  const at = (from: number, to: number) => arrows.find(({ id }) => id === `w[1][${from}][${to}]`)!;
  const [one, other] = [at(1, 2), at(2, 1)];
  const crossing = { x: (one.from.x + one.to.x) / 2, y: (one.from.y + one.to.y) / 2 };
  for (const { label } of [one, other]) {
    const covers =
      Math.abs(label.x - crossing.x) < NUMBER.width / 2 && Math.abs(label.y - crossing.y) < NUMBER.height / 2;
    expect(covers).toBe(false);
  }
});

test.each([320, 340, 620])('two units on two show all numbers at %i px', (width) => {
  expect(netOf(network([2, 2, 1]), width).isRoomy).toBe(true);
});
