import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameToDigits } from '../../../src/core/expressions/digits.ts';
import { measuredSlope } from '../../../src/core/network/nudge.ts';
import { idOf, type Quantity } from '../../../src/core/quantity.ts';
import { drawExercise } from '../../../src/tutor/exercise/generator.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { exactValue, type Pass } from '../../../src/tutor/pass.ts';
import { FORK, MAZUR } from '../support/exercises.ts';
import { functionPass } from '../support/functions.ts';

const slopesOf = (pass: Pass): readonly Extract<Quantity, { kind: 'partial' }>[] =>
  pass.steps.flatMap(({ result }) => (result.kind === 'partial' ? [result] : []));

/** Every slope of the derivation that a nudge does not confirm to four digits. */
const contradictions = (pass: Pass): readonly string[] =>
  slopesOf(pass)
    .filter((partial) => {
      const measured = measuredSlope(pass.steps, pass.values, idOf(partial.of), idOf(partial.wrt));
      return measured.isCorner || !sameToDigits(measured.slope, exactValue(pass, idOf(partial)));
    })
    .map(idOf);

test.each([
  ['mazur', MAZUR],
  ['fork', FORK],
])('a nudge confirms every slope of %s to four digits', (_, exercise) => {
  expect(contradictions(passAt(exercise, 1))).toEqual([]);
});

test('a nudge confirms every slope of the networks that seeds draw', () => {
  const network = {
    layers: [2, 2, 1],
    activations: ['sigmoid', 'sigmoid'],
    bias: false,
    trainBias: true,
  } as const;
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const exercise = drawExercise(
        {
          network,
          loss: 'half-squared-error',
          optimizer: { kind: 'sgd', learningRate: 0.5 },
          exampleCount: 1,
        },
        seed,
      );
      expect(contradictions(passAt(exercise, 1))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test.each([
  // Its own mean of the two sides is 0, and so is the convention.
  ['abs(x)', 0, true],
  ['relu(x)', 0, true],
  ['max(x, 1)', 1, true],
  ['abs(x)', 0.5, false],
  ['x^2', 0, false],
  ['x^3', 0, false],
  ['1000*x^2 + x', 0, false],
  ['3*x', 0, false],
  ['x - x', 2, false],
])('of f = %s at x = %d a corner is told from a bend', (text, x, isCorner) => {
  const pass = functionPass([`f = ${text} + 0*x`], { x });
  const along = pass.steps.find(({ id }) => id === 'df/dx')!.result;
  if (along.kind !== 'partial') throw new Error('no slope');
  expect(measuredSlope(pass.steps, pass.values, idOf(along.of), idOf(along.wrt)).isCorner).toBe(isCorner);
});
