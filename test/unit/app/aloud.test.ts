import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { guideOf } from '../../../src/app/trainer/guide.ts';
import {
  mathml,
  mathmlEquation,
  mathmlName,
  mathmlNameInline,
} from '../../../src/core/expressions/mathml.ts';
import { shortName } from '../../../src/core/expressions/names.ts';
import { spokenMathml } from '../../../src/core/expressions/speech.ts';
import { shortText } from '../../../src/core/expressions/text.ts';
import { quantitiesOf } from '../../../src/core/expressions/expr.ts';
import { matrixMathml } from '../../../src/core/matrix/mathml.ts';
import { matrixStepsOf } from '../../../src/core/matrix/steps.ts';
import '../../../src/core/network/optimizers.ts';
import { inNotation } from '../../../src/core/notation/naming.ts';
import { NOTATIONS } from '../../../src/core/notation/notation.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { parseExerciseText } from '../../../src/tutor/exercise/file.ts';
import { resolveExercise } from '../../../src/tutor/exercise/resolve.ts';
import { aloud } from '../../../src/tutor/messages/en/aloud.ts';
import { en } from '../../../src/tutor/messages/en/index.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import '../../../src/tutor/batch-pass.ts';
import { readValue } from '../support/reader.ts';
import { SIGNS } from '../support/words.ts';

/** What speech leaves out, or reads by its shape: raised and lowered characters, signs that are not on a keyboard, markup. */
const UNSAID = /[₀-ₜ⁰-ⁿ¹²³ᵖᶻˣ′·−½¼∂∑⊙∇√<>[\]]|\u0302/u;

const exerciseOf = (name: string) => {
  const read = parseExerciseText(readFileSync(`examples/${name}`, 'utf8'));
  if (!read.ok) throw new Error(name);
  return resolveExercise(read.value, 1);
};
const PRESETS = readdirSync('examples').filter((file) => file.endsWith('.json'));
const CASES = PRESETS.flatMap((preset) =>
  Object.keys(NOTATIONS).map((notation) => ({ preset, notation: notation as keyof typeof NOTATIONS })),
);

describe.each(CASES)('$preset in the notation $notation', ({ preset, notation }) => {
  const exercise = exerciseOf(preset);
  const { network } = exercise;
  const pass = passAt(exercise, 1);
  const speech = en.speech(network);
  const names = new Map(pass.quantities.map((quantity) => [idOf(quantity), quantity]));
  const read = (markup: string): string =>
    spokenMathml(markup, speech, (id) => {
      const quantity = names.get(id);
      return quantity && speech.quantity(quantity);
    });
  const said = <T>(work: () => T): T => inNotation(NOTATIONS[notation], exercise, work);

  test('every formula is read in words, with the name of each quantity in the order in which they stand', () => {
    said(() => {
      for (const { result, formula } of pass.steps) {
        const heard = read(mathmlEquation(result, formula));
        expect(heard).not.toMatch(UNSAID);
        expect(heard.startsWith(`${en.quantityName(result, network)} equals `)).toBe(true);
        let at = 0;
        for (const quantity of quantitiesOf(formula)) {
          const name = en.quantityName(quantity, network);
          expect(heard.slice(at)).toContain(name);
          at = heard.indexOf(name, at);
        }
      }
    });
  });

  test('what is read comes to the value of the step, its words taken as signs', () => {
    said(() => {
      const known = pass.quantities.map((quantity) => {
        const id = idOf(quantity);
        return { name: id, value: pass.values.get(id) ?? NaN, raised: quantity.kind === 'partial' };
      });
      for (const { id, formula } of pass.steps) {
        const signs = spokenMathml(mathml(formula), SIGNS, (name) => (names.has(name) ? name : undefined));
        const [value, exact] = [readValue(signs.replaceAll(' (', '('), known), pass.values.get(id)!];
        expect(Math.abs(value - exact), `${id}: ${signs}`).toBeLessThanOrEqual(1e-9 * Math.abs(exact));
      }
    });
  });

  test('formulas that stand for no single quantity are read by letter, index and layer', () => {
    said(() => {
      const general = [
        ...guideOf(exercise),
        ...matrixStepsOf(network, false).flatMap(({ result, formula }) =>
          [result, formula].map(matrixMathml),
        ),
      ];
      for (const markup of general) expect(read(markup)).not.toMatch(UNSAID);
    });
  });

  test('every short name and formula has a way to be said, and no two names the same', () => {
    said(() => {
      const shorts = [...new Set(pass.quantities.map(shortName))];
      expect(new Set(shorts.map(aloud)).size).toBe(shorts.length);
      for (const text of [...shorts, ...pass.steps.map(({ formula }) => shortText(formula))])
        expect(aloud(`${text}: −1.5·10⁻⁷.`)).not.toMatch(UNSAID);
    });
  });

  test('a name without words of its own is read as it stands', () => {
    said(() => {
      for (const quantity of pass.quantities.filter(({ example }) => example === undefined))
        for (const markup of [mathmlName(quantity), mathmlNameInline(quantity)])
          expect(spokenMathml(markup, speech, () => undefined)).not.toMatch(/[₀-ₜ⁰-ⁿ′(]/u);
    });
  });
});

test.each([
  ['w₂₁⁽²⁾', 'w 2 1 of layer 2'],
  ['w₁,₁₁⁽²⁾', 'w 1 11 of layer 2'],
  ['z₁₂⁽¹⁾', 'z 12 of layer 1'],
  ['w′₁₁⁽²⁾ = −0.05', 'w prime 1 1 of layer 2 = minus 0.05'],
  ['∂E/∂w₁₁⁽¹⁾: right.', 'slope of E along w 1 1 of layer 1: right.'],
  ['∂a₁/∂z₁, then ∂E/∂a.', 'slope of a 1 along z 1, then slope of E along a.'],
  ['netₕ₁ @2', 'net h1 of example 2'],
  ['½(t − a)²', 'one half (t minus a) squared'],
  ['m̂₂₁⁽¹⁾/(1 − β₁ᵖ)', 'm hat 2 1 of layer 1/(1 minus β 1 to the p)'],
  ['by 0.10: E moves by −1.234·10⁻⁵', 'by 0.10: E moves by minus 1.234 times 10 to the minus 5'],
  ['Step 3 of 28: z of hidden unit 1', 'Step 3 of 28: z of hidden unit 1'],
])('%s is said "%s"', (text, heard) => {
  expect(aloud(text)).toBe(heard);
});
