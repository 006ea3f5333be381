import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parametersAtPass } from '../../../src/core/engine/train.ts';
import { compare, promiseOf } from '../../../src/app/trainer/end.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { exercises } from '../support/networks.ts';
import { MAZUR } from '../support/exercises.ts';

test('the end of Mazur’s first pass shows the published losses', () => {
  const { sentence } = compare(passAt(MAZUR, 1), parametersAtPass(MAZUR, 2));
  expect(sentence).toBe('The loss fell from 0.2984 to 0.2910.');
});

test('the smaller the step, the better the promise is kept', () => {
  fc.assert(
    fc.property(exercises({ maxExamples: 1 }), (exercise) => {
      const small = { ...exercise, optimizer: { kind: 'sgd', learningRate: 1e-5 } } as const;
      const { promised, actual, shares } = promiseOf(passAt(small, 1), parametersAtPass(small, 2));
      // The loss is known to sixteen digits: a fall near its last ones cannot be measured.
      fc.pre(promised > 1e-9);
      expect(actual / promised).toBeCloseTo(1, 2);
      expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    }),
  );
});
