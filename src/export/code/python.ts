import type { FunctionName } from '../../core/expressions/functions.ts';
import { enCode } from '../../tutor/messages/en/code.ts';
import { headOf, type Worked } from './head.ts';
import { definitions, type Functions, type Language } from './language.ts';
import { identifiersOf } from './names.ts';
import { straightLine } from './straight-line.ts';

/** What everything written in Python has in common. */
export const PYTHONIC = {
  comment: '#',
  number: (value) => (Number.isFinite(value) ? String(value) : `float("${value}")`),
  negation: (operand) => `-${operand}`,
  xAbove0: (elsewhere) => `x if x > 0 else ${elsewhere}`,
  define: (name, body, parameters = 'x') => `def ${name}(${parameters}):\n    return ${body}`,
} as const satisfies Partial<Language>;

const LANGUAGE: Language = {
  ...PYTHONIC,
  functions: {
    sigmoid: { name: 'sigmoid' },
    tanh: 'math.tanh',
    relu: { name: 'relu', body: 'max(0.0, x)' },
    step: { name: 'step', body: '1.0 if x > 0 else 0.0' },
    lrelu: { name: 'leaky_relu' },
    softplus: { name: 'softplus' },
    silu: { name: 'silu' },
    gelu: { name: 'gelu' },
    elu: { name: 'elu', body: 'x if x > 0 else math.expm1(x)' },
    normalCdf: { name: 'normal_cdf', body: 'math.erfc(-x / math.sqrt(2)) / 2' },
    normalPdf: { name: 'normal_pdf', body: 'math.exp(-x * x / 2) / math.sqrt(2 * math.pi)' },
    huber: { name: 'huber', body: 'x * x / 2 if abs(x) <= 1 else abs(x) - 0.5' },
    clip: { name: 'clip', body: 'max(-1.0, min(1.0, x))' },
    sign: { name: 'sign', body: 'float((x > 0) - (x < 0))' },
    // math.exp raises an exception where the result is too large for a float.
    exp: { name: 'exp', body: 'math.exp(x) if x < 709 else math.inf' },
    log: 'math.log',
    sqrt: 'math.sqrt',
    abs: 'abs',
    ...{ asin: 'math.asin', acos: 'math.acos', atan: 'math.atan' },
    ...{ sin: 'math.sin', cos: 'math.cos', tan: 'math.tan', erf: 'math.erf', max: 'max', min: 'min' },
  } satisfies Functions<FunctionName>,
};

/** A whole number gets a point, as an array of whole numbers is of another type. */
export const decimal = (value: number): string =>
  Number.isInteger(value) && !String(value).includes('e') ? `${value}.0` : PYTHONIC.number(value);

/** The modules of Python itself that lines of a program use. */
export const importsFor = (lines: readonly string[]): readonly string[] => {
  const used = ['functools', 'math'].filter((module) => lines.some((line) => line.includes(`${module}.`)));
  return used.length > 0 ? ['', ...used.map((module) => `import ${module}`)] : [];
};

/** A line that prints a number under its name, and -0.0 as 0.0. */
export const printedLine = (indent: string, name: string, value: string): string =>
  `${indent}print(${name}, "=", ${value} + 0.0)  # ${enCode.plainZero}`;

/** Lines that print values under their ids. @param text how a value is printed */
export const printed = (
  values: readonly (readonly [id: string, value: string])[],
  text = 'value',
): readonly string[] => [
  'for name, value in [',
  ...values.map(([id, value]) => `    ("${id}", ${value}),`),
  ']:',
  printedLine('    ', 'name', text),
  '',
];

/** Plain Python, number by number, with nothing but its own `math`. */
export function python(pass: Worked): string {
  const identifier = identifiersOf(pass);
  const functions = definitions(
    pass.steps.map(({ formula }) => formula),
    LANGUAGE,
  );
  const body = straightLine(pass, LANGUAGE, (name, value) => `${name} = ${value}`);
  return [
    ...headOf(pass, '#'),
    ...importsFor([...functions, ...body]),
    ...functions.map((definition) => `\n\n${definition}`),
    ...(functions.length > 0 ? [''] : []),
    ...body,
    '',
    ...printed(pass.steps.map(({ id, result }) => [id, identifier(result)])),
  ].join('\n');
}
