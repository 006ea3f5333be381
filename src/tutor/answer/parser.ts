import { call, negation, power, product, sum, type Expr } from '../../core/expressions/expr.ts';
import { factorFollows, factorTouches, takeOver, takeTimes } from './between.ts';
import { DEPTH, doubt, fail, look, take, takeSigns, type Cursor, type Doubt, type Remark } from './cursor.ts';
import type { Names } from './names.ts';
import { failCharacter } from './astray.ts';
import { divide, EULER, readOperand } from './operands.ts';
import type { Span } from './problem.ts';
import { remarkBelow, remarkExponent, remarkLoose, remarkSpaced } from './remarks.ts';
import type { Scope } from './scope.ts';
import { negated, readRun, readTouching } from './signs.ts';
import type { Source } from './source.ts';

export type Parsed = Pick<Cursor, 'literals' | 'spans' | 'problem' | 'doubts' | 'remarks'> & {
  readonly expr: Expr;
};

/** Reads characters `from` to `to` of an answer. */
export function parse(
  source: Source,
  [from, to]: readonly [from: number, to: number],
  scope: Scope,
  names: Names,
  taken: ReadonlySet<Doubt>,
): Parsed {
  const cursor: Cursor = {
    ...{ source, text: source.text.slice(0, to), from, to, scope, names, taken },
    ...{
      doubts: new Set<Doubt>(),
      doubted: -1,
      remarks: new Map<number, Remark>(),
      loose: undefined,
      literals: [],
      spans: new Map<Expr, Span>(),
      leaf: undefined,
      problem: undefined,
    },
    ...{ at: from, depth: 0, insideBars: false, commaSeparates: false },
    grammar: { sum: readSum, factor: readFactor },
  };
  const expr = readSum(cursor);
  take(cursor, /\s*/y);
  if (cursor.at < to) failCharacter(cursor);
  const { literals, spans, problem, doubts, remarks } = cursor;
  return { expr, literals, spans, problem, doubts, remarks };
}

function readSum(cursor: Cursor): Expr {
  const from = cursor.at;
  const terms = [readTerm(cursor)];
  for (let sign = take(cursor, /\s*([+-])/y); sign; sign = take(cursor, /\s*([+-])/y)) {
    const term = readTerm(cursor);
    terms.push(sign[1] === '-' ? negation(term) : term);
  }
  if (terms.length > 1) remarkSpaced(cursor, from);
  return sum(...terms);
}

/** Products and quotients from left to right; a product without a sign binds no tighter: 1/2a is (1/2)·a. */
function readTerm(cursor: Cursor): Expr {
  const negative = takeSigns(cursor);
  const from = cursor.at;
  /** What is below the last line, as long as factors without a sign follow. */
  let below: readonly [from: number, over: number, end: number] | undefined;
  const first = readFactor(cursor, true);
  const isNumber = first === cursor.leaf;
  let factors = [negative && isNumber ? negated(cursor, first) : first];
  for (let lines = 0; ;) {
    const { at, loose } = cursor;
    if (takeTimes(cursor)) {
      factors.push(readSigned(cursor, true));
      below = undefined;
    } else if (takeOver(cursor)) {
      if (++lines > DEPTH) return fail(cursor, { kind: 'tooDeep', limit: DEPTH });
      const over = cursor.at;
      factors = [readQuotient(cursor, product(...factors))];
      // What touches is asked about.
      below = factorTouches(cursor) ? undefined : [from, over, cursor.at];
    } else if (factorFollows(cursor)) {
      factors.push(readFactor(cursor, true));
      if (below) remarkBelow(cursor, factors[0], below);
    } else break;
    if (loose) remarkLoose(cursor, loose, [from, at], factors.at(-1));
  }
  const term = product(...factors);
  return negative && !isNumber ? negation(term) : term;
}

function readSigned(cursor: Cursor, tenfold: boolean): Expr {
  const negative = takeSigns(cursor);
  const factor = readFactor(cursor, tenfold);
  return negative ? negated(cursor, factor) : factor;
}

function readQuotient(cursor: Cursor, above: Expr): Expr {
  take(cursor, /\s*/y);
  const start = cursor.at;
  let below = readSigned(cursor, false);
  if (
    look(cursor, /\s*\*\s*10\s*(?:\^|\*\*)/y) &&
    /\d/.test(cursor.text[start] ?? '') &&
    doubt(cursor, 'tenfoldBelow')
  ) {
    cursor.at = start;
    cursor.literals.pop();
    below = readSigned(cursor, true);
  }
  if (factorTouches(cursor) && doubt(cursor, 'productBelow')) below = readTouching(cursor, below);
  return divide(cursor, above, below, start);
}

/** An operand, perhaps raised to a power: from right to left, the sign of an exponent included. */
function readFactor(cursor: Cursor, tenfold: boolean): Expr {
  if (++cursor.depth > DEPTH) return fail(cursor, { kind: 'tooDeep', limit: DEPTH });
  take(cursor, /\s*/y);
  const start = cursor.at;
  const base = readOperand(cursor, tenfold);
  const isRaised =
    take(cursor, /\s*(?:\^|\*\*)(?:\s*\^(?=\{))?/y) !== null ||
    (isPowerCopied(cursor) && doubt(cursor, 'raisedBrackets'));
  const expr = isRaised ? raise(base, readExponent(cursor, base, start)) : base;
  cursor.depth--;
  return expr;
}

/** Whether a 2 touches the bracket before it: a raised one loses its height where it is copied. */
const isPowerCopied = (cursor: Cursor): boolean =>
  cursor.text[cursor.at - 1] === ')' &&
  cursor.scope.defining === undefined &&
  look(cursor, /2(?![\d.,^eE]|\*\*)/y) !== null;

const raise = (base: Expr, exponent: Expr): Expr =>
  base === EULER ? call('exp', exponent) : power(base, exponent);

function readExponent(cursor: Cursor, base: Expr, start: number): Expr {
  const inner = cursor.at;
  const negative = takeSigns(cursor);
  const mayBeIndex = cursor.scope.defining !== undefined && base.kind === 'quantity';
  const index = mayBeIndex && look(cursor, /\{\s*[([]\s*(\d+|[a-z])\s*[)\]]\s*\}|\[\s*(\d+)\s*\]/y);
  if (index) {
    const [{ length }, round, square] = index;
    return fail(cursor, { kind: 'raisedIndex', index: round ?? square ?? '' }, cursor.at, cursor.at + length);
  }
  const bracketed = look(cursor, /[([{]/y) !== null;
  const factor = readFactor(cursor, false);
  const exponent = bracketed ? factor : readRun(cursor, factor);
  const expr = negative ? negated(cursor, exponent) : exponent;
  const isTransposed = remarkExponent(cursor, start, base, expr);
  if (!bracketed && !isTransposed) cursor.loose = { isExponent: true, start, inner, end: cursor.at, expr };
  return expr;
}
