import { idOf, type Quantity } from '../quantity.ts';
import type { Expr } from './expr.ts';
import { FUNCTIONS } from './functions.ts';
import { nameOf, type Name } from './names.ts';
import { print, type Printer } from './print.ts';

// Presentation MathML as a string. Each quantity is one element that carries its id as data-name, so that
// whoever shows the formula can light it up, and tell which one was pointed at.

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char);

const mi = (text: string): string => `<mi>${escape(text)}</mi>`;
const mn = (text: string): string => `<mn>${escape(text)}</mn>`;
const mo = (text: string, attributes = ''): string => `<mo${attributes}>${escape(text)}</mo>`;
/** An index: digits stand upright, letters of a general formula slant. */
const index = (text: string): string =>
  /^[\d,]+$/.test(text)
    ? mn(text)
    : mrow(
        Array.from(text, (char) =>
          /[−+]/.test(char) ? mo(char) : /\d/.test(char) ? mn(char) : mi(char),
        ).join(''),
      );
const mrow = (inner: string): string => `<mrow>${inner}</mrow>`;

// Unstretched: a bracket around a single letter stays as tall as the letter.
const bracket = (inner: string, [open, close] = '()'): string => {
  const flat = /<m(frac|sqrt|under)/.test(inner) ? '' : ' stretchy="false"';
  return mrow(mo(open!, flat) + inner + mo(close!, flat));
};

function writeName(name: Name, stacked = true): string {
  const { example } = name;
  const plain = writePlain(name, stacked);
  return example
    ? `<msub>${plain}${mrow(mo('@', ' lspace="0" rspace="0"') + mn(String(example)))}</msub>`
    : plain;
}

function writePlain(name: Name, stacked: boolean): string {
  if (name.kind === 'partial') {
    if (!stacked) return mrow(mi('∂') + writeName(name.of) + mo('/') + mi('∂') + writeName(name.wrt));
    return `<mfrac>${mrow(mi('∂') + writeName(name.of))}${mrow(mi('∂') + writeName(name.wrt))}</mfrac>`;
  }
  const { sub, layer, prime, hat } = name;
  const letter = hat ? `<mover accent="true">${mi(name.letter)}${mo('^')}</mover>` : mi(name.letter);
  const raisedParts =
    (prime ? mo('′') : '') +
    (layer === undefined
      ? ''
      : mo('(', ' stretchy="false" lspace="0" rspace="0"') +
        index(String(layer)) +
        mo(')', ' stretchy="false" lspace="0" rspace="0"'));
  const raised = raisedParts && mrow(raisedParts);
  if (sub && raised) return `<msubsup>${letter}${index(sub)}${raised}</msubsup>`;
  if (sub) return `<msub>${letter}${index(sub)}</msub>`;
  return raised ? `<msup>${letter}${raised}</msup>` : letter;
}

/** A quantity's name as a MathML element that carries `data-name`. */
export const mathmlName = (quantity: Quantity): string => tagged(idOf(quantity), quantity);

/** The same with a slanted stroke for fractions, as high as one line. */
export const mathmlNameInline = (quantity: Quantity): string => tagged(idOf(quantity), quantity, false);

const tagged = (id: string, quantity: Quantity, stacked = true): string =>
  writeName(nameOf(quantity), stacked).replace(/^<(\w+)/, `<$1 data-name="${escape(id)}"`);

/** A number as it stands on paper: "−0.26", "1.5·10⁻⁷". */
export function mathmlNumber(text: string): string {
  if (text === '½') return `<mfrac displaystyle="false">${mn('1')}${mn('2')}</mfrac>`;
  const [mantissa = '', exponent] = text.split('·10');
  if (exponent === undefined) return signed(mantissa);
  const raised = signed(exponent.normalize('NFKC'));
  return mrow(`${signed(mantissa)}${mo('·')}<msup>${mn('10')}${raised}</msup>`);
}

/** First in its row a minus is a sign, close to its number. */
const signed = (text: string): string =>
  text.startsWith('−') ? mrow(mo('−') + mn(text.slice(1))) : mn(text);

const PRINTER: Printer<string> = {
  number: (_, text) => mathmlNumber(text),
  quantity: (quantity, id) => tagged(id, quantity),
  sum: (terms) =>
    mrow(terms.map(({ minus, term }, i) => (i === 0 ? '' : mo(minus ? '−' : '+')) + term).join('')),
  product: (factors) =>
    mrow(factors.map(({ touching, factor }, i) => (i === 0 || touching ? '' : mo('·')) + factor).join('')),
  quotient: (numerator, denominator) => `<mfrac>${mrow(numerator)}${mrow(denominator)}</mfrac>`,
  negation: (operand) => mrow(mo('−') + operand),
  power: (base, exponent) => `<msup>${mrow(base)}${mrow(exponent)}</msup>`,
  call: (fn, ...args) => {
    const argument = args.join(mo(','));
    if (fn === 'exp') return `<msup>${mi('e')}${mrow(argument)}</msup>`;
    if (fn === 'sqrt') return `<msqrt>${argument}</msqrt>`;
    return fn === 'abs' ? bracket(argument, '||') : mrow(mi(FUNCTIONS[fn].symbol) + bracket(argument));
  },
  brackets: (inner) => bracket(inner),
  stacked: true,
  raisedNames: true,
};

/** A formula as presentation MathML, without the `math` element around it. */
export const mathml = (expr: Expr): string => print(expr, PRINTER);

/** "name = formula", as MathML. */
export const mathmlEquation = (result: Quantity, formula: Expr): string =>
  mrow(mathmlName(result) + mo('=') + mathml(formula));
