import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { product, quantitiesOf, quantity as q, sum, type Expr } from '../../../src/core/expressions/expr.ts';
import { shortName } from '../../../src/core/expressions/names.ts';
import { text } from '../../../src/core/expressions/text.ts';
import { named } from '../../../src/core/function/name.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { check } from '../../../src/tutor/checking/check.ts';
import { inputsIn } from '../../../src/tutor/function/inputs.ts';
import { functionProblem } from '../../../src/tutor/messages/en/function.ts';
import { readFunctionText } from '../../../src/tutor/function/exercise.ts';
import { exactValue, stepOf } from '../../../src/tutor/pass.ts';
import * as c from '../support/complex.ts';
import { complexValue } from '../support/complex-value.ts';
import { formulas } from '../support/formulas.ts';

const passOf = (lines: readonly string[], inputs: Readonly<Record<string, number>>) => {
  const read = readFunctionText({ lines, inputs });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
};

/** Printed numbers, with the digits they are printed with. */
test.each<
  [string, readonly string[], Readonly<Record<string, number>>, Readonly<Record<string, number>>, number]
>([
  [
    'CS231n, add and times',
    ['q = x + y', 'f = q * z'],
    { x: -2, y: 5, z: -4 },
    { q: 3, f: -12, 'df/dq': -4, 'df/dz': 3, 'df/dx': -4, 'df/dy': -4 },
    9,
  ],
  [
    'CS231n, the sigmoid neuron',
    ['f = 1/(1 + exp(-(w0*x0 + w1*x1 + w2)))'],
    { w0: 2, x0: -1, w1: -3, x1: -2, w2: -3 },
    { f: 0.73, 'df/dw0': -0.2, 'df/dx0': 0.39, 'df/dw1': -0.39, 'df/dx1': -0.59, 'df/dw2': 0.2 },
    2,
  ],
  [
    'a scalar engine’s first test',
    ['z = 2 * x + 2 + x', 'q = relu(z) + z * x', 'h = relu(z * z)', 'y = h + q + q * x'],
    { x: -4 },
    { y: -20, 'dy/dx': 46 },
    9,
  ],
  [
    'a scalar engine’s longer example',
    [
      ...['c0 = a + b', 'd0 = a * b + b**3', 'c1 = c0 + c0 + 1', 'c2 = c1 + 1 + c1 + (-a)'],
      ...['d1 = d0 + d0 * 2 + relu(b + a)', 'd2 = d1 + 3 * d1 + relu(b - a)'],
      ...['e = c2 - d2', 'f = e**2', 'g0 = f / 2.0', 'g = g0 + 10.0 / f'],
    ],
    { a: -4, b: 2 },
    { g: 24.7041, 'dg/da': 138.8338, 'dg/db': 645.5773 },
    4,
  ],
  [
    'Jurafsky, Martin: Speech and Language Processing, 3rd edition draft, the graph of L = c(a + 2b)',
    ['d = 2 * b', 'e = a + d', 'L = c * e'],
    { a: 3, b: 1, c: -2 },
    { d: 2, e: 5, L: -10, 'dL/de': -2, 'dL/dd': -2, 'dL/da': -2, 'dL/db': -4, 'dL/dc': 5 },
    9,
  ],
  [
    'Baydin et al.: Automatic differentiation in machine learning, a survey, 2018, table 3',
    ['v1 = ln(x1)', 'v2 = x1 * x2', 'v3 = sin(x2)', 'v4 = v1 + v2', 'y = v4 - v3'],
    { x1: 2, x2: 5 },
    { v1: 0.693, v2: 10, v3: -0.959, v4: 10.693, y: 11.652, 'dy/dx1': 5.5, 'dy/dx2': 1.716 },
    3,
  ],
  [
    'Olah: Calculus on computational graphs, 2015',
    ['c = a + b', 'd = b + 1', 'e = c * d'],
    { a: 2, b: 1 },
    { c: 3, d: 2, e: 6, 'de/dc': 2, 'de/dd': 3, 'de/da': 2, 'de/db': 5 },
    9,
  ],
])('%s', (_, lines, inputs, printed, digits) => {
  const pass = passOf(lines, inputs);
  for (const [id, value] of Object.entries(printed))
    expect(Math.abs(exactValue(pass, id) - value), id).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-9);
});

