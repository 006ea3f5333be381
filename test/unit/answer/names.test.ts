import { describe, expect, test } from 'vitest';
import { latexName } from '../../../src/core/expressions/latex.ts';
import { mathmlName } from '../../../src/core/expressions/mathml.ts';
import { shortName } from '../../../src/core/expressions/names.ts';
import { activation, idOf, partial, preActivation, weight } from '../../../src/core/quantity.ts';
import { readAnswer } from '../../../src/tutor/answer/read.ts';
import { answerTo, CHAIN, EXERCISE, passOf, scopeAt, SMALL } from './pass.ts';

const nameIn = (typed: string, scope = scopeAt()): string => {
  const { expr } = answerTo(typed, scope);
  return expr.kind === 'quantity' ? expr.id : JSON.stringify(expr);
};

describe('every quantity of a pass is read', () => {
  const quantities = [EXERCISE, SMALL, CHAIN].flatMap((exercise) =>
    passOf(exercise).quantities.map((quantity) => ({ exercise, quantity, id: idOf(quantity) })),
  );
  const read = (typed: string, exercise: typeof EXERCISE): string =>
    nameIn(typed, scopeAt(undefined, exercise));

  test.each(quantities)('$id in its id form', ({ exercise, id }) => {
    expect(read(id, exercise)).toBe(id);
    expect(read(id.replaceAll('[', ' [ ').replaceAll('/', ' / '), exercise)).toBe(id);
    expect(read(id.replaceAll('][', ', '), exercise)).toBe(id);
  });

  test.each(quantities)('$id in its short form', ({ exercise, quantity, id }) => {
    expect(read(shortName(quantity), exercise)).toBe(id);
  });

  test.each(quantities)('$id in LaTeX', ({ exercise, quantity, id }) => {
    expect(read(latexName(quantity), exercise)).toBe(id);
  });

  test.each(quantities)('$id as a browser copies it', ({ exercise, quantity, id }) => {
    const parts = [...mathmlName(quantity).matchAll(/>([^<]+)</g)].map(([, part]) => part);
    expect(read(parts.join(''), exercise)).toBe(id);
    expect(read(parts.join('\n'), exercise)).toBe(id);
  });
});

