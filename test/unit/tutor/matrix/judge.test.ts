import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shapeOf } from '../../../../src/core/matrix/expr.ts';
import type { Numbers } from '../../../../src/core/matrix/numbers.ts';
import { matrixStepsOf, type MatrixStep } from '../../../../src/core/matrix/steps.ts';
import { idOf } from '../../../../src/core/quantity.ts';
import { shown } from '../../../../src/core/expressions/digits.ts';
import { judgeGrid, judgeShape, type Grid } from '../../../../src/tutor/matrix/judge.ts';
import { passOf, type Pass } from '../../../../src/tutor/pass.ts';
import { drawnPass, draws } from '../../support/learner.ts';
import { MAZUR } from '../../support/exercises.ts';

const typed = (numbers: Numbers): Grid => numbers.map((row) => row.map(shown));
const stepOf = (steps: readonly MatrixStep[], id: string): MatrixStep => steps.find((one) => one.id === id)!;

test('right numbers are right in every grid, with the answers before them or without', () => {
  fc.assert(
    fc.property(draws(), fc.boolean(), (draw, isLogged) => {
      const pass = drawnPass(draw);
      const before = new Map<string, string>();
      for (const step of matrixStepsOf(draw.network, true)) {
        const ids = step.result.quantities.map((row) => row.length);
        expect(judgeShape(step, { rows: ids.length, columns: ids[0]! })).toBe('right');
        const grid = gridOf(pass, step);
        expect(judgeGrid(pass, step, grid, before).isRight, step.id).toBe(true);
        if (isLogged) idsIn(step).forEach((id) => before.set(id, shown(pass.values.get(id)!)));
      }
    }),
    { numRuns: 40 },
  );
});

/** By plain loops over the weights of the exercise, not by matrices. */
describe('on the network of Mazur, with layers of two, slips of shape and transpose are told as such', () => {
  const pass = passOf(MAZUR, 1, MAZUR.parameters);
  const steps = matrixStepsOf(MAZUR.network, true);
  const at = (id: string): number => pass.values.get(id)!;
  const w = (k: number, i: number, j: number): number => MAZUR.parameters.weights[k - 1]![i - 1]![j - 1]!;
  const delta = (k: number, j: number): number => at(`dE/dz[${k}][${j}]`);
  const slope = (j: number): number => at(`a[1][${j}]`) * (1 - at(`a[1][${j}]`));

  test.each<{ slip: string; step: string; numbers: Numbers }>([
    {
      slip: 'transpose-missing',
      step: 'δ[1]',
      // Row i of W belongs to output i: δ_i is multiplied with the weights that arrive at it.
      numbers: [1, 2].map((i) => [(w(2, 1, i) * delta(2, 1) + w(2, 2, i) * delta(2, 2)) * slope(i)]),
    },
    {
      slip: 'slope-missing',
      step: 'δ[1]',
      numbers: [1, 2].map((i) => [w(2, i, 1) * delta(2, 1) + w(2, i, 2) * delta(2, 2)]),
    },
    {
      slip: 'all-transposed',
      step: '∇W[2]',
      numbers: [1, 2].map((i) => [1, 2].map((j) => delta(2, j) * at(`a[1][${i}]`))),
    },
    {
      slip: 'transpose-added',
      step: 'z[1]',
      numbers: [1, 2].map((i) => [w(1, i, 1) * 0.05 + w(1, i, 2) * 0.1 + 0.35]),
    },
    {
      slip: 'bias-missing',
      step: 'z[1]',
      numbers: [1, 2].map((j) => [w(1, 1, j) * 0.05 + w(1, 2, j) * 0.1]),
    },
    {
      slip: 'uphill',
      step: "W'[1]",
      numbers: [1, 2].map((j) => [1, 2].map((i) => w(1, i, j) + 0.5 * at(`dE/dw[1][${i}][${j}]`))),
    },
    {
      slip: 'rate-missing',
      step: "W'[2]",
      numbers: [1, 2].map((j) => [1, 2].map((i) => w(2, i, j) - at(`dE/dw[2][${i}][${j}]`))),
    },
  ])('$slip at $step', ({ slip, step, numbers }) => {
    const judged = judgeGrid(pass, stepOf(steps, step), typed(numbers), new Map());
    expect(judged.isRight).toBe(false);
    expect(judged.slip).toBe(slip);
  });

  test('one wrong number is no slip, and is the one that is marked', () => {
    const step = stepOf(steps, '∇W[1]');
    const grid = gridOf(pass, step).map((row, i) =>
      row.map((text, j) => (i === 1 && j === 0 ? '0.5' : text)),
    );
    const { cells, slip } = judgeGrid(pass, step, grid, new Map());
    expect(slip).toBeUndefined();
    expect(cells.map((row) => row.map(({ verdict }) => verdict))).toEqual([
      ['correct', 'correct'],
      ['wrong', 'correct'],
    ]);
  });
});

test('a shape the wrong way round is told from one that is wrong otherwise', () => {
  fc.assert(
    fc.property(draws(), (draw) => {
      for (const step of matrixStepsOf(draw.network, true)) {
        const { rows, columns } = shapeOf(step.result)!;
        const turned = judgeShape(step, { rows: columns, columns: rows });
        expect(turned).toBe(rows === columns ? 'right' : 'turned');
        expect(judgeShape(step, { rows: rows + 1, columns: columns + 2 })).toBe('wrong');
      }
    }),
  );
});

const idsIn = (step: MatrixStep): readonly string[] => step.result.quantities.flat().map(idOf);
const gridOf = (pass: Pass, step: MatrixStep): Grid =>
  step.result.quantities.map((row) => row.map((quantity) => shown(pass.values.get(idOf(quantity))!)));
