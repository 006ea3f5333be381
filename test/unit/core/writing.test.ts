import { describe, expect, test } from 'vitest';
import { inFull, shown, shownGiven } from '../../../src/core/expressions/digits.ts';
import { evaluate, sizeOf, withNumbers } from '../../../src/core/expressions/evaluate.ts';
import {
  call,
  difference,
  half,
  negation,
  number,
  one,
  power,
  product,
  quantitiesOf,
  quantity as q,
  quotient,
  sameExpr,
  square,
  substitute,
  sum,
  type Expr,
} from '../../../src/core/expressions/expr.ts';
import { latex, latexName } from '../../../src/core/expressions/latex.ts';
import { mathml, mathmlEquation } from '../../../src/core/expressions/mathml.ts';
import { spoken } from '../../../src/core/expressions/speech.ts';
import { shortText, text } from '../../../src/core/expressions/text.ts';
import {
  activation,
  gradient,
  idOf,
  learningRate,
  loss,
  partial,
  preActivation,
  target,
  unitLoss,
  updated,
  weight,
  type Quantity,
} from '../../../src/core/quantity.ts';
import { TWO_TWO_ONE } from '../support/exercises.ts';
import { passValues, stepsOf } from '../support/passes.ts';
import { WORDS } from '../support/words.ts';

const a = q(activation(1, 1));
const z = q(preActivation(1, 1));
const t = q(target(1));
const w = q(weight(2, 1, 1));
const x = q(activation(0, 1));
const e = q(loss);
const dEda = q(gradient(activation(2, 1)));
const dadz = q(partial(activation(2, 1), preActivation(2, 1)));
const n = number;

describe('plain text', () => {
  test.each<[string, Expr]>([
    ['0.5·(−0.26)', product(n(0.5), n(-0.26))],
    ['−0.26·0.5', product(n(-0.26), n(0.5))],
    ['−0.35·0.5 + 0.9·(−0.8)', sum(product(n(-0.35), n(0.5)), product(n(0.9), n(-0.8)))],
    ['0.5 + (−0.35)·0.5', sum(n(0.5), product(n(-0.35), n(0.5)))],
    ['½(0.2 − 0.5203)²', product(half, square(difference(n(0.2), n(0.5203))))],
    ['½(0.2 − (−0.5203))²', product(half, square(difference(n(0.2), n(-0.5203))))],
    ['½(−0.2 − 0.5)²', product(half, square(difference(n(-0.2), n(0.5))))],
    ['½·0.2²', product(half, square(n(0.2)))],
    ['½·a[1][1]', product(half, a)],
    ['½(a[1][1] + t[1])·w[2][1][1]', product(half, sum(a, t), w)],
    ['w[2][1][1] − η·E', difference(w, product(q(learningRate), e))],
    ['0.4 − 0.5·(−0.08)', difference(n(0.4), product(n(0.5), n(-0.08)))],
    ['−0.5 − 0.3', difference(n(-0.5), n(0.3))],
    ['0.5 − (−0.3)', difference(n(0.5), n(-0.3))],
    ['0.5 + (−0.3)', sum(n(0.5), n(-0.3))],
    ['a[1][1]·(1 − a[1][1])', product(a, difference(one, a))],
    ['(1 − a[1][1])·a[1][1]', product(difference(one, a), a)],
    ['−0.5·(1 − (−0.5))', product(n(-0.5), difference(one, n(-0.5)))],
    ['1 − (−0.5)²', difference(one, square(n(-0.5)))],
    ['−0.5²', negation(square(n(0.5)))],
    ['(−0.5)²', square(n(-0.5))],
    ['(−a[1][1])²', square(negation(a))],
    ['−(a[1][1] + t[1])', negation(sum(a, t))],
    ['−(−a[1][1])', negation(negation(a))],
    ['−a[1][1]·t[1]', negation(product(a, t))],
    ['a[1][1] − (t[1] − w[2][1][1])', difference(a, difference(t, w))],
    ['a[1][1] + (t[1] + w[2][1][1])', sum(a, sum(t, w))],
    ['a[1][1]·(t[1]·w[2][1][1])', product(a, product(t, w))],
    ['a[1][1]/t[1]/w[2][1][1]', quotient(quotient(a, t), w)],
    ['a[1][1]/(t[1]/w[2][1][1])', quotient(a, quotient(t, w))],
    ['a[1][1]/(t[1]·w[2][1][1])', quotient(a, product(t, w))],
    ['a[1][1]/(1 + t[1])', quotient(a, sum(one, t))],
    ['a[1][1]/(−0.5)', quotient(a, n(-0.5))],
    ['−0.5/a[1][1]', quotient(n(-0.5), a)],
    ['t[1]·(−0.5/a[1][1])', product(t, quotient(n(-0.5), a))],
    ['(a[1][1] − t[1])/2', quotient(difference(a, t), n(2))],
    ['a[1][1]·(t[1]/2)', product(a, quotient(t, n(2)))],
    ['t[1]/2·a[1][1]', product(quotient(t, n(2)), a)],
    ['1/(1 + exp(−z[1][1]))', quotient(one, sum(one, call('exp', negation(z))))],
    ['1/(1 + exp(−(−0.5)))', quotient(one, sum(one, call('exp', negation(n(-0.5)))))],
    ['σ(−0.5)', call('sigmoid', n(-0.5))],
    ['1 − tanh(z[1][1])²', difference(one, square(call('tanh', z)))],
    ['a[1][1]³', power(a, n(3))],
    ['a[1][1]^10', power(a, n(10))],
    ['a[1][1]^(−1)', power(a, n(-1))],
    ['a[1][1]^0.5', power(a, n(0.5))],
    ['2^(a[1][1] + 1)', power(n(2), sum(a, one))],
    ['(2³)²', square(power(n(2), n(3)))],
    ['2^(3²)', power(n(2), square(n(3)))],
    ['(a[1][1]/t[1])²', square(quotient(a, t))],
    ['dE/da[2][1]·da/dz[2][1]', product(dEda, dadz)],
    ['a[1][1]/(dE/da[2][1])', quotient(a, dEda)],
    ['(dE/da[2][1])²', square(dEda)],
    ['1.234·10⁻⁵·a[1][1]', product(n(1.234e-5, '1.234·10⁻⁵'), a)],
    ['a[1][1]·(−1.234·10⁻⁵)', product(a, n(-1.234e-5, '−1.234·10⁻⁵'))],
    ['a[1][1]/(1.234·10⁻⁵)', quotient(a, n(1.234e-5, '1.234·10⁻⁵'))],
    ['(1.234·10⁻⁵)²', square(n(1.234e-5, '1.234·10⁻⁵'))],
    ['1·10⁻⁷ + 2·10²¹', sum(n(1e-7), n(2e21))],
    ['0.5·0', product(n(0.5), n(-0))],
    ['√(2)·ln(2)', product(call('sqrt', n(2)), call('log', n(2)))],
  ])('%s', (expected, expr) => {
    expect(text(expr)).toBe(expected);
  });

  test('of a formula as long as a wide layer stays flat', () => {
    const terms = Array.from({ length: 5000 }, () => n(-1));
    expect(text(sum(...terms))).toBe(`−1${' + (−1)'.repeat(4999)}`);
  });
});