describe('as people type it', () => {
  test.each([
    ['x1', 'a[0][1]'],
    ['X1', 'a[0][1]'],
    ['x_1', 'a[0][1]'],
    ['x_{1}', 'a[0][1]'],
    ['x[1]', 'a[0][1]'],
    ['x₁', 'a[0][1]'],
    ['a01', 'a[0][1]'],
    ['a₁⁽⁰⁾', 'a[0][1]'],
    ['w11(2)', 'w[2][1][1]'],
    ['w11 (2)', 'w[2][1][1]'],
    ['w11^(2)', 'w[2][1][1]'],
    ['w11^{(2)}', 'w[2][1][1]'],
    ['w_11^(2)', 'w[2][1][1]'],
    ['w_{11}^{(2)}', 'w[2][1][1]'],
    ['w^{(2)}_{11}', 'w[2][1][1]'],
    ['w^(2)_11', 'w[2][1][1]'],
    ['w(2)11', 'w[2][1][1]'],
    ['w⁽²⁾₁₁', 'w[2][1][1]'],
    ['w_{1,1}^{(2)}', 'w[2][1][1]'],
    ['w_{11}^{[2]}', 'w[2][1][1]'],
    ['w^[2]_11', 'w[2][1][1]'],
    ['w[2,1,1]', 'w[2][1][1]'],
    ['w211', 'w[2][1][1]'],
    ['W[2][1][1]', 'w[2][1][1]'],
    ['w21(1)', 'w[1][2][1]'],
    ["w'11(2)", "w'[2][1][1]"],
    ["w11'(2)", "w'[2][1][1]"],
    ["w11(2)'", "w'[2][1][1]"],
    ["w11^(2)'", "w'[2][1][1]"],
    ['w′₁₁⁽²⁾', "w'[2][1][1]"],
    ['w₁₁⁽²⁾′', "w'[2][1][1]"],
    ['w’[2][1][1]', "w'[2][1][1]"],
    ["w[2][1][1]'", "w'[2][1][1]"],
    ['w_{11}^{\\prime(2)}', "w'[2][1][1]"],
    ["b'1(2)", "b'[2][1]"],
    ['b1(2)', 'b[2][1]'],
    ['b_1^(2)', 'b[2][1]'],
    ['a11', 'a[1][1]'],
    ['z21', 'z[2][1]'],
    ['z_1^(1)', 'z[1][1]'],
    ['t1', 't[1]'],
    ['T1', 't[1]'],
    ['t_1', 't[1]'],
    ['t₂', 't[2]'],
    ['E', 'E'],
    ['E1', 'E[1]'],
    ['E₁', 'E[1]'],
    ['E_1', 'E[1]'],
    ['eta', 'η'],
    ['η', 'η'],
    ['\\eta', 'η'],
    ['ETA', 'η'],
    ['δ[2][1]', 'dE/dz[2][1]'],
    ['δ₁⁽²⁾', 'dE/dz[2][1]'],
    ['δ1(2)', 'dE/dz[2][1]'],
    ['delta1(2)', 'dE/dz[2][1]'],
    ['delta[2][1]', 'dE/dz[2][1]'],
    ['Delta_1^(2)', 'dE/dz[2][1]'],
    ['\\delta_1^{(2)}', 'dE/dz[2][1]'],
    ['\\delta_{1}^{(2)}', 'dE/dz[2][1]'],
    ['dE/da1(2)', 'dE/da[2][1]'],
    ['dE / da[2][1]', 'dE/da[2][1]'],
    ['de/da[2][1]', 'dE/da[2][1]'],
    ['∂E/∂a[2][1]', 'dE/da[2][1]'],
    ['∂E/∂a_1^(2)', 'dE/da[2][1]'],
    ['∂E∂a1(2)', 'dE/da[2][1]'],
    ['𝜕E/𝜕a₁⁽²⁾', 'dE/da[2][1]'],
    ['\\frac{\\partial E}{\\partial a_1^{(2)}}', 'dE/da[2][1]'],
    ['\\partial E / \\partial a_1^{(2)}', 'dE/da[2][1]'],
    ['da/dz[2][1]', 'da/dz[2][1]'],
    ['∂a/∂z₁⁽²⁾', 'da/dz[2][1]'],
    ['∂a1(2)/∂z1(2)', 'da/dz[2][1]'],
    ['da[2][1]/dz[2][1]', 'da/dz[2][1]'],
    ['dE/dw11(2)', 'dE/dw[2][1][1]'],
    ['∂E/∂w₁₁⁽²⁾', 'dE/dw[2][1][1]'],
    ['dE/db1(2)', 'dE/db[2][1]'],
  ])('%j is %s', (typed, id) => {
    expect(nameIn(typed)).toBe(id);
  });
});

