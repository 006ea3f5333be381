import type { ArrayLanguage } from './arrays.ts';
import type { FunctionName } from '../../core/expressions/functions.ts';
import type { Functions } from './language.ts';
import { PYTHONIC } from './python.ts';

/** The one of several that wins against each of the others. */
const firstThat = (name: string, winner: string) => ({
  name,
  parameters: '*xs',
  body: `functools.reduce(lambda x, y: ${winner}, xs)`,
});

/**
 * The largest and the smallest: of equal ones the first is handed on, and it alone has the slope 1.
 * @param other how the second of two is written
 */
export const extremes = (module: string, other = 'y') => ({
  max: firstThat('largest', `${module}.where(x >= y, x, ${other})`),
  min: firstThat('smallest', `${module}.where(x <= y, x, ${other})`),
});

/** What the libraries call alike, each in its own module. */
const shared = (module: string) =>
  ({
    tanh: `${module}.tanh`,
    exp: `${module}.exp`,
    log: `${module}.log`,
    sqrt: `${module}.sqrt`,
    abs: `${module}.abs`,
    sin: `${module}.sin`,
    cos: `${module}.cos`,
    tan: `${module}.tan`,
    asin: `${module}.arcsin`,
    acos: `${module}.arccos`,
    atan: `${module}.arctan`,
    sign: `${module}.sign`,
    normalPdf: { name: 'normal_pdf', body: `${module}.exp(-x * x / 2) / (2 * math.pi) ** 0.5` },
    // A value beside 0 · x has a slope, 0, where a constant has none to ask for.
    step: { name: 'step', body: `${module}.where(x > 0, 1.0, 0.0) + 0 * x` },
    clip: { name: 'clip', body: `${module}.where(${module}.abs(x) < 1, x, ${module}.sign(x))` },
    ...extremes(module),
    huber: {
      name: 'huber',
      body: `${module}.where(${module}.abs(x) <= 1, x * x / 2, ${module}.abs(x) - 0.5)`,
    },
  }) as const satisfies Functions;

export type SharedFunction = keyof ReturnType<typeof shared>;

/**
 * A Python library of arrays.
 * @param module the name under which it is imported
 * @param own the functions that it calls in a way of its own
 * @param words what it calls the axis of a sum, and keeping that
 */
export const arrayLibrary = (
  module: string,
  own: Functions<Exclude<FunctionName, SharedFunction>>,
  words = { axis: 'axis', keeps: 'keepdims' },
): ArrayLanguage => ({
  ...PYTHONIC,
  functions: { ...shared(module), ...own },
  xAbove0: (elsewhere) => `${module}.where(x > 0, x, ${elsewhere})`,
  outer: (column, row) => `${module}.outer(${column}, ${row})`,
  diagonal: (numbers) => `${module}.diag(${numbers})`,
  filled: (like, value) => `${module}.full_like(${like}, ${value})`,
  rowSums: (rows, keeps) => `${rows}.sum(${words.axis}=1${keeps ? `, ${words.keeps}=True` : ''})`,
  unitMatrix: (rows) => `${module}.eye(${rows}.shape[1])`,
});
