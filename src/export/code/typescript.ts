import { enCode } from '../../tutor/messages/en/code.ts';
import type { FunctionName } from '../../core/expressions/functions.ts';
import { headOf, type Worked } from './head.ts';
import { definitions, type Functions, type Language } from './language.ts';
import { identifiersOf } from './names.ts';
import { straightLine } from './straight-line.ts';

const BELL = 'Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)';
/**
 * How much of the bell curve there is up to x. Φ(x) − ½ over the bell curve is x + x³/3 + x⁵/(3·5) + … (Marsaglia, Evaluating the Normal Distribution, 2004). Far out
 * that would be ½ less nearly ½: there the bell curve stands over x + 1/(x + 2/(x + 3/(x + …))) (Laplace).
 */
const area = (left: string, right: string, middle: string): string => `{
  const bell = ${BELL};
  const size = Math.abs(x);
  if (size > 3) {
    let below = size;
    for (let n = 150; n > 0; n -= 1) below = size + n / below;
    return x < 0 ? ${left} : ${right};
  }
  let [term, sum] = [x, x];
  for (let n = 3; n < 80; n += 2) sum += term *= (x * x) / n;
  return ${middle};
}`;
const NORMAL_CDF = area('bell / below', '1 - bell / below', '0.5 + bell * sum');
/** erf(x) is 2Φ(√2·x) − 1. */
const ERF = `((x: number): number => ${area('(2 * bell) / below - 1', '1 - (2 * bell) / below', '2 * bell * sum')})(x * Math.SQRT2)`;

const LANGUAGE: Language = {
  comment: '//',
  number: String,
  // -x ** 2 is not allowed: it could be read in two ways.
  negation: (operand) => (operand.includes('**') ? `-(${operand})` : `-${operand}`),
  xAbove0: (elsewhere) => `(x > 0 ? x : ${elsewhere})`,
  define: (name, body) => `const ${name} = (x: number): number => ${body};`,
  functions: {
    sigmoid: { name: 'sigmoid' },
    tanh: 'Math.tanh',
    relu: { name: 'relu', body: 'Math.max(0, x)' },
    step: { name: 'step', body: '(x > 0 ? 1 : 0)' },
    lrelu: { name: 'leakyRelu' },
    softplus: { name: 'softplus' },
    silu: { name: 'silu' },
    gelu: { name: 'gelu' },
    elu: { name: 'elu', body: '(x > 0 ? x : Math.expm1(x))' },
    normalCdf: { name: 'normalCdf', body: NORMAL_CDF },
    normalPdf: { name: 'normalPdf', body: BELL },
    huber: { name: 'huber', body: 'Math.abs(x) <= 1 ? (x * x) / 2 : Math.abs(x) - 0.5' },
    clip: { name: 'clip', body: 'Math.max(-1, Math.min(1, x))' },
    sign: 'Math.sign',
    exp: 'Math.exp',
    log: 'Math.log',
    sqrt: 'Math.sqrt',
    abs: 'Math.abs',
    ...{ asin: 'Math.asin', acos: 'Math.acos', atan: 'Math.atan' },
    ...{ sin: 'Math.sin', cos: 'Math.cos', tan: 'Math.tan', max: 'Math.max', min: 'Math.min' },
    erf: { name: 'erf', body: ERF },
  } satisfies Functions<FunctionName>,
};

/** TypeScript, number by number, for Node, Deno, Bun or a browser's console. */
export function typescript(pass: Worked): string {
  const identifier = identifiersOf(pass);
  const functions = definitions(
    pass.steps.map(({ formula }) => formula),
    LANGUAGE,
  );
  return [
    ...headOf(pass, '//'),
    `// ${enCode.runTypeScript}`,
    ...(functions.length > 0 ? ['', ...functions] : []),
    ...straightLine(pass, LANGUAGE, (name, value) => `const ${name} = ${value};`),
    '',
    'const results = {',
    ...pass.steps.map(({ id, result }) => `  "${id}": ${identifier(result)},`),
    '};',
    'for (const [name, value] of Object.entries(results)) console.log(`${name} = ${value}`);',
    '',
  ].join('\n');
}
