import { describe, expect, test } from 'vitest';
import { faceOf } from '../../../src/app/diagram/cell-face.ts';
import { missingOf } from '../../../src/app/diagram/description.ts';
import { endOf } from '../../../src/app/diagram/geometry.ts';
import { layout } from '../../../src/app/diagram/layout.ts';
import { cellsOf } from '../../../src/app/diagram/scene.ts';
import { textWidth } from '../../../src/app/diagram/text-width.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { network } from './networks.ts';

const cells = cellsOf(layout(network([2, 2, 1]), 'down'));
const STATES = [
  { state: 'empty', text: undefined, isAsked: false, isNamed: false },
  { state: 'known', text: '0.2496', isAsked: false, isNamed: false },
  { state: 'known, long', text: '0.0001234', isAsked: false, isNamed: false },
  { state: 'asked', text: undefined, isAsked: true, isNamed: true },
  { state: 'in the formula', text: '0.2496', isAsked: false, isNamed: true },
  { state: 'in the formula, long', text: '0.003257', isAsked: false, isNamed: true },
];

describe.each(STATES)('a cell that is $state', ({ text, isAsked, isNamed }) => {
  test.each(cells)('$id keeps its number and its name within its width, apart', (cell) => {
    const { face, caption, captionAt, numberAt, size } = faceOf(cell, text, isAsked, isNamed);
    expect(face.x).toBeGreaterThanOrEqual(cell.x);
    expect(endOf(face)).toBeLessThanOrEqual(endOf(cell));
    const number = isAsked ? 9 : text === undefined ? 36 : textWidth(text, size);
    const name = textWidth(caption, 11);
    expect(numberAt.x - number / 2).toBeGreaterThanOrEqual(cell.x);
    expect(numberAt.x + number / 2).toBeLessThanOrEqual(endOf(cell));
    // A name on an edge may reach to the corners, not beyond.
    expect(name).toBeLessThanOrEqual(cell.width);
    if (cell.form === 'pill') {
      expect(captionAt.x + name / 2).toBeLessThan(numberAt.x - number / 2);
    } else {
      expect(numberAt.y - captionAt.y).toBeGreaterThanOrEqual(12);
    }
  });
});

test('a listener is told what is asked for and what is missing', () => {
  const labels = {
    askedLabel: (quantity: Parameters<typeof idOf>[0]) => `asked: ${idOf(quantity)}`,
    unknownLabel: (quantities: readonly Parameters<typeof idOf>[0][]) =>
      `missing: ${quantities.map(idOf).join(' ')}`,
  };
  const some = cells.filter(({ id }) => ['z[1][1]', 'a[1][1]', 'dE/dz[1][1]'].includes(id));
  const isKnown = (id: string): boolean => id === 'z[1][1]';
  expect(missingOf(some, isKnown, 'a[1][1]', labels)).toBe('asked: a[1][1]; missing: dE/dz[1][1]');
  expect(missingOf(some, () => true, undefined, labels)).toBe('');
});
