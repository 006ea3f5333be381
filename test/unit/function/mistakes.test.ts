import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sameToDigits } from '../../../src/core/expressions/digits.ts';
import { beliefAt, check } from '../../../src/tutor/checking/check.ts';
import { diagnose } from '../../../src/tutor/diagnosis/diagnose.ts';
import { diagnosisText } from '../../../src/tutor/diagnosis/say.ts';
import { askedInFunction } from '../../../src/tutor/function/asked.ts';
import { functionVoice } from '../../../src/tutor/function/voice.ts';
import { enAnswers } from '../../../src/tutor/messages/en/answers.ts';
import { enFunctions } from '../../../src/tutor/messages/en/functions.ts';
import { GRAPH_MISTAKES, type GraphMistakeId } from '../../../src/tutor/mistakes/graph/index.ts';
import { passOverFaults } from '../../../src/tutor/mistakes/faults.ts';
import { stepOf } from '../../../src/tutor/pass.ts';
import { functionPass } from '../support/functions.ts';

/** What the causes of an answer are, by the name it is told under; none where it is not wrong. */
const causes = (lines: readonly string[], inputs: Inputs, id: string, typed: string): readonly string[] => {
  const pass = functionPass(lines, inputs);
  const step = stepOf(pass, id);
  const checked = check(pass, step, typed, new Map());
  if (checked.verdict !== 'wrong') return [checked.verdict];
  return diagnose(pass, step, checked.answer, beliefAt(pass, id, new Map())).names;
};

/** The question about an answer that is wrong. */
const asked = (lines: readonly string[], inputs: Inputs, id: string, typed: string): string => {
  const pass = functionPass(lines, inputs);
  const step = stepOf(pass, id);
  const checked = check(pass, step, typed, new Map());
  if (checked.verdict !== 'wrong') return checked.verdict;
  const voice = functionVoice(step, askedInFunction(pass, step), enFunctions);
  const diagnosis = diagnose(pass, step, checked.answer, beliefAt(pass, id, new Map()));
  return diagnosisText(diagnosis, typed, voice, enAnswers);
};

type Inputs = Readonly<Record<string, number>>;
type Row = {
  readonly id: GraphMistakeId;
  readonly lines: readonly string[];
  readonly inputs: Inputs;
  readonly step: string;
  readonly caught: string;
  /** Another wrong answer, or the right one, that is none of it. */
  readonly lookAlike: string;
};

const MIXED = {
  lines: ['u = x*y', 'v = sin(x) - z/w', 'n = tanh(v)', 'p = (u + n)^3', 'f = p*x'],
  inputs: { x: 1.31, y: 0.47, z: 0.83, w: 1.7 },
} as const;
const ROOTS = {
  lines: ['a = sqrt(x)', 'b = 2^x', 'c = ln(x)', 'h = σ(c)', 'd = 3*x*y', 'f = a*b + h*c + d'],
  inputs: { x: 1.63, y: 0.71 },
} as const;

/** u is below 0. */
const BELOW = { lines: ['u = tanh(x)', 'f = u*y'], inputs: { x: -0.8, y: 1.7 } } as const;

const LARGEST = { lines: ['m = max(x, y)', 'f = m*m*x'], inputs: { x: 1.63, y: 0.71 } } as const;

