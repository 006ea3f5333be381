import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { quantitiesOf } from '../../../src/core/expressions/expr.ts';
import { FUNCTIONS, type FunctionName } from '../../../src/core/expressions/functions.ts';
import { shown } from '../../../src/core/expressions/digits.ts';
import { shortText } from '../../../src/core/expressions/text.ts';
import { check } from '../../../src/tutor/checking/check.ts';
import { askedInFunction, kindOf } from '../../../src/tutor/function/asked.ts';
import { cornerAt } from '../../../src/tutor/function/conventions.ts';
import { parseFunctionFile } from '../../../src/tutor/function/file.ts';
import { inputsIn } from '../../../src/tutor/function/inputs.ts';
import { functionVoice } from '../../../src/tutor/function/voice.ts';
import { functionPage } from '../../../src/tutor/messages/en/function-page.ts';
import { functionQuestions } from '../../../src/tutor/messages/en/function-help.ts';
import { enFunctions } from '../../../src/tutor/messages/en/functions.ts';
import { ladderOf } from '../../../src/tutor/ladder.ts';
import { partlyWorked } from '../../../src/tutor/partly-worked.ts';
import { stepOf } from '../../../src/tutor/pass.ts';
import { functionPass } from '../support/functions.ts';

const FOLDER = 'examples/functions';
const presets = readdirSync(FOLDER).map((name) => {
  const parsed = parseFunctionFile(JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')));
  if (!parsed.ok) throw new Error(name);
  return { name: name.replace('.json', ''), ...parsed.value };
});

test.each(presets)('$name has its source and its words', ({ name, file }) => {
  expect(file.source).toMatch(/\w+ .*\d|CS231n/);
  expect(functionPage.presets[name]).toHaveLength(2);
});

describe.each(presets)('every step of $name', ({ pass }) => {
  test('has a question and hints that say where, which principle, and give no number before the last', () => {
    for (const step of pass.steps) {
      const asked = askedInFunction(pass, step);
      expect(functionQuestions[step.rule](asked), step.id).toMatch(/\?/);
      const voice = functionVoice(step, asked, enFunctions);
      const rungs = ladderOf(pass, step, 'name', pass.values, voice);
      expect(rungs.map(({ kind }) => kind).slice(0, 2)).toEqual(['where', 'principle']);
      for (const text of [voice.where, voice.principle, voice.reason])
        expect(text, step.id).not.toMatch(/undefined|, and and|\d\.\d/);
      expect(voice.principle, step.id).toMatch(/\?/);
      const answer = shown(pass.values.get(step.id)!);
      const parents = quantitiesOf(step.formula).map(({ kind }) => kind);
      if (parents.length > 1) expect(voice.where).not.toContain(answer);
    }
  });
});

test('steps are alike where the same is done: a product’s slope is not a sum’s', () => {
  const pass = functionPass(['q = x*y', 'r = x + y', 'f = σ(q*r)'], { x: 0.4, y: 1.3 });
  const kind = (id: string): string => kindOf(pass, stepOf(pass, id));
  expect(kind('dq/dx')).toBe(kind('dq/dy'));
  expect(kind('dq/dx')).not.toBe(kind('dr/dx'));
  expect(kind('q')).not.toBe(kind('dq/dx'));
});

test.each([
  [['f = (x + y) * z'], ['x', 'y', 'z']],
  [['f = sigmoid(w0*x0 + w1*x1 + w2)'], ['w0', 'x0', 'w1', 'x1', 'w2']],
  [
    ['a = 2', 'q = a*x', 'f = q + ln(y)'],
    ['x', 'y'],
  ],
  [['f = 1/(x - y)'], ['x', 'y']],
  // A misspelt function and a line that comes too late are no inputs.
  [['f = sigmod(x)'], []],
  [['f = q*x', 'q = x + 1'], []],
  [['f = x +* y'], ['x']],
])('%j asks for the numbers of %j', (lines, names) => {
  expect(inputsIn(lines)).toEqual(names);
});

test.each([
  [['f = abs(x)'], { x: 0 }, 'df/dx', /no slope here.*By convention it is 0/],
  [['q = relu(x)', 'f = 2q'], { x: 0 }, 'dq/dx', /no slope here.*ReLU has a corner at 0/],
  [['m = max(x, y)', 'f = 2m'], { x: 2, y: 2 }, 'dm/dy', /no slope here.*the one that is written first/],
])('the convention of %j stands at the step', (lines, inputs, id, said) => {
  const pass = functionPass(lines, inputs);
  const corner = cornerAt(pass, stepOf(pass, id));
  expect(corner && functionPage.corner(corner)).toMatch(said);
});

test('where there is a slope, no convention is told', () => {
  const pass = functionPass(['q = relu(x)', 'f = 2q*max(x, y)'], { x: 0.3, y: 1 });
  expect(pass.steps.map((step) => cornerAt(pass, step)).filter(Boolean)).toEqual([]);
});

test.each([
  ['sigmoid(x)', -3],
  ['tanh(x)', 0.00001],
  ['tanh(x)', -1e10],
  ['sigmoid(x)', 8],
])('a part of f = %s at x = %d that is worked out leads to a right answer, or is not offered', (text, x) => {
  const pass = functionPass([`f = ${text}`], { x });
  for (const step of pass.steps) {
    const done = partlyWorked(pass, step, pass.values);
    if (done?.part === undefined) continue;
    expect(check(pass, step, shortText(done.rest), new Map()).verdict).toBe('correct');
  }
});

const TYPED: Partial<Record<FunctionName, string>> = {
  log: 'ln',
  normalCdf: 'normcdf',
  normalPdf: 'normpdf',
};

test.each(Object.keys(FUNCTIONS) as FunctionName[])(
  'what is said of %s speaks of what goes into it, not of an x',
  (fn) => {
    const typed = fn === 'max' || fn === 'min' ? `${fn}(q, r)` : `${TYPED[fn] ?? fn}(q)`;
    const pass = functionPass([`p = q*r`, `f = ${typed} + p`], { q: 0.6, r: 0.7 });
    for (const step of pass.steps) {
      const asked = askedInFunction(pass, step);
      const { where, principle, reason } = functionVoice(step, asked, enFunctions);
      for (const said of [functionQuestions[step.rule](asked), where, principle, reason])
        expect(said, step.id).not.toMatch(/(?<![\p{L}])[xⁿˣ](?![\p{L}])|ˣ/u);
    }
  },
);

test('the reason for the slope of a size names what has the size', () => {
  const pass = functionPass(['a = x - 3', 'f = |a|'], { x: 2 });
  const { reason } = functionVoice(
    stepOf(pass, 'df/da'),
    askedInFunction(pass, stepOf(pass, 'df/da')),
    enFunctions,
  );
  expect(reason).toBe('Above 0 the size rises with a; below 0 it falls as a rises.');
});
