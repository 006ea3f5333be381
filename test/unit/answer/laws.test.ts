import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shown, shownGiven } from '../../../src/core/expressions/digits.ts';
import { evaluate, withNumbers } from '../../../src/core/expressions/evaluate.ts';
import {
  call,
  half,
  negation,
  number,
  power,
  product,
  quantity,
  quotient,
  sum,
  type Expr,
} from '../../../src/core/expressions/expr.ts';
import { FUNCTIONS, type FunctionName } from '../../../src/core/expressions/functions.ts';
import { latex } from '../../../src/core/expressions/latex.ts';
import { shortText, text } from '../../../src/core/expressions/text.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { readAnswer } from '../../../src/tutor/answer/read.ts';
import { answerTo, EXERCISE, isSame, passOf, scopeAt, SMALL } from './pass.ts';

const { steps, quantities, values } = passOf(EXERCISE);
const everything = scopeAt();

const doubles = fc.oneof(
  fc
    .tuple(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: 0, max: 9 }))
    .map(([x, k]) => x / 10 ** k),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -20, max: 20 }),
);

const numbers: fc.Arbitrary<Expr> = fc.oneof(
  fc.constant(half),
  fc.integer({ min: -12, max: 12 }).map((x) => number(x)),
  doubles.map((x) => number(x)),
  doubles.map(shown).map((written) => number(answerTo(written).value, written)),
);

const formulas = fc.letrec<{ expr: Expr }>((tie) => ({
  expr: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    numbers,
    fc.constantFrom(...quantities).map(quantity),
    fc.array(tie('expr'), { minLength: 2, maxLength: 3 }).map((terms) => sum(...terms)),
    fc.array(tie('expr'), { minLength: 2, maxLength: 3 }).map((factors) => product(...factors)),
    fc.tuple(tie('expr'), tie('expr')).map(([a, b]) => quotient(a, b)),
    tie('expr').map(negation),
    fc.tuple(tie('expr'), fc.oneof(fc.constant(number(2)), tie('expr'))).map(([a, b]) => power(a, b)),
    fc
      .tuple(fc.constantFrom(...(Object.keys(FUNCTIONS) as FunctionName[])), tie('expr'))
      .map(([fn, x]) => call(fn, x, ...(fn === 'max' || fn === 'min' ? [quantity(quantities[0]!)] : []))),
  ),
})).expr;

describe('what the page writes is read back with the same value', () => {
  const written = {
    'with ids': text,
    'with short names': shortText,
    'in LaTeX': latex,
    'with ids and every minus and dot as on a keyboard': (expr: Expr) =>
      text(expr).replaceAll('−', '-').replaceAll('·', '*'),
    'with numbers put in': (expr: Expr) => text(withNumbers(expr, values, shownGiven)),
  };
  const exact = (expr: Expr): Expr => withNumbers(expr, values, String);

  test.each(Object.entries(written).slice(0, 4))('any formula %s', (_, write) => {
    fc.assert(
      fc.property(formulas, (expr) => {
        const value = evaluate(expr, values);
        const reading = readAnswer(write(expr), everything);
        if (!Number.isFinite(value)) return reading.kind === 'unreadable';
        // x/(1/0) is 0 by floating point; the reader refuses any division by zero.
        if (reading.kind === 'unreadable' && reading.problem.kind === 'divisionByZero') return true;
        if (reading.kind !== 'answer') throw new Error(`${write(expr)}: ${JSON.stringify(reading)}`);
        return isSame(reading.answer.value, value);
      }),
      { numRuns: 150 },
    );
  });

  test.each(steps)('the formula of $id, with names and with numbers', ({ id, formula }) => {
    const scope = scopeAt(id);
    const value = evaluate(formula, values);
    for (const write of [text, shortText, latex]) {
      expect(isSame(answerTo(write(formula), scope).value, value), write(formula)).toBe(true);
    }
    for (const show of [shown, shownGiven]) {
      const shownFormula = withNumbers(formula, values, show);
      const rounded = evaluate(
        withNumbers(
          formula,
          new Map([...values].map(([name, x]) => [name, answerTo(show(x)).value])),
          String,
        ),
        values,
      );
      expect(isSame(answerTo(text(shownFormula), scope).value, rounded), text(shownFormula)).toBe(true);
      expect(isSame(answerTo(latex(shownFormula), scope).value, rounded), latex(shownFormula)).toBe(true);
    }
    expect(answerTo(text(exact(formula)), scope).value).toBeCloseTo(value, 12);
  });

  test('reading is settled: what was read, written again, is read the same', () => {
    fc.assert(
      fc.property(formulas, (expr) => {
        const first = readAnswer(text(expr), everything);
        if (first.kind !== 'answer') return true;
        const written = text(first.answer.expr);
        const again = answerTo(written);
        return text(again.expr) === written && isSame(again.value, first.answer.value);
      }),
      { numRuns: 150 },
    );
  });

  test.each(quantities.map(idOf))('the number shown for %s is a plain number', (id) => {
    const value = values.get(id) ?? NaN;
    for (const write of [shown(value), shownGiven(value)]) {
      const answer = answerTo(write);
      expect(answer.expr).toEqual({ kind: 'number', value: answer.value, text: write });
      expect(Math.abs(answer.value - value)).toBeLessThanOrEqual(answer.halfUnit);
    }
  });
});