describe('where there is no slope, a convention holds', () => {
  test.each<[string, number, Readonly<Record<string, number>>]>([
    ['f = abs(x)', 0, { 'df/dx': 0 }],
    ['f = relu(x)', 0, { 'df/dx': 0 }],
    ['f = max(x, y)', 2, { 'df/dx': 1, 'df/dy': 0 }],
    ['f = min(x, y)', 2, { 'df/dx': 1, 'df/dy': 0 }],
  ])('%s', (line, x, slopes) => {
    const pass = passOf([line], line.includes('y') ? { x, y: x } : { x });
    for (const [id, slope] of Object.entries(slopes)) expect(exactValue(pass, id)).toBe(slope);
  });
});

test('a random typed function has the gradient that a nudge measures', () => {
  const RUNS = 500;
  let judged = 0;
  const point = fc.integer({ min: -150, max: 150 }).map((n) => n / 100);
  const names = ['x', 'y', 'w0', 'h_1'].map(named);
  const [x, , , h] = names.map((name) => q(name)) as [Expr, Expr, Expr, Expr];
  const cases = fc.record({
    inner: formulas({ quantities: names.slice(0, 3), depth: 2 }),
    // The last line uses the one before it, and an input.
    outer: formulas({ quantities: names, depth: 2 }).map((outer) => sum(product(h, x), outer)),
    numbers: fc.tuple(point, point, point),
  });
  fc.assert(
    fc.property(cases, ({ inner, outer, numbers }) => {
      const used = new Set([inner, outer].flatMap(quantitiesOf).map(idOf));
      const inputs = Object.fromEntries(
        ['x', 'y', 'w0'].flatMap((name, i) => (used.has(name) ? [[name, numbers[i]!] as const] : [])),
      );
      const read = readFunctionText({ lines: [`h_1 = ${text(inner)}`, `f = ${text(outer)}`], inputs });
      if (!read.ok) {
        // Places where it is not defined; the spelling is never in the way.
        const { problem } = read;
        const kind = problem.kind === 'unreadable' ? problem.problem.kind : problem.kind;
        expect(['notFinite', 'divisionByZero'], text(outer)).toContain(kind);
        return;
      }
      let isJudged = false;
      for (const id of Object.keys(inputs)) {
        const seen: boolean[] = [];
        const visit = ([re, im]: c.Complex): void => {
          const size = Math.abs(re);
          seen.push(size > 1e-3 && size < 1e4 && Math.abs(im / c.STEP) < 1e4);
        };
        const complex = new Map(
          Object.entries(inputs).map(
            ([name, value]) => [name, name === id ? c.nudged(c.real(value)) : c.real(value)] as const,
          ),
        );
        complex.set('h_1', complexValue(inner, complex, visit));
        const nudge = c.slope(complexValue(outer, complex, visit));
        if (!seen.every(Boolean)) continue;
        isJudged = true;
        expect(Math.abs(exactValue(read.value, `df/d${id}`) - nudge), `df/d${id}`).toBeLessThanOrEqual(
          1e-9 * Math.max(1, Math.abs(nudge)),
        );
      }
      if (isJudged) judged += 1;
    }),
    { numRuns: RUNS },
  );
  expect(judged).toBeGreaterThan(RUNS / 2);
});