describe('text with the short names of the page', () => {
  test.each<[string, Expr]>([
    ['x₁·w₁₁⁽²⁾', product(x, w)],
    ['1 − (a₁⁽¹⁾)²', difference(one, square(a))],
    ['x₁² + t₁² + E³', sum(square(x), square(t), power(e, n(3)))],
    ['∂E/∂a₁⁽²⁾·∂a₁⁽²⁾/∂z₁⁽²⁾', product(dEda, dadz)],
    ['(∂E/∂a₁⁽²⁾)²', square(dEda)],
    ['w₁₁⁽²⁾ − η·∂E/∂w₁₁⁽²⁾', difference(w, product(q(learningRate), q(gradient(weight(2, 1, 1)))))],
  ])('%s', (expected, expr) => {
    expect(shortText(expr)).toBe(expected);
  });
});

describe('numbers put in', () => {
  test.each([
    { id: 'z[1][1]', expected: '0.50·(−0.35) + 0.90·(−0.80)' },
    { id: 'z[1][2]', expected: '0.50·0.62 + 0.90·0.47' },
    { id: 'a[1][1]', expected: 'σ(−0.8950)' },
    { id: 'E', expected: '½(0.20 − 0.5076)²' },
    { id: 'da/dz[2][1]', expected: '0.5076·(1 − 0.5076)' },
    { id: 'dE/da[1][2]', expected: '0.07688·(−0.26)' },
    { id: "w'[2][2][1]", expected: '−0.26 − 0.50·0.05193' },
  ])('$id is $expected', ({ id, expected }) => {
    const values = passValues(TWO_TWO_ONE);
    const { formula } = stepsOf(TWO_TWO_ONE).find((step) => step.id === id)!;
    const computed = new Set(stepsOf(TWO_TWO_ONE).map((step) => step.id));
    const substituted = withNumbers(formula, values, (value, name) =>
      computed.has(name) ? shown(value) : shownGiven(value),
    );
    expect(text(substituted)).toBe(expected);
    expect(evaluate(substituted, new Map()), 'the value stays exact behind the digits').toBe(values.get(id));
  });

  test('keep the numbers of the formula as they are written', () => {
    const expr = product(half, a, n(2, '2.0'));
    expect(text(withNumbers(expr, new Map([['a[1][1]', -0.5]]), inFull))).toBe('½·(−0.5)·2.0');
  });

  test('need a value for every quantity', () => {
    expect(() => withNumbers(a, new Map(), String)).toThrow('a[1][1] is used before it has a value');
  });
});

