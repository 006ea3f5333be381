import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point } from '../../../src/app/diagram/geometry.ts';
import { lossPicture } from '../../../src/app/diagram/loss-scale.ts';
import { across, down } from '../../../src/app/diagram/paths.ts';
import { isMove, placeAfter } from '../../../src/app/diagram/roving.ts';
import { fittedSize, textWidth } from '../../../src/app/diagram/text-width.ts';
import { shown } from '../../../src/core/expressions/digits.ts';

describe('the picture of the loss', () => {
  const box = { x: 10, y: 20, width: 128, height: 72 };
  const value = fc.double({ min: -5, max: 5, noNaN: true });

  test('has legs |a − t| on the scale of its line, inside its box', () => {
    fc.assert(
      fc.property(value, value, (t, a) => {
        const { low, high, from, to, area } = lossPicture([0, 1], t, a, box, 'triangle');
        const perUnit = (to.x - from.x) / (high - low);
        const [target, prediction, top] = area as readonly [Point, Point, Point];
        expect(Math.abs(prediction.x - target.x)).toBeCloseTo(Math.abs(a - t) * perUnit, 6);
        expect(prediction.y - top.y).toBeCloseTo(Math.abs(a - t) * perUnit, 6);
        expect(top.y).toBeGreaterThanOrEqual(box.y - 1e-9);
        for (const { x } of [target, prediction]) {
          expect(x).toBeGreaterThanOrEqual(box.x - 1e-9);
          expect(x).toBeLessThanOrEqual(box.x + box.width + 1e-9);
        }
      }),
    );
  });

  test('is the range of the activation, widened where a value lies outside', () => {
    expect(lossPicture([0, 1], 0.2, 0.5, box)).toMatchObject({ low: 0, high: 1 });
    expect(lossPicture([-1, 1], 0.9, 3.4, box)).toMatchObject({ low: -1, high: 4 });
  });

  test('is a line with the target before the prediction is known', () => {
    const picture = lossPicture([0, 1], 0.2, undefined, box, 'triangle');
    expect(picture.prediction).toBeUndefined();
    expect(picture.area).toBeUndefined();
    expect(picture.target?.x).toBeCloseTo(10 + 0.2 * 128);
  });
});

describe('numbers', () => {
  // Advance widths of DejaVu Sans, measured in Chromium, in em.
  test.each([
    ['−0.002799', 5.609],
    ['−0.0001234', 6.246],
    ['−1.234·10⁻⁵', 6.22],
    ['∂E/∂w₁₁⁽²⁾', 4.515],
    ['∂a₁⁽¹⁾/∂z₁⁽¹⁾', 5.095],
    ['∂E/∂a₁⁽¹⁾', 3.909],
  ])('%s is not wider than thought', (text, width) => {
    expect(textWidth(text, 1)).toBeGreaterThanOrEqual(width);
    expect(textWidth(text, 1)).toBeLessThan(width * 1.05);
  });

  test('fit the narrowest cell in every form they take', () => {
    const exponent = fc.double({ min: -9, max: 6, noNaN: true });
    fc.assert(
      fc.property(exponent, fc.boolean(), (power, isNegative) => {
        const text = shown((isNegative ? -1 : 1) * 10 ** power);
        const size = fittedSize(text, 65);
        expect(size).toBeLessThanOrEqual(14);
        expect(textWidth(text, size)).toBeLessThanOrEqual(70);
      }),
    );
  });

  test('of up to seven characters are never shrunk', () => {
    expect(fittedSize('−0.5150', 65)).toBe(14);
    expect(fittedSize('0.07995', 65)).toBe(14);
  });
});

describe('arrow keys', () => {
  const at = (id: string, x: number, y: number) => ({ id, x, y, width: 40, height: 24 });
  const places = [at('nw', 0, 0), at('ne', 100, 4), at('sw', 0, 100), at('se', 100, 104)];

  test.each([
    ['ArrowRight', 'nw', 'ne'],
    ['ArrowDown', 'nw', 'sw'],
    ['ArrowUp', 'se', 'ne'],
    ['ArrowLeft', 'se', 'sw'],
    ['Home', 'se', 'nw'],
    ['End', 'nw', 'se'],
    ['ArrowUp', 'nw', undefined],
  ] as const)('%s leads from %s to %s', (key, from, to) => {
    expect(placeAfter(key, places, from)).toBe(to);
  });

  test('other keys do not move', () => {
    expect(isMove('ArrowLeft')).toBe(true);
    expect(isMove('Enter')).toBe(false);
  });
});

test('lines end short of what they point at, by the length of their head', () => {
  expect(across({ x: 0, y: 0 }, { x: 57, y: 20 })).toEqual({
    path: 'M0 0C25 0 25 20 50 20',
    head: 'M57 20l-9 -5v10z',
  });
  expect(down({ x: 0, y: 57 }, { x: 20, y: 0 }).head).toBe('M20 0l-5 9h10z');
});
