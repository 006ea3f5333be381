import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import { number, quantity } from '../../../src/core/expressions/expr.ts';
import { text } from '../../../src/core/expressions/text.ts';
import { ACTIVATIONS, type ActivationName } from '../../../src/core/network/activations.ts';
import { variable } from '../../../src/core/quantity.ts';
import { lowerSideOf } from '../../../src/tutor/sides.ts';

const names = Object.keys(ACTIVATIONS) as readonly ActivationName[];
const sided = names.filter((name) => lowerSideOf(name));

test('they are all that is defined by two sides', () => {
  expect(sided).toEqual(['relu', 'leaky-relu', 'elu']);
});

const at = (expr: Parameters<typeof evaluate>[0]): number => evaluate(expr, new Map());

test.each(sided)('%s is z above 0 and its lower side elsewhere, and so is its slope', (name) => {
  fc.assert(
    fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
      const z = number(x);
      const a = number(at(ACTIVATIONS[name].value(z)));
      const { value, slopes } = lowerSideOf(name)!;
      expect(at(a)).toBeCloseTo(x > 0 ? x : at(value(z)), 12);
      const rightSlope = at(ACTIVATIONS[name].slope(z, a));
      if (x > 0) expect(rightSlope).toBeCloseTo(1, 12);
      else for (const slope of slopes(z, a)) expect(at(slope)).toBeCloseTo(rightSlope, 12);
    }),
  );
});

test('the slope of a lower side stands as it is easiest by hand, and where that goes through a, along z too', () => {
  const [z, a] = [quantity(variable('z')), quantity(variable('a'))];
  const written = sided.map((name) => lowerSideOf(name)!.slopes(z, a).map(text));
  expect(written).toEqual([['0'], ['0.01'], ['a + 1', 'exp(z)']]);
});
