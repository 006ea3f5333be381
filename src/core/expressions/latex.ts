import { exampleMark, type Quantity } from '../quantity.ts';
import type { Expr } from './expr.ts';
import { FUNCTIONS, type FunctionName } from './functions.ts';
import { nameOf, type Name } from './names.ts';
import { print, type Printer } from './print.ts';

const LETTERS: Readonly<Record<string, string>> = {
  ...{ η: '\\eta', μ: '\\mu', λ: '\\lambda', ρ: '\\rho', β: '\\beta', ε: '\\varepsilon' },
  ...{ α: '\\alpha', net: '\\mathrm{net}', out: '\\mathrm{out}' },
};

/** A quantity's name in LaTeX: `w_{11}^{(2)}`, `\frac{\partial E}{\partial a_{1}^{(1)}}`. */
export const latexName = (quantity: Quantity): string => writeName(nameOf(quantity));

const writeName = (name: Name): string =>
  name.example ? `{${writePlain(name)}}_{${exampleMark(name)}}` : writePlain(name);

function writePlain(name: Name): string {
  if (name.kind === 'partial') {
    return `\\frac{\\partial ${writeName(name.of)}}{\\partial ${writeName(name.wrt)}}`;
  }
  const { sub, layer, prime, hat } = name;
  const plain = LETTERS[name.letter] ?? name.letter;
  const raised = (prime ? '\\prime' : '') + (layer === undefined ? '' : `(${layer})`);
  return (hat ? `\\hat{${plain}}` : plain) + (sub ? `_{${sub}}` : '') + (raised ? `^{${raised}}` : '');
}

/** Functions for which LaTeX has a command of its own. */
const COMMANDS: Readonly<Partial<Record<FunctionName, string>>> = {
  sigmoid: '\\sigma',
  normalCdf: '\\Phi',
  normalPdf: '\\varphi',
  tanh: '\\tanh',
  log: '\\ln',
  sin: '\\sin',
  cos: '\\cos',
  tan: '\\tan',
  asin: '\\arcsin',
  acos: '\\arccos',
  atan: '\\arctan',
  max: '\\max',
  min: '\\min',
};

const functionName = (fn: FunctionName): string => COMMANDS[fn] ?? `\\operatorname{${FUNCTIONS[fn].symbol}}`;

const numberText = (text: string): string =>
  text === '½'
    ? '\\tfrac{1}{2}'
    : text
        .replace('−', '-')
        .replace('·', ' \\cdot ')
        .replace('∞', '\\infty ')
        .replace('π', '\\pi ')
        .replace(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+/, (raised) => `^{${raised.normalize('NFKC').replace('−', '-')}}`);

const PRINTER: Printer<string> = {
  number: (_, text) => numberText(text),
  quantity: (quantity) => latexName(quantity),
  sum: (terms) =>
    terms.map(({ minus, term }, i) => (i === 0 ? term : `${minus ? ' - ' : ' + '}${term}`)).join(''),
  product: (factors) =>
    factors
      .map(({ touching, factor }, i) => (i === 0 ? factor : `${touching ? ' ' : ' \\cdot '}${factor}`))
      .join(''),
  quotient: (numerator, denominator) => `\\frac{${numerator}}{${denominator}}`,
  negation: (operand) => `-${operand}`,
  power: (base, exponent) => `${base}^{${exponent}}`,
  call: (fn, ...args) =>
    fn === 'exp'
      ? `e^{${args.join()}}`
      : fn === 'sqrt'
        ? `\\sqrt{${args.join()}}`
        : fn === 'abs'
          ? `\\left|${args.join()}\\right|`
          : `${functionName(fn)}\\left(${args.join(', ')}\\right)`,
  brackets: (inner) => `\\left(${inner}\\right)`,
  stacked: true,
  raisedNames: true,
};

/** A formula in LaTeX, for a formula environment. */
export const latex = (expr: Expr): string => print(expr, PRINTER);
