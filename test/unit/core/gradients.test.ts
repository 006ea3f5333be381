import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isComparable, judged } from '../support/judge.ts';
import { exercises } from '../support/networks.ts';
import { passValues, stepsOf } from '../support/passes.ts';

/** Equal to nine digits; what is left of a sum that cancels out is compared as the 0 it stands for. */
const agree = (x: number, y: number): boolean =>
  Math.abs(x - y) <= 1e-9 * Math.max(Math.abs(x), Math.abs(y)) + 1e-15;

test('every value, slope and gradient of a random network is what a nudge of its own forward pass says', () => {
  fc.assert(
    fc.property(exercises(), (exercise) => {
      fc.pre(isComparable(exercise));
      const values = passValues(exercise);
      const wrong = [...judged(exercise)]
        .map(([id, expected]) => ({ id, expected, derived: values.get(id) ?? NaN }))
        .filter(({ expected, derived }) => !agree(derived, expected));
      expect(wrong).toEqual([]);
    }),
    { numRuns: 250 },
  );
});

test('the steps of a random network are the named results in the order of the design, each once', () => {
  fc.assert(
    fc.property(exercises(), (exercise) => {
      const ids = stepsOf(exercise).map(({ id }) => id);
      expect(ids).toEqual([...judged(exercise).keys()]);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});
