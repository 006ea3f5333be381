import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import {
  call,
  mapLeaves,
  negation,
  number,
  one,
  partsOf,
  quantity,
  sum,
  type Expr,
} from '../../../src/core/expressions/expr.ts';
import { latex, latexName } from '../../../src/core/expressions/latex.ts';
import { mathml, mathmlName } from '../../../src/core/expressions/mathml.ts';
import { shortName } from '../../../src/core/expressions/names.ts';
import { spoken } from '../../../src/core/expressions/speech.ts';
import { shortText, text } from '../../../src/core/expressions/text.ts';
import { idOf, variable, type Quantity } from '../../../src/core/quantity.ts';
import { formulas, QUANTITIES, twoDecimals } from '../support/formulas.ts';
import {
  lineOfLatex,
  lineOfMathml,
  namedElements,
  readValue,
  readXml,
  type Named,
} from '../support/reader.ts';
import { SIGNS } from '../support/words.ts';

const LATEX_NAMES = QUANTITIES.map(latexName);

/** Every medium: how the test turns it into one line of arithmetic, and which names have a raised part. */
const MEDIA: readonly {
  readonly medium: string;
  readonly line: (expr: Expr) => string;
  readonly name: (quantity: Quantity) => string;
  readonly isRaised: (quantity: Quantity) => boolean;
}[] = [
  { medium: 'plain text', line: text, name: idOf, isRaised: (q) => q.kind === 'partial' },
  {
    medium: 'text with short names',
    line: (expr) => shortText(expr).replace(/\|([^|]+)\|/g, 'abs($1)'),
    name: shortName,
    isRaised: (q) => /[⁾′/]/.test(shortName(q)),
  },
  {
    medium: 'LaTeX',
    line: (expr) => lineOfLatex(latex(expr), LATEX_NAMES),
    name: latexName,
    isRaised: (q) => /\^|\\frac/.test(latexName(q)),
  },
  {
    medium: 'MathML',
    line: (expr) => lineOfMathml(readXml(mathml(expr))),
    name: idOf,
    isRaised: (q) => /<msup|<msubsup|<mfrac/.test(mathmlName(q)),
  },
  {
    medium: 'spoken text',
    line: (expr) => spoken(expr, SIGNS).replaceAll(' (', '('),
    name: idOf,
    isRaised: (q) => q.kind === 'partial',
  },
];

const values = fc
  .array(
    fc.integer({ min: -150, max: 150 }).map((n) => n / 100),
    { minLength: QUANTITIES.length, maxLength: QUANTITIES.length },
  )
  .map((list) => new Map(QUANTITIES.map((quantity, i) => [idOf(quantity), list[i]!])));

/** Also numbers whose shortest form has an exponent, and numbers written with four digits. */
const numbers = fc.oneof(
  twoDecimals,
  fc.constantFrom(0, 1e-7, -2.5e-9, 3e21).map((value) => number(value)),
  fc
    .constantFrom('−0.2600', '1.234·10⁻⁵', '−1.234·10⁻⁵')
    .map((written) => number(Number(written.replace('−', '-').replace('·10⁻⁵', 'e-5')), written)),
);

const close = (x: number, y: number): boolean =>
  x === y || Math.abs(x - y) <= 1e-9 * Math.max(Math.abs(x), Math.abs(y));

/** Whether rounding matters little, so that two ways of computing can be compared. */
function isSteady(expr: Expr, given: ReadonlyMap<string, number>): boolean {
  const isModest = (part: Expr): boolean => {
    if (!Number.isFinite(evaluate(part, given))) return false;
    if (part.kind === 'call' && /sin|cos|tan/.test(part.fn) && Math.abs(evaluate(part.argument, given)) > 100)
      return false;
    // Only a whole number may stand above a negative one, and a computed one is whole by luck.
    if (part.kind === 'power' && part.exponent.kind !== 'number' && evaluate(part.base, given) < 0)
      return false;
    return partsOf(part).every(isModest);
  };
  const isMovedLittle = (factor: number): boolean => {
    const moved = mapLeaves(expr, (leaf) =>
      number(factor * (leaf.kind === 'number' ? leaf.value : given.get(leaf.id)!)),
    );
    return close(evaluate(moved, given), evaluate(expr, given));
  };
  return isModest(expr) && isMovedLittle(1 - 1e-13) && isMovedLittle(1 + 1e-13);
}

const namesOf = (expr: Expr): readonly string[] =>
  expr.kind === 'quantity' ? [expr.id] : partsOf(expr).flatMap(namesOf);

describe.each(MEDIA)('$medium', ({ line, name, isRaised }) => {
  test('of a random formula, read by the common rules of arithmetic, has the value of the formula', () => {
    fc.assert(
      fc.property(formulas({ numbers }), values, (expr, given) => {
        fc.pre(isSteady(expr, given));
        const names: readonly Named[] = QUANTITIES.map((quantity) => ({
          name: name(quantity),
          value: given.get(idOf(quantity))!,
          raised: isRaised(quantity),
        }));
        const written = line(expr);
        const [read, value] = [readValue(written, names), evaluate(expr, given)];
        expect(close(read, value), `${written} read as ${read}, not ${value}`).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

test('MathML is well-formed, with one element for each quantity in the order they are written', () => {
  fc.assert(
    fc.property(formulas({ numbers }), (expr) => {
      const named = namedElements(readXml(mathml(expr)));
      expect(named.map(({ attributes }) => attributes['data-name'])).toEqual(namesOf(expr));
    }),
  );
});

test('LaTeX opens and closes as many braces, and never puts one exponent on another', () => {
  fc.assert(
    fc.property(formulas({ numbers }), (expr) => {
      let depth = 0;
      for (const char of latex(expr)) {
        depth += char === '{' ? 1 : char === '}' ? -1 : 0;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
      expect(latex(expr)).not.toMatch(/\^\{[^{}]*\}\^/);
      expect(latex(expr)).not.toMatch(/undefined|NaN|e-\d/);
    }),
  );
});

test('names differ in every medium', () => {
  for (const write of [idOf, shortName, latexName, mathmlName]) {
    expect(new Set(QUANTITIES.map(write)).size).toBe(QUANTITIES.length);
  }
});

test('a size has bars; within bars, in one line, it has its name', () => {
  const size = call('abs', sum(quantity(variable('t')), negation(number(0.4))));
  expect(shortText(size)).toBe('|t − 0.4|');
  expect(shortText(call('abs', sum(size, one)))).toBe('abs(|t − 0.4| + 1)');
  expect(latex(size)).toBe('\\left|t - 0.4\\right|');
  expect(mathml(size)).toMatch(/^<mrow><mo[^>]*>\|<\/mo>.*<mo[^>]*>\|<\/mo><\/mrow>$/);
  expect(text(size)).toBe('abs(t − 0.4)');
});