const ROWS: readonly Row[] = [
  { ...MIXED, id: 'sum-and-product', step: 'u', caught: 'x + y', lookAlike: 'x - y' },
  { ...MIXED, id: 'sign-of-term', step: 'v', caught: 'sin(x) + z/w', lookAlike: 'sin(x) - w/z' },
  { ...MIXED, id: 'part-left-out', step: 'u', caught: 'x', lookAlike: 'w' },
  { ...MIXED, id: 'upside-down', step: 'u2', caught: 'w/z', lookAlike: 'w*z' },
  { ...MIXED, id: 'function-left-out', step: 'n', caught: 'v', lookAlike: 'z' },
  { ...LARGEST, id: 'other-handed-on', step: 'm', caught: 'y', lookAlike: 'x + y' },
  { ...MIXED, id: 'power-multiplied', step: 'p', caught: '3*u3', lookAlike: 'u3^2' },
  { ...MIXED, id: 'sign-inside', step: 'n', caught: 'tanh(-v)', lookAlike: 'tanh(v^2)' },
  { ...MIXED, id: 'angle-in-degrees', step: 'u1', caught: 'sin(x*π/180)', lookAlike: 'sin(x*π)' },
  { ...MIXED, id: 'angle-in-degrees', step: 'du1/dx', caught: 'cos(x*π/180)', lookAlike: 'cos(x*π)' },
  { ...ROOTS, id: 'log-base', step: 'c', caught: 'log10(x)', lookAlike: 'ln(x)*10' },
  { ...ROOTS, id: 'log-base', step: 'dc/dx', caught: '1/(x*ln(10))', lookAlike: '1/(x*10)' },
  { ...MIXED, id: 'upstream-missing', step: 'df/du3', caught: 'dp/du3', lookAlike: 'df/dp*dp/du3' },
  { ...MIXED, id: 'local-slope-missing', step: 'df/du3', caught: 'df/dp', lookAlike: 'dp/du3' },
  { ...MIXED, id: 'above-for-local', step: 'dp/du3', caught: 'df/dp', lookAlike: 'df/dp*3*u3^2' },
  { ...MIXED, id: 'whole-for-local', step: 'dp/du3', caught: 'df/dp*3*u3^2', lookAlike: 'df/dp' },
  { ...MIXED, id: 'one-way-only', step: 'df/dx', caught: 'df/du*du/dx', lookAlike: 'df/du*y + p' },
  {
    ...MIXED,
    id: 'way-missing',
    step: 'df/dx',
    caught: 'df/du*du/dx + df/du1*du1/dx',
    lookAlike: 'df/du*du/dx',
  },
  {
    ...ROOTS,
    id: 'ways-multiplied',
    step: 'df/dc',
    caught: '(h)*(df/dh*dh/dc)',
    lookAlike: 'h + df/dh',
  },
  { ...ROOTS, id: 'ways-subtracted', step: 'df/dc', caught: 'df/du2*h - df/dh*dh/dc', lookAlike: 'df/dh' },
  { ...MIXED, id: 'links-added', step: 'df/du3', caught: 'df/dp + dp/du3', lookAlike: 'df/dp - dp/du3' },
  { ...MIXED, id: 'links-divided', step: 'df/du3', caught: 'df/dp / dp/du3', lookAlike: 'dp/du3 + df/dp' },
  { ...MIXED, id: 'neighbour-link', step: 'df/dz', caught: 'df/du2*du2/dw', lookAlike: 'df/du2*du2/dz' },
  { ...MIXED, id: 'sign-on-the-way', step: 'df/dw', caught: '-df/du2*du2/dw', lookAlike: 'df/du2*z' },
  { ...MIXED, id: 'own-factor', step: 'du/dx', caught: 'x', lookAlike: 'z' },
  { ...MIXED, id: 'value-for-slope', step: 'dn/dv', caught: 'n', lookAlike: 'v' },
  { ...MIXED, id: 'sum-slope', step: 'du3/du', caught: 'u', lookAlike: 'w' },
  { ...MIXED, id: 'above-the-bar', step: 'du2/dz', caught: 'w', lookAlike: 'z' },
  { ...MIXED, id: 'below-the-bar', step: 'du2/dw', caught: '-z/w', lookAlike: 'w/z' },
  { ...MIXED, id: 'exponent-kept', step: 'dp/du3', caught: '3*u3^3', lookAlike: '3*u3^4' },
  { ...MIXED, id: 'exponent-not-in-front', step: 'dp/du3', caught: 'u3^2', lookAlike: '2*u3^2' },
  { ...MIXED, id: 'power-lost', step: 'dp/du3', caught: '3*u3', lookAlike: '2*u3^3' },
  { ...MIXED, id: 'integrated', step: 'du2/dw', caught: 'z*ln(w)', lookAlike: 'w*ln(z)' },
  { ...MIXED, id: 'integrated', step: 'dp/du3', caught: 'u3^4/4', lookAlike: 'u3^4/3' },
  { ...ROOTS, id: 'power-rule-misplaced', step: 'db/dx', caught: 'x*2^(x-1)', lookAlike: 'x*2^x' },
  { ...MIXED, id: 'other-function', step: 'dn/dv', caught: '1 - n', lookAlike: '2 - n' },
  { ...LARGEST, id: 'slope-of-other', step: 'dm/dy', caught: '1', lookAlike: '2' },
  { ...MIXED, id: 'slope-at-value', step: 'du1/dx', caught: 'cos(u1)', lookAlike: 'cos(y)' },
  { ...MIXED, id: 'slope-at-argument', step: 'dn/dv', caught: '1 - v^2', lookAlike: '1 - v^3' },
  { ...ROOTS, id: 'constant-factor-lost', step: 'dd/dx', caught: 'y', lookAlike: '2*y' },
  { ...MIXED, id: 'sign-of-slope', step: 'du2/dw', caught: 'z/w^2', lookAlike: 'z/w^3' },
  { ...BELOW, id: 'minus-unbracketed', step: 'du/dx', caught: '1--0.6640^2', lookAlike: '1--0.6640' },
  { ...MIXED, id: 'decimal-shifted', step: 'u', caught: '6.157', lookAlike: '7.157' },
  { ...MIXED, id: 'arithmetic-slip', step: 'u', caught: '0.6175', lookAlike: '0.7156' },
];