test.each([
  [['q = x + y', 'f = q * x'], { x: 1 }, { kind: 'unreadable', line: 1 }],
  [['q = x +* x', 'f = q * x'], { x: 1 }, { kind: 'unreadable', line: 1 }],
  [['x * x', 'f = x'], { x: 1 }, { kind: 'noName', line: 1 }],
  [['exp = x', 'f = exp'], { x: 1 }, { kind: 'reservedName', line: 1, name: 'exp' }],
  [['q = x', 'q = q * x'], { x: 1 }, { kind: 'nameTwice', line: 2, name: 'q' }],
  [['q = x', 'f = 2x'], { x: 1 }, { kind: 'unusedLine', line: 1, name: 'q' }],
  [['f = 2x'], { x: 1, y: 2 }, { kind: 'unusedInput', name: 'y' }],
  [['f = sqrt(x)'], { x: 0 }, { kind: 'notFinite', id: 'df/dx' }],
  [['f = x'], { x: Number.NaN }, { kind: 'badInput', name: 'x' }],
  [['f = x'], { 'x y': 1 }, { kind: 'badInput', name: 'x y' }],
  [['f = exp'], { exp: 1 }, { kind: 'reservedName', name: 'exp' }],
  [['f = a1'], { a1: 1, a_1: 2 }, { kind: 'nameTwice', name: 'a_1' }],
  [['f(y) = x^2'], { x: 1 }, { kind: 'unreadable', line: 1, problem: { kind: 'unknownName', name: 'y' } }],
  [['f(2) = x^2'], { x: 1 }, { kind: 'noName', line: 1, name: 'f(2)' }],
  [["y' = x"], { x: 1 }, { kind: 'noName', line: 1, name: "y'" }],
  [['\\hat{y} = 2 x'], { x: 1 }, { kind: 'noName', line: 1, name: '\\hat{y}' }],
  [['f = foo(x)'], { x: 1 }, { kind: 'unknownFunction', line: 1, name: 'foo', suggestion: undefined }],
  [['f = sgrt(x)'], { x: 1 }, { kind: 'unknownFunction', line: 1, name: 'sgrt', suggestion: 'sqrt' }],
  [['f = y(x + 1)'], { x: 1 }, { kind: 'unreadable', problem: { kind: 'unknownName', name: 'y' } }],
  [['q = f + x', 'f = q'], { x: 1 }, { kind: 'usedBefore', line: 1, name: 'f', at: 2 }],
  [['f = f + x'], { x: 1 }, { kind: 'usedBefore', line: 1, name: 'f', at: 1 }],
  [['f = x*ln(x - 3)'], { x: 1 }, { kind: 'unreadable', lost: { of: [-2] } }],
  [['f = 2'], {}, { kind: 'noLines' }],
  [[], {}, { kind: 'noLines' }],
])('%j with %j is told as %j', (lines, inputs, problem) => {
  expect(readFunctionText({ lines, inputs })).toMatchObject({ ok: false, problem });
});

test('a line of a number is an input; f(x) = and a last line without a name are read', () => {
  expect(passOf(['a = 2', 'a*x'], { x: 3 }).values.get('df/da')).toBe(3);
  expect(passOf(['f(x, y) = x y'], { x: 3, y: 5 }).values.get('f')).toBe(15);
  expect(passOf(['q(x₁, y) = x₁ + y', 'f ＝ q*x_1'], { x1: 3, y: 5 }).values.get('f')).toBe(24);
});

test.each(['', '   ', '# done'])('a line %j after the last one changes nothing', (line) => {
  expect(passOf(['q = x', 'q*q', line], { x: 3 }).values.get('df/dx')).toBe(6);
});

describe('what can be read in two ways is asked about, and never taken for one of them', () => {
  test.each([
    ['1/2x', { x: 3 }],
    // Both readings are ½ here, but their slopes are not.
    ['1/2x', { x: 1 }],
    ['d/dx', { d: 3, x: 2 }],
    ['sin 2x', { x: 2 }],
    ['x^2x', { x: 3 }],
  ])('%s with %j', (formula, inputs) => {
    const read = readFunctionText({ lines: [`f = ${formula}`], inputs });
    if (read.ok || read.problem.kind !== 'ambiguous') throw new Error(JSON.stringify(read));
    const [one, other] = read.problem.readings.map(text);
    expect(one).not.toBe(other);
    // Written as the question has it, each of them can be read.
    for (const way of [one, other]) expect(readFunctionText({ lines: [`f = ${way}`], inputs }).ok).toBe(true);
  });

  test.each(['f(2) + 1', 'x*f (x + 1)', 'xf(2x)', 'max(f[x], 1)', 'f(x, 2)'])(
    'after f(x) = x^2 in g = %s the f',
    (formula) => {
      expect(readFunctionText({ lines: ['f(x) = x^2', `g = ${formula}`], inputs: { x: 3 } })).toMatchObject({
        problem: {
          kind: 'unreadable',
          line: 2,
          problem: { kind: 'calledLine', start: 4 + formula.indexOf('f') },
        },
      });
    },
  );

  test('but not x1, which is no cross, nor an input before a bracket', () => {
    expect(passOf(['f = 2x1 + x1(x1 + 1)'], { x1: 3 }).values.get('f')).toBe(18);
  });
});

