import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exercise, Parameters } from '../../../src/core/network/exercise.ts';
import { parseExerciseText } from '../../../src/tutor/exercise/file.ts';
import { resolveExercise } from '../../../src/tutor/exercise/resolve.ts';
import { judged } from '../support/judge.ts';

const drawn = (preset: string, seed: number): Exercise => {
  const file = parseExerciseText(readFileSync(`examples/${preset}.json`, 'utf8'));
  if (!file.ok) throw new Error(JSON.stringify(file.problems));
  return resolveExercise(file.value, seed);
};

// Links, logs and printed sheets name exercises by their seed: whatever changes here breaks them.
describe('a seed always draws the same numbers', () => {
  // prettier-ignore
  test.each([
    { seed: 1, weights: [[[-0.67, 0.6], [-0.93, 0.66]], [[0.52], [-0.54]]], input: [0.39, 0.56], target: 0.08 },
    { seed: 2, weights: [[[-0.71, -0.93], [-0.89, -0.29]], [[0.2], [0.54]]], input: [0.95, 0.45], target: 0.12 },
    { seed: 3, weights: [[[0.44, 0.41], [0.6, -0.61]], [[-0.86], [0.91]]], input: [0.57, 0.77], target: 0.07 },
    { seed: 4, weights: [[[-0.52, 0.75], [-0.94, 0.46]], [[0.4], [-0.6]]], input: [0.6, 0.3], target: 0.88 },
    { seed: 5, weights: [[[-0.88, 0.77], [-0.39, -0.8]], [[-0.4], [0.55]]], input: [0.46, 0.35], target: 0.18 },
    { seed: 6, weights: [[[-0.67, -0.5], [0.95, 0.4]], [[0.84], [0.73]]], input: [0.93, 0.92], target: 0.92 },
    { seed: 7, weights: [[[0.42, 0.42], [0.38, -0.34]], [[-0.31], [0.61]]], input: [0.34, 0.9], target: 0.87 },
    { seed: 8, weights: [[[0.31, 0.42], [-0.64, -0.82]], [[-0.58], [-0.59]]], input: [0.67, 0.44], target: 0.93 },
    { seed: 9, weights: [[[-0.68, 0.6], [-0.85, -0.86]], [[-0.71], [0.23]]], input: [0.43, 0.64], target: 0.12 },
    { seed: 10, weights: [[[0.42, -0.91], [0.49, -0.59]], [[-0.42], [0.49]]], input: [0.33, 0.63], target: 0.05 },
  ])('default, seed $seed', ({ seed, weights, input, target }) => {
    const { parameters, examples } = drawn('default', seed);
    expect({ parameters, examples }).toEqual({
      parameters: { weights, biases: [] },
      examples: [{ input, target: [target] }],
    });
  });

  // prettier-ignore
  test.each([
    {
      preset: 'mazur',
      seed: 1,
      weights: [[[-0.67, 0.6], [-0.93, 0.66]], [[0.52, -0.54], [-0.3, -0.38]]],
      biases: [[-0.57, 0.49], [-0.41, -0.23]],
      examples: [{ input: [0.68, 0.82], target: [0.09, 0.85] }],
    },
    {
      preset: 'mazur',
      seed: 7,
      weights: [[[-0.2, 0.94], [-0.59, -0.55]], [[0.62, -0.39], [0.78, -0.34]]],
      biases: [[0.42, 0.42], [0.38, -0.34]],
      examples: [{ input: [0.4, 0.49], target: [0.87, 0.94] }],
    },
    {
      preset: 'xor',
      seed: 1,
      weights: [[[-0.67, 0.6], [-0.93, 0.66]], [[0.52], [-0.54]]],
      biases: [[-0.3, -0.38], [-0.57]],
      examples: [
        { input: [0.56, 0.8], target: [0.09] },
        { input: [0.32, 0.58], target: [0.86] },
        { input: [0.49, 0.43], target: [0.85] },
        { input: [0.8, 0.42], target: [0.16] },
      ],
    },
    {
      preset: 'xor',
      seed: 7,
      weights: [[[0.69, 0.92], [0.65, 0.93]], [[-0.82], [-0.59]]],
      biases: [[0.75, 0.77], [0.62]],
      examples: [
        { input: [0.58, 0.72], target: [0.84] },
        { input: [0.5, 0.45], target: [0.05] },
        { input: [0.92, 0.85], target: [0.15] },
        { input: [0.7, 0.69], target: [0.84] },
      ],
    },
  ])('the shape of $preset, seed $seed', ({ preset, seed, weights, biases, examples }) => {
    const exercise = drawn(preset, seed);
    expect(exercise.parameters).toEqual({ weights, biases });
    expect(exercise.examples).toEqual(examples);
  });

  test('the default preset is seed 1 of itself', () => {
    const file = parseExerciseText(readFileSync('examples/default.json', 'utf8'));
    expect(file.ok && resolveExercise(file.value)).toEqual(drawn('default', 1));
  });
});