describe('LaTeX', () => {
  test.each<[string, Expr]>([
    ['x_{1} \\cdot w_{11}^{(2)}', product(x, w)],
    ['\\sigma\\left(z_{1}^{(1)}\\right)', call('sigmoid', z)],
    ['\\tfrac{1}{2} \\left(t_{1} - a_{1}^{(1)}\\right)^{2}', product(half, square(difference(t, a)))],
    ['1 - \\left(a_{1}^{(1)}\\right)^{2}', difference(one, square(a))],
    ['t_{1}^{2}', square(t)],
    ['\\frac{1}{1 + e^{-z_{1}^{(1)}}}', quotient(one, sum(one, call('exp', negation(z))))],
    ['\\left(e^{t_{1}}\\right)^{2}', square(call('exp', t))],
    ['\\left(\\tfrac{1}{2}\\right)^{2}', square(half)],
    ['\\left(\\frac{t_{1}}{2}\\right)^{2}', square(quotient(t, n(2)))],
    ['\\frac{t_{1}}{2} \\cdot \\frac{1}{3}', product(quotient(t, n(2)), quotient(one, n(3)))],
    ['0.5 \\cdot \\left(-0.26\\right)', product(n(0.5), n(-0.26))],
    ['-0.5150 \\cdot 2', product(n(-0.515, '−0.5150'), n(2))],
    ['1.234 \\cdot 10^{-5} + t_{1}', sum(n(1.234e-5, '1.234·10⁻⁵'), t)],
    ['-1 \\cdot 10^{-7}', n(-1e-7)],
    ['\\sqrt{t_{1}} \\cdot \\ln\\left(2\\right)', product(call('sqrt', t), call('log', n(2)))],
    ['2^{-t_{1}}', power(n(2), negation(t))],
    [
      '\\frac{\\partial E}{\\partial a_{1}^{(2)}} \\cdot \\frac{\\partial a_{1}^{(2)}}{\\partial z_{1}^{(2)}}',
      product(dEda, dadz),
    ],
    ['\\left(\\frac{\\partial E}{\\partial a_{1}^{(2)}}\\right)^{2}', square(dEda)],
    ['\\operatorname{ReLU}\\left(-0.5\\right)', call('relu', n(-0.5))],
  ])('%s', (expected, expr) => {
    expect(latex(expr)).toBe(expected);
  });

  test.each<[string, Quantity]>([
    ['E', loss],
    ['E_{2}', unitLoss(2)],
    ['\\eta', learningRate],
    ['w_{1,12}^{(10)}', weight(10, 1, 12)],
    ['w_{11}^{\\prime(2)}', updated(weight(2, 1, 1))],
    ['\\frac{\\partial E}{\\partial w_{11}^{(2)}}', gradient(weight(2, 1, 1))],
  ])('of a name: %s', (expected, quantity) => {
    expect(latexName(quantity)).toBe(expected);
  });
});

