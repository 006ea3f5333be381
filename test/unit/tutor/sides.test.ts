import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import { number } from '../../../src/core/expressions/expr.ts';
import { ACTIVATIONS, type ActivationName } from '../../../src/core/network/activations.ts';
import { lowerSideOf } from '../../../src/tutor/sides.ts';

const names = Object.keys(ACTIVATIONS) as readonly ActivationName[];
const sided = names.filter((name) => lowerSideOf(name));

test('they are all that is defined by two sides', () => {
  expect(sided).toEqual(['relu', 'leaky-relu', 'elu']);
});

test.each(sided)('%s is z above 0 and its lower side elsewhere, and so is its slope', (name) => {
  const at = (expr: Parameters<typeof evaluate>[0]): number => evaluate(expr, new Map());
  fc.assert(
    fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
      const z = number(x);
      const a = number(at(ACTIVATIONS[name].value(z)));
      const { value, slope } = lowerSideOf(name)!;
      expect(at(a)).toBeCloseTo(x > 0 ? x : at(value(z)), 12);
      expect(at(ACTIVATIONS[name].slope(z, a))).toBeCloseTo(x > 0 ? 1 : at(slope(a)), 12);
    }),
  );
});