describe('a name without its layer', () => {
  test.each([
    ['dE/dz[2][1]', 'dE/da1', 'dE/da[2][1]'],
    ['dE/dz[2][1]', 'da/dz', 'da/dz[2][1]'],
    ['dE/dz[2][1]', '∂E/∂a', 'dE/da[2][1]'],
    ['dE/da[2][1]', 'a1', 'a[2][1]'],
    ['dE/da[2][1]', 't', 't[1]'],
    ['dE/da[2][1]', 'a', 'a[2][1]'],
    ['dE/da[1][1]', 'w11', 'w[2][1][1]'],
    ['dE/da[1][1]', 'δ1', 'dE/dz[2][1]'],
    ['dE/dw[1][1][1]', 'δ', 'dE/dz[1][1]'],
    ['dE/dw[1][1][1]', 'x', 'a[0][1]'],
    ['z[1][1]', 'w11', 'w[1][1][1]'],
    ['z[2][1]', 'a1', 'a[1][1]'],
    ['a[1][1]', 'z', 'z[1][1]'],
    // Only one has been worked out.
    ['z[1][2]', 'z', 'z[1][1]'],
    ['z[1][2]', 'a1', 'a[1][1]'],
    ['z[2][1]', 'w1', 'w[2][1][1]'],
    ['z[1][2]', 'w2', 'w[1][2][2]'],
    ["w'[2][1][1]", 'w11', 'w[2][1][1]'],
    ["w'[2][1][1]", 'w', 'w[2][1][1]'],
    ["w'[2][1][1]", 'dE/dw', 'dE/dw[2][1][1]'],
  ])('at %s, %s is %s', (asked, typed, id) => {
    expect(nameIn(typed, scopeAt(asked))).toBe(id);
  });

  test.each([
    ['x', 'a[0][1]'],
    ['t', 't[1]'],
    ['dE/dw1(2)', 'dE/dw[2][1][1]'],
    ['z^(2)', 'z[2][1]'],
    // With one unit a layer, a number that is no unit's is a layer's.
    ['z2', 'z[2][1]'],
    ['a2', 'a[2][1]'],
    ['w2', 'w[2][1][1]'],
    ['δ2', 'dE/dz[2][1]'],
    ['∂E/∂a2', 'dE/da[2][1]'],
    // As Mazur has them.
    ['i1', 'a[0][1]'],
    ['neth1', 'z[1][1]'],
    ['net_o1', 'z[2][1]'],
    ['outo1', 'a[2][1]'],
  ])('%s is %s where there is only one', (typed, id) => {
    expect(nameIn(typed, scopeAt(undefined, CHAIN))).toBe(id);
  });

  test.each([
    ['w11', 'whichLayer', ['w[1][1][1]', 'w[2][1][1]']],
    ['a1', 'whichLayer', ['a[1][1]', 'a[2][1]']],
    ['δ2', 'whichLayer', ['dE/dz[2][2]', 'dE/dz[1][2]']],
    ['w1', 'whichLayer', ['w[1][1][1]', 'w[1][1][2]', 'w[2][1][1]', 'w[2][1][2]']],
    ['w2(2)', 'whichLayer', ['w[2][2][1]', 'w[2][2][2]']],
    ['t', 'whichUnit', ['t[1]', 't[2]']],
    ['z^(1)', 'whichUnit', ['z[1][1]', 'z[1][2]']],
    ['dE/db', 'whichUnit', ['dE/db[2][1]', 'dE/db[2][2]', 'dE/db[1][1]', 'dE/db[1][2]']],
  ])('%s is asked about', (typed, kind, candidates) => {
    const reading = readAnswer(typed, scopeAt());
    if (reading.kind !== 'unreadable' || !('candidates' in reading.problem))
      throw new Error(JSON.stringify(reading));
    expect(reading.problem.kind).toBe(kind);
    expect(reading.problem.candidates.map(idOf)).toEqual(candidates);
  });
});

test('a layer after a name that has none is a factor', () => {
  expect(answerTo('x1(2)').value).toBe(0.1);
  expect(answerTo('t1(2)').value).toBe(0.02);
  expect(answerTo('x1^(2)').value).toBe(0.05 ** 2);
  expect(answerTo('a[1][1](2)').value).toBe(answerTo('2a[1][1]').value);
});

test('softmax of a z is its share among its layer, and of nothing else', () => {
  const [own, other] = ['z[2][1]', 'z[2][2]'].map((id) => answerTo(id).value);
  const powers = [Math.exp(own!), Math.exp(other!)];
  expect(answerTo('softmax(z1(2))').value).toBeCloseTo(powers[0]! / (powers[0]! + powers[1]!), 12);
  expect(answerTo('2 softmax(z2(2)) + 1').value).toBeCloseTo(
    1 + (2 * powers[1]!) / (powers[0]! + powers[1]!),
    12,
  );
  expect(readAnswer('softmax(z1)', scopeAt('z[1][2]'))).toMatchObject({ problem: { kind: 'later' } });
  for (const typed of ['softmax z1', 'softmax(z1(2)'])
    expect(readAnswer(typed, scopeAt()).kind).toBe('unreadable');
});

