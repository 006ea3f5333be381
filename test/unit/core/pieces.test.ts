import fc from 'fast-check';
import { expect, test } from 'vitest';
import { derivative } from '../../../src/core/expressions/derivative.ts';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import { number, quantity, type Expr } from '../../../src/core/expressions/expr.ts';
import { FUNCTIONS, type FunctionName } from '../../../src/core/expressions/functions.ts';
import { BELOW_0 } from '../../../src/core/expressions/pieces.ts';
import { idOf, variable } from '../../../src/core/quantity.ts';

// Held against what the functions of FUNCTIONS compute, and against differences of that.

const rows = Object.entries(BELOW_0) as readonly (readonly [FunctionName, (x: Expr) => Expr])[];
const at = (expr: Expr): number => evaluate(expr, new Map());
const along = variable('x');
const id = idOf(along);

test.each(rows)('%s is x above 0 and its lower piece elsewhere', (fn, below) => {
  fc.assert(
    fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (at0) => {
      expect(FUNCTIONS[fn].value(at0)).toBeCloseTo(at0 > 0 ? at0 : at(below(number(at0))), 12);
    }),
  );
});

test.each(rows)('%s is as steep as its pieces, by formula and by differences', (fn, below) => {
  const slope = derivative(below(quantity(along)), id);
  const h = 1e-5;
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 30, noNaN: true }), fc.boolean(), (size, isAbove) => {
      const point = isAbove ? size : -size;
      const { value, derivative: own } = FUNCTIONS[fn];
      const steep = isAbove ? 1 : evaluate(slope, new Map([[id, point]]));
      expect(at(own(number(point)))).toBeCloseTo(steep, 12);
      expect((value(point + h) - value(point - h)) / (2 * h)).toBeCloseTo(steep, 8);
    }),
  );
  // At 0 the convention is the slope to the left.
  expect(at(FUNCTIONS[fn].derivative(number(0)))).toBe(evaluate(slope, new Map([[id, 0]])));
});