describe('MathML', () => {
  const raised = (inner: string): string =>
    `<mrow><mo stretchy="false" lspace="0" rspace="0">(</mo><mn>${inner}</mn>` +
    `<mo stretchy="false" lspace="0" rspace="0">)</mo></mrow>`;
  const flat = (inner: string): string =>
    `<mrow><mo stretchy="false">(</mo>${inner}<mo stretchy="false">)</mo></mrow>`;
  const minus = '<mo>−</mo>';
  const a11 = `<msubsup data-name="a[1][1]"><mi>a</mi><mn>1</mn>${raised('1')}</msubsup>`;

  test.each<[string, Expr, string]>([
    ['an input', x, '<msub data-name="a[0][1]"><mi>x</mi><mn>1</mn></msub>'],
    ['an activation', a, a11],
    ['the loss', e, '<mi data-name="E">E</mi>'],
    ['a number', n(0.5), '<mn>0.5</mn>'],
    ['a negative number', n(-0.5), `<mrow>${minus}<mn>0.5</mn></mrow>`],
    [
      'a tiny number',
      n(1.234e-5, '1.234·10⁻⁵'),
      '<mrow><mn>1.234</mn><mo>·</mo><msup><mn>10</mn><mrow><mo>−</mo><mn>5</mn></mrow></msup></mrow>',
    ],
    [
      'a product with a negative number',
      product(n(0.5), n(-0.26)),
      `<mrow><mn>0.5</mn><mo>·</mo>${flat(`<mrow>${minus}<mn>0.26</mn></mrow>`)}</mrow>`,
    ],
    [
      'a·(1 − a)',
      product(a, difference(one, a)),
      `<mrow>${a11}<mo>·</mo>${flat(`<mrow><mn>1</mn><mo>−</mo>${a11}</mrow>`)}</mrow>`,
    ],
    [
      'the square of a name with a layer',
      square(a),
      `<msup><mrow>${flat(a11)}</mrow><mrow><mn>2</mn></mrow></msup>`,
    ],
    [
      'a function of a fraction, in brackets that grow with it',
      call('log', quotient(one, n(2))),
      '<mrow><mi>ln</mi><mrow><mo>(</mo><mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac><mo>)</mo></mrow></mrow>',
    ],
    [
      'a power of e',
      call('exp', negation(n(2))),
      `<msup><mi>e</mi><mrow><mrow>${minus}<mn>2</mn></mrow></mrow></msup>`,
    ],
  ])('of %s', (_, expr, expected) => {
    expect(mathml(expr)).toBe(expected);
  });

  test('of an equation has the result on the left', () => {
    expect(mathmlEquation(activation(1, 1), call('sigmoid', n(1)))).toBe(
      `<mrow>${a11}<mo>=</mo><mrow><mi>σ</mi>${flat('<mn>1</mn>')}</mrow></mrow>`,
    );
  });
});

describe('spoken text', () => {
  test.each<[string, Expr]>([
    ['a[0][1] times w[2][1][1] plus 0.5', sum(product(x, w), n(0.5))],
    ['sigmoid of open z[1][1] close', call('sigmoid', z)],
    ['one half times open t[1] minus a[1][1] close squared', product(half, square(difference(t, a)))],
    ['a[1][1] times open 1 minus a[1][1] close', product(a, difference(one, a))],
    ['0.5 times open negative 0.26 close', product(n(0.5), n(-0.26))],
    ['negative 0.26 times 0.5', product(n(-0.26), n(0.5))],
    ['negative a[1][1] over 2', quotient(negation(a), n(2))],
    ['a[1][1] over open 2 times t[1] close', quotient(a, product(n(2), t))],
    ['a[1][1] to the power 3', power(a, n(3))],
    ['w[2][1][1] minus η times E', difference(w, product(q(learningRate), e))],
  ])('%s', (expected, expr) => {
    expect(spoken(expr, WORDS)).toBe(expected);
  });
});

describe('an expression', () => {
  test('of one term or factor is that term or factor; of none it is a mistake', () => {
    expect([sum(a), product(a)]).toEqual([a, a]);
    expect(() => sum()).toThrow('an empty sum has no meaning here');
    expect(() => product()).toThrow('an empty product has no meaning here');
  });

  test('names its quantities once, in the order they are written', () => {
    expect(quantitiesOf(sum(product(w, a), square(t), a)).map(idOf)).toEqual([
      'w[2][1][1]',
      'a[1][1]',
      't[1]',
    ]);
  });

  test('may have a quantity replaced by a formula, and brackets come by themselves', () => {
    const inner = sum(x, one);
    const replaced = substitute(product(a, t), (id) => (id === 'a[1][1]' ? inner : undefined));
    expect(text(replaced)).toBe('(a[0][1] + 1)·t[1]');
  });

  test.each<[string, Expr, Expr, boolean]>([
    ['number texts aside', n(0.5), half, true],
    ['another number', n(0.5), n(0.6), false],
    ['another order', sum(a, t), sum(t, a), false],
    ['another function', call('tanh', a), call('sigmoid', a), false],
    ['one term more', sum(a, t), sum(a, t, w), false],
    ['a sum and a product', sum(a, t), product(a, t), false],
    ['the same, built twice', product(a, difference(one, a)), product(a, difference(n(1), a)), true],
  ])('is the same as another if it is written alike: %s', (_, first, second, same) => {
    expect(sameExpr(first, second)).toBe(same);
    expect(sameExpr(second, first)).toBe(same);
  });

  test('has as many parts as there are leaves and operations in it', () => {
    expect(sizeOf(product(a, difference(one, a)))).toBe(6);
  });

  test('without a value for a quantity cannot be evaluated, and the quantity is named', () => {
    expect(() => evaluate(sum(a, t), new Map([['a[1][1]', 1]]))).toThrow(
      't[1] is used before it has a value',
    );
  });
});
