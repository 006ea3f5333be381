import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extendCurve } from '../../../src/app/session/training.svelte.ts';
import type { CurvePoint } from '../../../src/app/session/work.ts';
import { curveIn } from '../../../src/app/trainer/curve.ts';

const points = (losses: readonly number[]): CurvePoint[] => losses.map((loss, pass) => [pass, loss]);

test('A curve starts at the left, ends at the right, and has its highest loss at the top', () => {
  const { path, top, last } = curveIn(points([0.05, 0.1, 0.025]), 300, 100);
  expect(path).toBe('M0.0 50.0L150.0 0.0L300.0 75.0');
  expect(top).toBe(0.1);
  expect(last).toEqual({ x: 300, y: 75 });
});

test('A single point, a loss of 0 and a loss beyond all bounds can be drawn', () => {
  expect(curveIn(points([0.05]), 300, 100).path).toBe('M0.0 0.0');
  expect(curveIn(points([0, 0]), 300, 100).path).toBe('M0.0 100.0L300.0 100.0');
  expect(curveIn(points([0.5, Infinity]), 300, 100).path).toBe('M0.0 0.0L300.0 0.0');
});

test('However long the training, the curve keeps its first and last point and stays in order', () => {
  const run = fc.integer({ min: 1, max: 3000 });
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 4 }), (runs) => {
      let curve: readonly CurvePoint[] = [[0, 1]];
      let pass = 0;
      for (const length of runs) {
        const more = Array.from({ length }, (): CurvePoint => [++pass, 1 / pass]);
        curve = extendCurve(curve, more);
      }
      const passes = curve.map(([at]) => at);
      expect(curve.length).toBeLessThanOrEqual(400);
      expect(passes[0]).toBe(0);
      expect(passes.at(-1)).toBe(pass);
      expect(passes).toEqual([...new Set(passes)].sort((a, b) => a - b));
    }),
  );
});