test.each([
  [['n = 3', 'f = x^n'], -2, -8, 12],
  [['n = 3', 'f = x^n'], 0, 0, 0],
  [['n = 3', 'f = n*x^(n - 1)'], -2, 12, -12],
])('an exponent that is a line of a number is that number: %j at %d', (lines, x, value, slope) => {
  const pass = passOf(lines, { x });
  expect([pass.values.get('f'), pass.values.get('df/dx')]).toEqual([value, slope]);
  expect(pass.givens.map(idOf)).toEqual(['x']);
});

test('where it is all that moves, an exponent stays an input', () => {
  expect(passOf(['n = 3', 'f = 2^n'], {}).values.get('df/dn')).toBeCloseTo(8 * Math.LN2, 9);
});

test.each([
  [' x ', 'x'],
  ['x₁', 'x_1'],
  ['x_{1}', 'x_1'],
])('an input typed as %j has the id %s, and so has a line', (typed, id) => {
  expect(passOf([`f = 3 ${id}`], { [typed]: 2 }).givens.map(idOf)).toEqual([id]);
  expect(passOf([`${typed} = a + 1`, `f = 2 ${typed}`], { a: 2 }).values.get(`df/d${id}`)).toBe(2);
});

test('a name we give is never spelled like one of the learner’s', () => {
  const pass = passOf(['u_1 = x*x', 'f = exp(x*u_1*u_1) + sin(x*x)'], { x: 0.5 });
  const shownNames = pass.steps.map(({ result }) => shortName(result));
  expect(new Set(shownNames).size).toBe(shownNames.length);
  const step = pass.steps.find(({ formula }) => text(formula) === 'sin(u_1)')!;
  expect(check(pass, step, 'sin(u_1)', new Map()).verdict).toBe('correct');
});

test.each<[readonly string[], readonly string[]]>([
  [['f = exp(2*x*y)'], ['u₁', 'f']],
  // The recurrent network: u is a weight of the learner's.
  [
    ['h1 = tanh(w*h0 + u*x1)', 'f = h1^2'],
    ['v₁', 'v₂', 'v₃', 'h₁', 'f'],
  ],
  [
    ['u_1 = a*b', 'f = exp(u_1*v)'],
    ['u₁', 'h₁', 'f'],
  ],
  [
    ['U = a*b', 'f = exp(U*x)'],
    ['U', 'u₁', 'f'],
  ],
])('of %j our names have a letter that the learner has not: %j', (lines, shownNames) => {
  const pass = passOf(lines, Object.fromEntries(inputsIn(lines).map((name) => [name, 0.5])));
  expect(pass.nodes.map(({ result }) => shortName(result))).toEqual(shownNames);
});

test('such a name keeps its id, and may be typed as it is shown, or by its id', () => {
  const pass = passOf(['f = exp(u*x)*x'], { u: 0.5, x: 2 });
  expect(pass.steps.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['u1', 'u2', 'f', 'df/du2', 'du2/du1', 'df/du1', 'du1/du']),
  );
  for (const typed of ['exp(v1)', 'exp(v₁)', 'e^{v_1}', 'exp(u1)'])
    expect(check(pass, stepOf(pass, 'u2'), typed, new Map()).verdict, typed).toBe('correct');
  for (const typed of ['df/dv2 * dv2/dv1', '∂f/∂v₂·∂v₂/∂v₁'])
    expect(check(pass, stepOf(pass, 'df/du1'), typed, new Map()).verdict, typed).toBe('correct');
});

