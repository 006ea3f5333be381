import { expect, test } from 'vitest';
import { flowOf, isOfArrow } from '../../../src/app/diagram/flow.ts';
import { quantitiesOf } from '../../../src/core/expressions/expr.ts';
import { tapeOf } from '../../../src/core/network/tape.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { network } from './networks.ts';

const MAZUR = network([2, 2, 2], { bias: true });
const DEFAULT = network([2, 2, 1]);

const flowAt = (shape: typeof MAZUR, asked: string) => {
  const step = tapeOf(shape, 'half-squared-error').find(({ id }) => id === asked)!;
  return Object.fromEntries(flowOf(shape, asked, new Set(quantitiesOf(step.formula).map(idOf))));
};

test.each([
  { asked: 'z[1][2]', flow: { 'w[1][1][2]': 'forward', 'w[1][2][2]': 'forward' } },
  { asked: 'a[1][2]', flow: {} },
  { asked: 'E[2]', flow: { 'E[2]': 'forward' } },
  { asked: 'E', flow: {} },
  { asked: 'dE/da[2][1]', flow: { 'E[1]': 'backward' } },
  { asked: 'da/dz[2][1]', flow: {} },
  { asked: 'dE/dz[2][1]', flow: {} },
  { asked: 'dE/da[1][1]', flow: { 'w[2][1][1]': 'backward', 'w[2][1][2]': 'backward' } },
  { asked: 'dE/dw[2][1][2]', flow: { 'w[2][1][2]': 'forward' } },
  { asked: 'dE/db[1][1]', flow: {} },
  { asked: "w'[1][1][1]", flow: {} },
])('$asked lights the arrows it comes by', ({ asked, flow }) => {
  expect(flowAt(MAZUR, asked)).toEqual(flow);
});

test('the only output has its arrow to E', () => {
  expect(flowAt(DEFAULT, 'E')).toEqual({ E: 'forward' });
  expect(flowAt(DEFAULT, 'dE/da[2][1]')).toEqual({ E: 'backward' });
});

test('no arrow is lit once the formula is no longer shown', () => {
  expect(flowOf(MAZUR, 'dE/da[1][1]', new Set()).size).toBe(0);
  expect(flowOf(MAZUR, undefined, new Set(['w[1][1][1]'])).size).toBe(0);
});

test('a weight, its slope and what it becomes stand at one arrow', () => {
  for (const id of ['w[1][2][1]', 'dE/dw[1][2][1]', "w'[1][2][1]"]) {
    expect(isOfArrow('w[1][2][1]', id)).toBe(true);
    expect(isOfArrow('w[1][1][1]', id)).toBe(false);
  }
  expect(isOfArrow('w[1][2][1]', undefined)).toBe(false);
});
