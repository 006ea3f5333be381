import { expect, test } from 'vitest';
import { shown } from '../../../src/core/expressions/digits.ts';
import { nudgedCells } from '../../../src/app/trainer/nudge.ts';
import { nudge } from '../../../src/tutor/messages/en/end.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { TWO_TWO_ONE } from '../support/exercises.ts';

const pass = passAt(TWO_TWO_ONE, 1);
/** What is on the page: all that is given and the way forward, and what else is named. */
const knownWith = (...more: readonly string[]) => {
  const ids = [...pass.values.keys()].filter((id) => !id.startsWith('d') && !id.includes("'"));
  const cells = new Map([...ids, ...more].map((id) => [id, shown(pass.values.get(id)!)]));
  return { cells, values: pass.values };
};
const saidOf = (id: string, by: number, ...more: readonly string[]): string => {
  const moved = nudgedCells(pass, knownWith(...more), { id, by });
  return nudge.result('w', String(by), shown(moved.change), moved.slope);
};

test('how many times as much E moved is what a calculator says of the two numbers beside it', () => {
  const [, by, change, times] = /by ([\d.]+), E by ([−\d.]+): ([−\d.]+) times as much/
    .exec(saidOf('w[2][1][1]', 0.06, 'dE/dw[2][1][1]'))!
    .map((text) => text.replace('−', '-'));
  expect(shown(Number(change) / Number(by)).replace('−', '-')).toBe(times);
});

test('while the slope is asked for, its number is not told; then it is, as the learner has it', () => {
  expect(saidOf('a[2][1]', 0.01)).toMatch(/^w moved by 0.01, E by [^:]*\.$/);
  expect(saidOf('a[2][1]', 0.01)).not.toContain(shown(pass.values.get('dE/da[2][1]')!));
  expect(saidOf('a[2][1]', 0.01, 'dE/da[2][1]')).toContain(
    `closer to the slope, ${shown(pass.values.get('dE/da[2][1]')!)}.`,
  );
  // Of an input nothing asks for the slope.
  expect(saidOf('a[0][1]', 0.01)).toMatch(/times as much/);
});