test.each([
  ['df/dx', 'df/dq*dq/dx', 'correct'],
  ['df/dx', '∂f/∂q · ∂q/∂x', 'correct'],
  ['df/dx', String.raw`\frac{df}{dq} * 1`, 'correct'],
  ['df/dx', '-4', 'correct'],
  ['df/dx', '4', 'wrong'],
  ['q', 'x + y', 'correct'],
  ['q', 'x + f', 'unreadable'],
])('at %s the answer %s is %s', (id, typed, verdict) => {
  const pass = passOf(['q = x + y', 'f = q * z'], { x: -2, y: 5, z: -4 });
  expect(check(pass, stepOf(pass, id), typed, new Map()).verdict).toBe(verdict);
});

test('a right answer from a wrong earlier one is carried', () => {
  const pass = passOf(['q = x + y', 'f = q * z'], { x: -2, y: 5, z: -4 });
  expect(check(pass, stepOf(pass, 'f'), '-28', new Map([['q', '7']])).verdict).toBe('carried');
});

test('a name of several letters before a bracket is a factor once it has a number or stands alone somewhere', () => {
  expect(passOf(['f = rate(x + 1)'], { rate: 2, x: 3 }).values.get('f')).toBe(8);
  expect(inputsIn(['f = rate(x + 1) + rate'])).toEqual(['rate', 'x']);
  expect(inputsIn(['f = foo(x)'])).toEqual([]);
  expect(inputsIn(['f = x(y + z)'])).toEqual(['x', 'y', 'z']);
});

test.each([
  [['f = x*log(-1)'], { x: 1 }, 'ln is there for numbers above 0 only, not of −1.'],
  [['f = ln(x - 3)'], { x: 1 }, 'ln is there for numbers above 0 only, and x − 3 is −2.'],
  [['f = sqrt(x)'], { x: -2 }, 'There is no root of a number below 0, and x is −2.'],
  [['f = x*(1/0)'], { x: 1 }, 'This divides by 0.'],
  [['f = sqrt(x)'], { x: 0 }, '1/(2·f) divides by 0.'],
  [['f = exp(x)'], { x: 800 }, 'exp(x) is too large'],
  [['f = foo(x)'], { x: 1 }, 'tanh, relu, exp'],
  [['f = sen(x)'], { x: 1 }, 'Did you mean sin?'],
  [['f = max(x)'], { x: 1 }, 'max takes 2 or more values, not 1.'],
  [['f = 1/(x - y)'], { x: 1, y: 1 }, 'This divides by x − y, which is 0. (character 7)'],
  [['f = x $ y'], { x: 1, y: 2 }, '“$” cannot be read here. Take it out. (character 7)'],
  [['f = x " y'], { x: 1, y: 2 }, '“"” cannot be read here.'],
  [['f = x \\ y'], { x: 1, y: 2 }, '“\\” cannot be read here.'],
  [['q = f + x', 'f = q'], { x: 1 }, 'has no value before line 2'],
])('%j with %j is told why: %s', (lines, inputs, why) => {
  const read = readFunctionText({ lines, inputs });
  expect(read.ok ? '' : functionProblem(read.problem)).toContain(why);
});

test('max is one operation, named as it is written, and sends a slope back along the one that it hands on', () => {
  const pass = passOf(['f = max(x, y, z) + 7*min(x, y)'], { x: 1, y: 3, z: 2 });
  expect(pass.nodes.map(({ formula }) => text(formula))).toEqual(['max(x, y, z)', 'min(x, y)', 'u1 + 7·u2']);
  expect(['x', 'y', 'z'].map((name) => pass.values.get(`df/d${name}`))).toEqual([7, 1, 0]);
  const tie = passOf(['f = max(x, y)'], { x: 2, y: 2 });
  expect(['x', 'y'].map((name) => tie.values.get(`df/d${name}`))).toEqual([1, 0]);
});
