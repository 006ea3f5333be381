import { expect, test } from 'vitest';
import { saidOf } from '../../../../src/app/matrix/said.ts';
import { shown } from '../../../../src/core/expressions/digits.ts';
import { matrixStepsOf } from '../../../../src/core/matrix/steps.ts';
import { judgeGrid } from '../../../../src/tutor/matrix/judge.ts';
import { passOf } from '../../../../src/tutor/pass.ts';
import { MAZUR } from '../../support/exercises.ts';

const pass = passOf(MAZUR, 1, MAZUR.parameters);
const step = matrixStepsOf(MAZUR.network, true).find(({ id }) => id === '∇W[2]')!;
const exact = step.result.quantities.map((row) => row.map((_, j) => row[j]!));
const right = (turn = 1): string[][] =>
  exact.map((_, i) => [1, 2].map((j) => shown(turn * pass.values.get(`dE/dw[2][${j}][${i + 1}]`)!)));
const said = (grid: string[][]): string =>
  saidOf(pass, step, judgeGrid(pass, step, grid, new Map()), new Map());

test('a grid is told what cannot be read, which signs are lost, and which digits', () => {
  expect(said(right())).toBe('Right, all of it.');
  expect(said(right(-1))).toBe('Those that are marked have the right size. Which sign should they have?');
  const [[first, second], row] = right() as [[string, string], string[]];
  expect(said([['foo', second], row])).toMatch(/^Row 1, column 1: “foo” is no name/);
  expect(said([[first.slice(0, 5), second], row])).toBe(
    'Right so far, but four digits are asked for where marked.',
  );
  expect(said([[first.slice(0, 5), '7'], row])).toMatch(
    /which row.* One of them only lacks digits: give four\.$/,
  );
  expect(said([[`−${first}`, second], row])).toMatch(/^The marked one has the right size/);
});
