import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantitiesOf, type Expr } from '../../../src/core/expressions/expr.ts';
import { text } from '../../../src/core/expressions/text.ts';
import { named } from '../../../src/core/function/name.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { check } from '../../../src/tutor/checking/check.ts';
import { feedback } from '../../../src/tutor/feedback.ts';
import { readFunctionText } from '../../../src/tutor/function/exercise.ts';
import { enAnswers } from '../../../src/tutor/messages/en/answers.ts';
import { stepOf } from '../../../src/tutor/pass.ts';
import { formulas } from '../support/formulas.ts';
import { functionPass } from '../support/functions.ts';

const CHANCE = /by chance: with other inputs it is not/;

const said = (
  lines: readonly string[],
  inputs: Readonly<Record<string, number>>,
  id: string,
  typed: string,
): string => {
  const pass = functionPass(lines, inputs);
  const step = stepOf(pass, id);
  return feedback(pass, check(pass, step, typed, new Map()), enAnswers, step);
};

const SUM = [['f = exp(x*y + z)*w'], { x: 0.5, y: 2, z: 0.3, w: 1.4 }] as const;

test.each([
  // x·y is 1 here, and so is the slope of the sum.
  ['du2/du1', 'u1', true],
  ['du2/du1', 'x*y', true],
  ['du2/du1', '1', false],
  ['du2/du1', 'y*0.5', false],
  ['du1/dx', 'y', false],
  ['u1', 'x*y', false],
  // The slope of exp is what it comes to, also by that name.
  ['du3/du2', 'u3', false],
  ['du3/du2', 'exp(u2)', false],
])('at %s the answer %s is right, and told to be so by chance: %s', (id, typed, isChance) => {
  const told = said(...SUM, id, typed);
  expect(told).toMatch(/^Right/);
  expect(CHANCE.test(told)).toBe(isChance);
});

test.each(['x', 'y'])('where max has a tie, %s is handed on: that is no chance', (typed) => {
  expect(said(['f = x*max(x, y)'], { x: 2, y: 2 }, 'u1', typed)).not.toMatch(CHANCE);
});

test('the formula of a step in its names is never right by chance', () => {
  const names = ['x', 'y', 'w'].map(named);
  const isWritten = (expr: Expr): boolean => quantitiesOf(expr).length > 0;
  fc.assert(
    fc.property(formulas({ quantities: names, depth: 3 }).filter(isWritten), (formula) => {
      const used = quantitiesOf(formula).map(idOf);
      const inputs = Object.fromEntries(used.map((name, i) => [name, 0.6 + i / 7]));
      const read = readFunctionText({ lines: [`f = ${text(formula)}`], inputs });
      fc.pre(read.ok);
      for (const step of read.value.steps) {
        const checked = check(read.value, step, text(step.formula), new Map());
        expect(feedback(read.value, checked, enAnswers, step), step.id).not.toMatch(CHANCE);
      }
    }),
    { numRuns: 100 },
  );
});

test.each([
  ['f = sigmoid(x)', 0.7, '0.7', /cannot be told from x, which goes in\. What comes out\?/],
  ['f = tanh(x)', 0.3, '0.3', /cannot be told from x/],
  ['f = sigmoid(x)', 0.7, '0.67', /^Right so far/],
  // A part of a product may well be nearly all of it.
  ['f = x*(x - 0.96)', 2, '2', /^Too few digits/],
])('in %s with x = %d the answer %s has few digits: %s', (line, x, typed, told) => {
  expect(said([line], { x }, 'f', typed)).toMatch(told);
});