describe.each(ROWS)('$id', ({ id, lines, inputs, step, caught, lookAlike }) => {
  test(`is ${caught} at ${step}`, () => {
    expect(causes(lines, inputs, step, caught)).toContain(id);
  });

  test(`is not ${lookAlike}`, () => {
    expect(causes(lines, inputs, step, lookAlike)).not.toContain(id);
  });

  test('has words of its own, without a number', () => {
    const pass = functionPass(lines, inputs);
    const voice = functionVoice(stepOf(pass, step), askedInFunction(pass, stepOf(pass, step)), enFunctions);
    const { ask, did } = voice.mistake(id);
    expect(ask).toMatch(/\?/);
    expect(ask).not.toMatch(/undefined|well done|mistake|\d\.\d/i);
    expect(did).toMatch(/^[a-z]/);
  });
});

test('every row of the table stands here', () => {
  expect(new Set(ROWS.map(({ id }) => id))).toEqual(new Set(GRAPH_MISTAKES.map(({ id }) => id)));
});

const POWER = { lines: ['u = 2*x', 'f = u^2'], inputs: { x: 1.3 } };
const RAISED = { lines: ['g = a^p', 'f = g*a'], inputs: { a: 1.7, p: 2.3 } };
const LN = { lines: ['u = 2*x', 'g = ln(u)', 'f = g*x'], inputs: { x: 1.3 } };
const EXP = { lines: ['u = 2*x', 'g = exp(u)', 'f = g*x'], inputs: { x: 1.3 } };
test.each<[{ lines: readonly string[]; inputs: Inputs }, string, string, readonly string[]]>([
  [POWER, 'df/du', '2', ['power-lost']],
  [POWER, 'df/du', '2.000', ['power-lost']],
  [RAISED, 'dg/da', 'p', ['power-lost']],
  [RAISED, 'dg/da', 'p*a', ['power-lost']],
  [RAISED, 'dg/da', 'a^p*ln(p)', ['power-rule-misplaced']],
  [RAISED, 'dg/da', 'a^p*ln(a)', ['power-rule-misplaced']],
  [RAISED, 'dg/dp', 'a^p*ln(p)', ['power-rule-misplaced']],
  [LN, 'dg/du', 'ln(u)/u', ['other-function']],
  [LN, 'dg/du', 'exp(u)', ['other-function']],
  [LN, 'dg/du', '1', ['other-function']],
  [EXP, 'dg/du', 'u*exp(u - 1)', ['other-function']],
  // What a function has made of the right values, or another number, is not said to be the right values.
  [{ lines: ['g = 1/u', 'f = g*u'], inputs: { u: 1.3 } }, 'dg/du', 'ln(u)', ['integrated']],
  [LN, 'dg/du', '2/u', []],
  [RAISED, 'dg/da', 'p^a*ln(p)', []],
])('of %j at %s, %s is %j', ({ lines, inputs }, id, typed, names) => {
  expect(causes(lines, inputs, id, typed)).toEqual(names);
  if (names.length === 0) expect(asked(lines, inputs, id, typed)).toBe('');
});

test('what a mistake comes to is recognised as a number too', () => {
  const pass = functionPass(MIXED.lines, MIXED.inputs);
  const slip = pass.values.get('dp/du3')!;
  expect(sameToDigits(slip, pass.values.get('df/du3')!)).toBe(false);
  expect(causes(MIXED.lines, MIXED.inputs, 'df/du3', slip.toPrecision(4))).toContain('upstream-missing');
});

test('the slope of f for a local one is told by its name, with which is asked; and the other way round', () => {
  const pass = functionPass(MIXED.lines, MIXED.inputs);
  const said = (id: string, mistake: GraphMistakeId) =>
    functionVoice(stepOf(pass, id), askedInFunction(pass, stepOf(pass, id)), enFunctions).mistake(mistake)
      .ask;
  expect(said('dp/du3', 'whole-for-local')).toMatch(
    /f’s slope with respect to h₃.*how does it change with h₃/,
  );
  expect(said('dp/du3', 'above-for-local')).toMatch(
    /f’s slope with respect to p.*how does it change with h₃/,
  );
  expect(said('df/du3', 'upstream-missing')).toMatch(/How p changes with h₃, .* one factor only/);
  expect(said('df/du3', 'local-slope-missing')).toMatch(/f’s slope with respect to p/);
});

