import type { Pass } from '../../tutor/pass.ts';
import { headOf } from './head.ts';
import { definitions, type Language } from './language.ts';
import { identifier } from './names.ts';
import { straightLine } from './straight-line.ts';

const LANGUAGE: Language = {
  comment: '//',
  number: String,
  // -x ** 2 is not allowed: it could be read in two ways.
  negation: (operand) => (operand.includes('**') ? `-(${operand})` : `-${operand}`),
  define: (name, body) => `const ${name} = (x: number): number => ${body};`,
  functions: {
    sigmoid: { name: 'sigmoid' },
    tanh: 'Math.tanh',
    relu: { name: 'relu', body: 'Math.max(0, x)' },
    step: { name: 'step', body: '(x > 0 ? 1 : 0)' },
    exp: 'Math.exp',
    log: 'Math.log',
    sqrt: 'Math.sqrt',
    abs: 'Math.abs',
    sin: 'Math.sin',
    cos: 'Math.cos',
    tan: 'Math.tan',
  },
};

/** TypeScript, number by number, for Node, Deno, Bun or a browser's console. */
export function typescript(pass: Pass): string {
  const functions = definitions(
    pass.steps.map(({ formula }) => formula),
    LANGUAGE,
  );
  return [
    ...headOf(pass, '//'),
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