const seeds = fc.oneof(
  fc.integer({ min: 0, max: 1000 }),
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  fc.constantFrom(0, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1),
);

const weightsOf = ({ weights, biases }: Parameters): readonly number[] => [
  ...weights.flat(2),
  ...biases.flat(),
];
const hasTwoDecimals = (x: number): boolean => Number(x.toFixed(2)) === x;

describe('every exercise that generator 1 draws tells right from wrong', () => {
  test.each(['default', 'mazur', 'chain', 'fork', 'xor'])('%s: the numbers are easy to write', (preset) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { parameters, examples } = drawn(preset, seed);
        for (const size of weightsOf(parameters).map(Math.abs)) {
          expect(size).toBeGreaterThanOrEqual(0.2);
          expect(size).toBeLessThanOrEqual(0.95);
        }
        for (const { input, target } of examples) {
          expect(Math.min(...input)).toBeGreaterThanOrEqual(0.3);
          expect(Math.max(...input)).toBeLessThan(1);
          for (const t of target) expect(Math.min(t, 1 - t)).toBeLessThanOrEqual(0.2 + 1e-9);
          for (const t of target) expect(Math.min(t, 1 - t)).toBeGreaterThanOrEqual(0.05 - 1e-9);
        }
        const all = [
          ...weightsOf(parameters),
          ...examples.flatMap(({ input, target }) => [...input, ...target]),
        ];
        expect(all.filter((x) => !hasTwoDecimals(x))).toEqual([]);
      }),
    );
  });

  // The judge has its own arithmetic: no tape, no formulas.
  test.each(['default', 'mazur', 'chain', 'fork', 'xor'])(
    '%s: no z is near 0, every update shows',
    (preset) => {
      fc.assert(
        fc.property(seeds, (seed) => {
          const exercise = drawn(preset, seed);
          for (const [id, value] of judged(exercise)) {
            if (id.startsWith('z')) expect(Math.abs(value), id).toBeGreaterThanOrEqual(0.05 - 1e-12);
            if (/^[wb]'/.test(id))
              expect(Math.abs(value - before(exercise, id)), id).toBeGreaterThanOrEqual(0.0004 - 1e-12);
          }
        }),
      );
    },
  );

  test('different seeds are different exercises', () => {
    const texts = Array.from({ length: 500 }, (_, seed) => JSON.stringify(drawn('default', seed)));
    expect(new Set(texts).size).toBe(500);
  });
});

/** The parameter that an update's id speaks of. */
function before({ parameters }: Exercise, id: string): number {
  const [layer = 0, ...units] = [...id.matchAll(/\d+/g)].map(([digits]) => Number(digits) - 1);
  const value = id.startsWith('w')
    ? parameters.weights[layer]?.[units[0] ?? -1]?.[units[1] ?? -1]
    : parameters.biases[layer]?.[units[0] ?? -1];
  if (value === undefined) throw new Error(`${id} updates nothing`);
  return value;
}