test('of what is used several times, all ways and one of them are too much for a local slope', () => {
  for (const typed of ['df/du*y + df/du1*cos(x) + p', 'df/du*y'])
    expect(causes(MIXED.lines, MIXED.inputs, 'du/dx', typed)).toContain('whole-for-local');
});

test.each<[string, readonly string[], Inputs, string]>([
  ['4-1.693', ['L = |y - t|'], { y: 1.693, t: 4 }, 'u1'],
  ['t - y', ['L = |y - t|'], { y: 1.693, t: 4 }, 'u1'],
  ['5-10', ['f = q - b'], { q: 10, b: 5 }, 'f'],
  ['-5', ['f = q - b'], { q: 10, b: 5 }, 'f'],
  ['0.53 - 1.37', ['f = q - b'], { q: 1.37, b: 0.53 }, 'f'],
  ['1.5-4', ['v = u - 1.5', 'f = v*v'], { u: 4 }, 'v'],
  ['2 - 4 - 7', ['f = u - b + c'], { u: 4, b: 2, c: 7 }, 'f'],
])('a subtraction the wrong way round, %s in %j, is asked for its sign', (typed, lines, inputs, step) => {
  expect(asked(lines, inputs, step, typed)).toBe(enAnswers.differences.size());
});

test('a whole number is looked for among the values: none is said to be lacking', () => {
  expect(asked(['L = |y - t|'], { y: 1.693, t: 4 }, 'u1', '4/1.693')).toMatch(/go together in another way/);
});

test.each<[string, string, readonly string[], Inputs, string]>([
  ['2+2', '2', ['c = a + b', 'f = c*b'], { a: 2, b: 1 }, 'c'],
  ['5+1', '5', ['c = a + b', 'f = c*b'], { a: 2, b: 1 }, 'c'],
  ['10-2', '2', ['f = q - b'], { q: 10, b: 5 }, 'f'],
  ['12 - 5', '12', ['f = q - b'], { q: 10, b: 5 }, 'f'],
  ['10*2', '2', ['f = q*b'], { q: 10, b: 5 }, 'f'],
])('of %s it is %s that is doubted', (typed, doubted, lines, inputs, step) => {
  expect(asked(lines, inputs, step, typed)).toBe(enAnswers.differences.misplaced([doubted]));
});

const SHARE = { x: 0.47, y: 1.31, w: 0.83 };

test.each<[string, string, RegExp]>([
  // The slope of the share where the share itself is asked for: x and n are right.
  ['-x/n^2', 'df/dw', /^These are the right values, but they go together in another way/],
  ['x*n', 'df/dw', /^These are the right values/],
  ['-0.47/1.78^2', 'df/dw', /^These are the right values/],
  ['-x/n^2', 'f', /^Your calculation lacks a value of the formula/],
  ['y/n', 'df/dw', /^y does not belong there/],
  // Neither x nor n is in w.
  ['-x/n^2', 'df/da', /^None of the values that you typed is used in this step\./],
  ['(n - x)/n^2', 'da/dx', /^Does all of this belong here\?/],
])('%s for %s in a = x/n, f = a·w: %s', (typed, id, told) => {
  expect(asked(['n = x + y', 'a = x/n', 'f = a*w'], SHARE, id, typed)).toMatch(told);
});

test('of two numbers alike that one is doubted which stands in the other’s place', () => {
  const pass = functionPass(['f = a + b'], { a: 1, b: 2 });
  const checked = check(pass, stepOf(pass, 'f'), '2 + 2', new Map());
  if (checked.verdict !== 'wrong') throw new Error(checked.verdict);
  const { difference } = diagnose(pass, stepOf(pass, 'f'), checked.answer, beliefAt(pass, 'f', new Map()));
  expect(difference).toMatchObject({ kind: 'misplaced', about: ['a'], span: { start: 0, end: 1 } });
});

test('a number of the right size is asked for its sign, and no other number is doubted', () => {
  expect(causes(['f = q - b'], { q: 10, b: 5 }, 'f', '10+5')).toEqual(['sign-of-term']);
});

test('the number of parts may be meant by the words of a sum’s slope', () => {
  expect(asked(['d = b + 1', 'f = d*b'], { b: 1 }, 'dd/db', '2')).toMatch(/or the number of its parts/);
});

