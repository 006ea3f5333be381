import { describe, expect, test } from 'vitest';
import { functionPass } from '../support/functions.ts';

// Functions that books and courses take through their graphs, to the digits that they print.

type Worked = {
  readonly where: string;
  readonly lines: readonly string[];
  readonly inputs: Readonly<Record<string, number>>;
  /** Each number as it is printed, by the id of the step that comes to it. */
  readonly printed: Readonly<Record<string, string>>;
};

const WORKED: readonly Worked[] = [
  {
    where: 'Jurafsky, Martin: Speech and Language Processing, 3rd edition draft, the graph of c(a + 2b)',
    lines: ['d = 2b', 'e = a + d', 'L = c e'],
    inputs: { a: 3, b: 1, c: -2 },
    printed: {
      d: '2',
      e: '5',
      L: '-10',
      'dL/da': '-2',
      'dL/db': '-4',
      'dL/dc': '5',
      'dL/dd': '-2',
      'dL/de': '-2',
    },
  },
  {
    where: 'Stanford CS224n, the graph of (x + y)·max(y, z)',
    lines: ['f = (x + y) max(y, z)'],
    inputs: { x: 1, y: 2, z: 0 },
    printed: { f: '6', 'df/dx': '2', 'df/dy': '5', 'df/dz': '0' },
  },
  {
    where: 'Stanford CS231n, the squared length of a matrix times a vector',
    lines: ['q1 = w11 x1 + w12 x2', 'q2 = w21 x1 + w22 x2', 'f = q1² + q2²'],
    inputs: { w11: 0.1, w12: 0.5, w21: -0.3, w22: 0.8, x1: 0.2, x2: 0.4 },
    printed: {
      ...{ q1: '0.22', q2: '0.26', f: '0.116', 'df/dq1': '0.44', 'df/dq2': '0.52' },
      ...{ 'df/dw11': '0.088', 'df/dw12': '0.176', 'df/dw21': '0.104', 'df/dw22': '0.208' },
      ...{ 'df/dx1': '-0.112', 'df/dx2': '0.636' },
    },
  },
  {
    where: 'Prince: Understanding Deep Learning, 2023, notebook 7.1, the toy model of section 7.3',
    lines: [
      ...['f0 = b0 + w0*x', 'h1 = sin(f0)', 'f1 = b1 + w1*h1', 'h2 = exp(f1)', 'f2 = b2 + w2*h2'],
      ...['h3 = cos(f2)', 'f3 = b3 + w3*h3', 'l = (f3 - y)**2'],
    ],
    inputs: { b0: 1, b1: 2, b2: -3, b3: 0.4, w0: 0.1, w1: -0.4, w2: 2, w3: 3, x: 2.3, y: 2 },
    printed: {
      ...{
        f0: '1.230',
        h1: '0.942',
        f1: '1.623',
        h2: '5.068',
        f2: '7.137',
        h3: '0.657',
        f3: '2.372',
        l: '0.139',
      },
      ...{ 'dl/df3': '0.745', 'dl/dh3': '2.234', 'dl/df2': '-1.683', 'dl/dh2': '-3.366' },
      ...{ 'dl/df1': '-17.060', 'dl/dh1': '6.824', 'dl/df0': '2.281' },
      ...{ 'dl/db3': '0.745', 'dl/dw3': '0.489', 'dl/db2': '-1.683', 'dl/dw2': '-8.530' },
      ...{ 'dl/db1': '-17.060', 'dl/dw1': '-16.079', 'dl/db0': '2.281', 'dl/dw0': '5.246' },
    },
  },
  {
    where: 'Baydin and others: Automatic Differentiation in Machine Learning, a Survey, 2018, tables 2 and 3',
    lines: ['y = ln(x1) + x1 x2 - sin(x2)'],
    inputs: { x1: 2, x2: 5 },
    printed: { y: '11.652', 'dy/dx1': '5.5', 'dy/dx2': '1.716' },
  },
  {
    where: 'Géron: Hands-On Machine Learning, appendix on autodiff',
    lines: ['f = x²y + y + 2'],
    inputs: { x: 3, y: 4 },
    printed: { f: '42', 'df/dx': '24', 'df/dy': '10' },
  },
  {
    where: 'micrograd, README',
    lines: [
      ...['c = a + b', 'd = a * b + b**3', 'c1 = c + c + 1', 'c2 = c1 + 1 + c1 + (-a)'],
      ...['d1 = d + d * 2 + relu(b + a)', 'd2 = d1 + 3 * d1 + relu(b - a)', 'e = c2 - d2', 'f = e**2'],
      'g = f / 2.0 + 10.0 / f',
    ],
    inputs: { a: -4, b: 2 },
    printed: { g: '24.7041', 'dg/da': '138.8338', 'dg/db': '645.5773' },
  },
  {
    where: 'Karpathy: the spelled-out intro to backpropagation, a tanh neuron made of powers of e',
    lines: ['n = x1*w1 + x2*w2 + b', 'e = exp(2*n)', 'o = (e - 1)/(e + 1)'],
    inputs: { x1: 2, x2: 0, w1: -3, w2: 1, b: 6.8813735870195432 },
    printed: {
      n: '0.8814',
      o: '0.7071',
      'do/dn': '0.5',
      'do/dx1': '-1.5',
      'do/dw1': '1.0',
      'do/dx2': '0.5',
      'do/dw2': '0.0',
    },
  },
];

describe.each(WORKED)('$where', ({ lines, inputs, printed }) => {
  const { values } = functionPass(lines, inputs);

  test.each(Object.entries(printed))('%s is %s', (id, number) => {
    const digits = number.split('.')[1]?.length ?? 0;
    expect(values.get(id)).toBeCloseTo(Number(number), digits);
  });
});