describe('whatever is typed, the reader says something about it', () => {
  const PIECES =
    "0.3775 ,5 1,234 1e-3 e E x x1 x₁ a1 w11(2) z[1][1] δ dE/da[2][1] ∂E/∂a₁⁽²⁾ σ σ′ exp ln max( min( | ( ) [ ] { } ^ ** ² ⁻¹ ⁽²⁾ ₁₁ _ _{ ½ √ + - − * · × / : = ≈ ; . \\frac \\sqrt \\left( \\partial \\sigma \u2061 \u2062 \u00a0 \n ' ′ π # 😀"
      .split(' ')
      .concat(' ');
  const mutated = fc
    .tuple(
      formulas,
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), fc.constantFrom(...PIECES)), { maxLength: 4 }),
    )
    .map(([expr, changes]) =>
      changes.reduce((typed, [place, dropped, piece]) => {
        const at = place % (typed.length + 1);
        return typed.slice(0, at) + piece + typed.slice(at + dropped);
      }, shortText(expr)),
    );

  test.each([
    ['graphemes', fc.string({ unit: 'grapheme', maxLength: 60 })],
    ['code points', fc.string({ unit: 'binary', maxLength: 60 })],
    [
      'pieces of formulas',
      fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((parts) => parts.join('')),
    ],
    ['formulas with slips', mutated],
    [
      'long strings of few pieces',
      fc
        .tuple(fc.constantFrom(...PIECES), fc.constantFrom(...PIECES), fc.nat({ max: 1000 }))
        .map(([a, b, times]) => (a + b).repeat(times).slice(0, 2000)),
    ],
  ])('%s', (_, strings) => {
    const scopes = [everything, scopeAt('dE/dz[2][1]'), scopeAt('a[1][1]', SMALL)];
    fc.assert(
      fc.property(strings, fc.constantFrom(...scopes), (typed, scope) => {
        const reading = readAnswer(typed, scope);
        if (reading.kind === 'answer') {
          const { answer } = reading;
          expect([answer, ...answer.alternatives].every(({ value }) => Number.isFinite(value))).toBe(true);
          expect(evaluate(answer.expr, scope.values) + 0).toBe(answer.value);
          expect(text(answer.expr)).not.toBe('');
        }
        if (reading.kind === 'unreadable') {
          const { start, end } = reading.problem;
          expect(0 <= start && start <= end && end <= typed.length).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