test('log to base 10 is recognised as the number of a calculator', () => {
  expect(causes(ROOTS.lines, ROOTS.inputs, 'c', Math.log10(1.63).toPrecision(4))).toEqual(['log-base']);
});

test.each([
  ['tan', { x: 1, y: 1 }, 'du1/dx', '1.0003'],
  ['tan', { x: 1, y: 1 }, 'du1/dx', '1.000'],
  ['sin', { x: 1, y: 1 }, 'du1/dx', '0.9998'],
  ['sin', { x: 1.2, y: 0.5 }, 'du1/dx', '0.01745'],
  ['cos', { x: 1.2, y: 0.5 }, 'du1/dx', '-0.02094'],
] as const)('the slope of %s of %j in degrees at %s, %s, is told to be that', (fn, inputs, step, typed) => {
  expect(causes([`f = ${fn}(x)*y`], inputs, step, typed)).toContain('angle-in-degrees');
});

test('an angle that comes out in degrees is told to be that', () => {
  expect(causes(['f = arctan(x)*y'], { x: 1.2, y: 0.5 }, 'u1', '50.19')).toContain('angle-in-degrees');
  expect(causes(['f = arctan(x)*y'], { x: 1.2, y: 0.5 }, 'u1', '2.572')).not.toContain('angle-in-degrees');
});

test('a number that nobody rounds is not met by one that is near it', () => {
  // f’s slope is y there, and that is 1.
  expect(causes(['f = tan(x)*y'], { x: 1.2, y: 1 }, 'du1/dx', '0.9998')).not.toContain('above-for-local');
  expect(causes(['f = tan(x)*y'], { x: 1.2, y: 1 }, 'du1/dx', '1')).toContain('above-for-local');
});

test('who forgets the product rule in the head is told so at the next step', () => {
  const inputs = { x: -2.3, y: 5.1, z: -4.7 };
  expect(causes(['q = x*y', 'f = sin(q)*z'], inputs, 'df/dx', 'df/dq*x')).toContain('own-factor');
});

// x stands in every factor but y, so that nothing is left without y.
test.each([
  [['u = x*y*x', 'f = u*x'], { x: 0.123456789, y: 0.123456789 }],
  [['f = x*y*x'], { x: 40, y: 1234567 }],
])('whatever is answered in %j, its mistakes can be looked for', (lines, inputs) => {
  const pass = functionPass(lines, inputs);
  for (const step of pass.steps) {
    const value = pass.values.get(step.id)!;
    for (const typed of [value, value * 1.01, -value].map((number) => number.toPrecision(4))) {
      const checked = check(pass, step, typed, new Map());
      expect(checked.verdict).not.toBe('unreadable');
      if (checked.verdict !== 'wrong') continue;
      expect(() => diagnose(pass, step, checked.answer, beliefAt(pass, step.id, new Map()))).not.toThrow();
    }
  }
});

test.each([
  ['u+0.0014', 'Where does 0.0014 come from? No value here is that number.'],
  ['u - 0.0014', 'Where does 0.0014 come from? No value here is that number.'],
  ['x+0.25', 'Where does 0.25 come from? No value here is that number.'],
])('a number that is added to a name and is no value is asked about: %s', (typed, question) => {
  expect(asked(['u = x*y', 'f = sigmoid(u)'], { x: 0.5, y: 2.2 }, 'f', typed)).toBe(question);
});

describe('a row of the table that throws', () => {
  // Each in a function of its own, as what mistakes make of a function is kept.
  const answer = (inputs: Inputs) => causes(['q = x*y', 'f = q*x'], inputs, 'q', '3.1');
  const row = GRAPH_MISTAKES.find(({ id }) => id === 'part-left-out')!;
  beforeEach(() => {
    vi.spyOn(row, 'rewrite').mockImplementation(() => {
      throw new Error('an empty product has no meaning here');
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
    passOverFaults((fault) => {
      throw fault;
    });
  });

  test('is named, where nobody has asked to have it passed over', () => {
    expect(() => answer({ x: 1.1, y: 2 })).toThrow(/part-left-out cannot be made at q/);
  });

  test('is passed over on the page: the answer is judged, and other mistakes are found', () => {
    const reported: string[] = [];
    passOverFaults(({ message }) => reported.push(message));
    expect(answer({ x: 1.1, y: 2 })).toContain('sum-and-product');
    expect(new Set(reported)).toEqual(new Set(['the mistake part-left-out cannot be made at q']));
  });
});