const SOFTMAX: typeof EXERCISE = {
  ...EXERCISE,
  network: { ...EXERCISE.network, activations: ['sigmoid', 'softmax'] },
};

test.each([
  'softmax(0.5)',
  'softmax(0.5, 0.2)',
  'softmax(a1(2))',
  'softmax(z1(2), 99)',
  'softmax(z1(2), z2(2))',
])('%s is told to take the z that is right there, and only where there is softmax', (typed) => {
  const problemAt = (id: string | undefined, exercise: typeof EXERCISE) =>
    readAnswer(typed, scopeAt(id, exercise));
  const told = (quantity: object) => ({ problem: { kind: 'shareOf', start: 0, quantity } });
  expect(problemAt(undefined, SOFTMAX)).toMatchObject(told({ layer: 2, unit: 1 }));
  expect(readAnswer('softmax(0.5)', scopeAt('a[2][2]', SOFTMAX))).toMatchObject(told({ layer: 2, unit: 2 }));
  expect(problemAt(undefined, EXERCISE).kind).toBe('unreadable');
  expect(readAnswer('softmax(0.5)', scopeAt('a[1][2]', SOFTMAX))).toMatchObject({
    problem: { kind: 'unknownName', name: 'softmax' },
  });
});

test('softmax with the z that is told is the right answer', () => {
  for (const id of ['a[2][1]', 'a[2][2]']) {
    const scope = scopeAt(id, SOFTMAX);
    const told = readAnswer('softmax(0.5)', scope);
    if (told.kind !== 'unreadable' || told.problem.kind !== 'shareOf') throw new Error(JSON.stringify(told));
    const { value } = answerTo(`softmax(${shortName(told.problem.quantity)})`, scope);
    expect(value).toBeCloseTo(scopeAt(undefined, SOFTMAX).values.get(id)!, 12);
  }
});

test('units with two digits are told apart by their comma', () => {
  const quantities = [weight(1, 1, 11), weight(1, 11, 1), weight(1, 2, 12)];
  const values = new Map(quantities.map((quantity, i) => [idOf(quantity), i]));
  const scope = { quantities, values, standing: () => 'known' as const, preferred: new Set<string>() };
  for (const quantity of quantities) {
    expect(nameIn(shortName(quantity), scope)).toBe(idOf(quantity));
    expect(nameIn(latexName(quantity), scope)).toBe(idOf(quantity));
  }
  expect(readAnswer('w111', scope)).toMatchObject({ problem: { kind: 'whichLayer' } });
});

test('the slopes of a layer that couples its units are told apart', () => {
  const quantities = [1, 2].flatMap((j) => [1, 2].map((m) => partial(activation(1, j), preActivation(1, m))));
  const values = new Map(quantities.map((quantity, i) => [idOf(quantity), i + 1]));
  const scope = { quantities, values, standing: () => 'known' as const, preferred: new Set<string>() };
  for (const quantity of quantities) {
    expect(nameIn(idOf(quantity), scope)).toBe(idOf(quantity));
    expect(nameIn(shortName(quantity), scope)).toBe(idOf(quantity));
  }
});

test('∂E/∂a·∂a/∂z is a product of two names, and a division by a name is one', () => {
  const scope = scopeAt('dE/dz[2][1]');
  const [slope, outer] = [answerTo('dE/da[2][1]', scope).value, answerTo('da/dz[2][1]', scope).value];
  expect(answerTo('∂E/∂a₁⁽²⁾·∂a₁⁽²⁾/∂z₁⁽²⁾', scope).value).toBe(slope * outer);
  expect(answerTo('dE/da[2][1]*da/dz[2][1]', scope).value).toBe(slope * outer);
  expect(answerTo('dE/da*da/dz', scope).value).toBe(slope * outer);
  expect(answerTo('1/dE/da[2][1]', scope).value).toBe(1 / slope);
  expect(answerTo('2dE/da[2][1]', scope).value).toBe(2 * slope);
  expect(answerTo('ηdE/da[2][1]', scope).value).toBe(0.5 * slope);
});
