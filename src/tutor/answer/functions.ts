import {
  call,
  difference,
  half,
  negation,
  number,
  one,
  power,
  product,
  quotient,
  sum,
  type Expr,
} from '../../core/expressions/expr.ts';
import { FUNCTIONS, type FunctionName } from '../../core/expressions/functions.ts';

/** What a word with an argument means. */
export type Application = {
  readonly arguments: number;
  readonly orMore?: true;
  readonly apply: (args: readonly Expr[]) => Expr;
  /** Its derivative at its argument: σ′(z). */
  readonly slope?: (x: Expr) => Expr;
};

const zero = number(0);
/** Whether it is a 0. */
export const isZero = (expr: Expr): boolean => expr.kind === 'number' && expr.value === 0;

const scalar = (fn: FunctionName): Application => unary((x) => call(fn, x), FUNCTIONS[fn].derivative);

const unary = (apply: (x: Expr) => Expr, slope?: (x: Expr) => Expr): Application => ({
  arguments: 1,
  apply: ([x = zero]) => apply(x),
  ...(slope && { slope }),
});

const binary = (apply: (a: Expr, b: Expr) => Expr): Application => ({
  arguments: 2,
  apply: ([a = zero, b = zero]) => apply(a, b),
});

const logarithm = (base: number): Application =>
  unary((x) => quotient(call('log', x), call('log', number(base))));

const powerOfTwo = (x: Expr): Expr => power(number(2), x);
const exp = (x: Expr): Expr => call('exp', x);

/** @param ofZero what stands for it where one of two is 0: ReLU */
const several = (fn: FunctionName, ofZero: (x: Expr) => Expr): Application => ({
  arguments: 2,
  orMore: true,
  apply: (args) => {
    const rest = args.filter((arg) => !isZero(arg));
    return args.length === 2 && rest.length === 1
      ? ofZero(rest[0]!)
      : call(fn, args[0] ?? zero, ...args.slice(1));
  },
});

/** The commonest first: what a misspelt word is taken for. */
const rows: readonly (readonly [words: string, Application])[] = [
  ['sigmoid sigm sig sigma σ logistic expit logsig plogis', scalar('sigmoid')],
  ['tanh', scalar('tanh')],
  ['relu', scalar('relu')],
  ['exp', scalar('exp')],
  ['ln log', scalar('log')],
  ['sqrt √', scalar('sqrt')],
  ['abs fabs', scalar('abs')],
  ['sin', scalar('sin')],
  ['cos', scalar('cos')],
  ['tan', scalar('tan')],
  ['arcsin asin', scalar('asin')],
  ['arccos acos', scalar('acos')],
  ['arctan atan arctg', scalar('atan')],
  ['step heaviside', scalar('step')],
  ['lrelu leakyrelu', scalar('lrelu')],
  ['softplus', scalar('softplus')],
  ['silu swish', scalar('silu')],
  ['gelu', scalar('gelu')],
  ['elu', scalar('elu')],
  ['Φ Phi cdf normcdf', scalar('normalCdf')],
  ['φ phi pdf normpdf', scalar('normalPdf')],
  ['erf', scalar('erf')],
  ['huber', scalar('huber')],
  ['clip clamp hardtanh', scalar('clip')],
  ['sign sgn signum', scalar('sign')],
  // Made of others, as one writes them.
  ['sinh', unary((x) => product(half, difference(exp(x), exp(negation(x)))))],
  ['cosh', unary((x) => product(half, sum(exp(x), exp(negation(x)))))],
  ['log1p', unary((x) => call('log', sum(one, x)))],
  ['expm1', unary((x) => difference(exp(x), one))],
  ['exp2', unary(powerOfTwo)],
  ['lg log10', logarithm(10)],
  ['log2', logarithm(2)],
  ['square sq sqr', unary((x) => power(x, number(2)))],
  // What Python writes around a number of some of its libraries.
  ['float float16 float32 float64 tensor array', unary((x) => x)],
  ['max maximum fmax', several('max', (x) => call('relu', x))],
  ['min minimum fmin', several('min', (x) => negation(call('relu', negation(x))))],
  ['pow power', binary(power)],
];

const WORDS = new Map(rows.flatMap(([words, row]) => words.split(' ').map((word) => [word, row] as const)));

/** Every spelling of a function. */
export const FUNCTION_WORDS: readonly string[] = [...WORDS.keys()];

/** Modules that people write before a function: `np.exp`, `Math.exp`. */
export const MODULE = /(?:(?:math|np|numpy|jnp|jax|torch|tf|nn|f|functional|scipy|special)\s*\.\s*)+/iy;
// A base that touches belongs to the name before what it is taken of: log2(8), log2 x; but log 2. One that is lowered
// always does.
const WORD =
  /(?:log1p|expm1|exp2)(?=\s*\()|log\s*_\s*(?:\{\s*(?:\d+|e)\s*\}|\d+|e(?![A-Za-z]))|log\{?(?:10|2)\}?(?=\s*\(|\s*\|[^|]*\||\s+[\p{L}\d√\\]|[\p{L}√])|float\d+(?=\s*\()|leaky_relu|[A-Za-z]+|[σ√Φφ]/iuy;

/** A logarithm to any other base, log₃; to base 1 or 0 there is none. */
function toBase(plain: string): Application | undefined {
  const base = /^log(\d+|e)$/i.exec(plain)?.[1];
  if (base === undefined) return undefined;
  return /e/i.test(base) ? WORDS.get('ln') : Number(base) > 1 ? logarithm(Number(base)) : undefined;
}

/** Letters of functions that books call quantities too: σ of a deviation, φ of an angle. With an index they are names: σ₁. */
export const INDEXED = /(?:σ|sigma|φ|phi|Φ)[\d_]/y;

export const isLetter = (word: string): boolean => /^(?:σ|sigma|φ|phi|Φ)$/.test(word);

/** Digits between a word and its bracket belong to the word: relu6(x) is not relu(6)·x. */
const DIGITS = /\d+\s*\(/y;

export type FunctionRead = { readonly end: number; readonly word: string; readonly application: Application };

/** The function whose name starts at `at`, if one does. */
export function readFunction(text: string, at: number): FunctionRead | undefined {
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  const plain = word?.replace(/[_{}\s]/g, '') ?? '';
  // Φ and φ are two functions, Σ is a sum; of all others the letters may be of any case.
  const application =
    WORDS.get(plain) ?? (plain === 'Σ' ? undefined : WORDS.get(plain.toLowerCase())) ?? toBase(plain);
  DIGITS.lastIndex = at + (word?.length ?? 0);
  return word === undefined || application === undefined || (word.length > 1 && DIGITS.test(text))
    ? undefined
    : { end: at + word.length, word, application };
}
