import { call, negation, power, product, sum, type Expr } from '../../core/expressions/expr.ts';
import { factorFollows, factorTouches, takeOver, takeTimes } from './between.ts';
import { DEPTH, doubt, fail, look, take, takeSigns, type Cursor, type Doubt } from './cursor.ts';
import type { Names } from './names.ts';
import { divide, EULER, failCharacter, readOperand } from './operands.ts';
import type { Span } from './problem.ts';
import type { Scope } from './scope.ts';
import { negated, readRun, readTouching } from './signs.ts';
import type { Source } from './source.ts';

export type Parsed = Pick<Cursor, 'literals' | 'spans' | 'problem' | 'doubts'> & { readonly expr: Expr };

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
  const { literals, spans, problem, doubts } = cursor;
  return { expr, literals, spans, problem, doubts };
}

function readSum(cursor: Cursor): Expr {
  const terms = [readTerm(cursor)];
  for (let sign = take(cursor, /\s*([+-])/y); sign; sign = take(cursor, /\s*([+-])/y)) {
    const term = readTerm(cursor);
    terms.push(sign[1] === '-' ? negation(term) : term);
  }
  return sum(...terms);
}

/** Products and quotients from left to right; a product without a sign binds no tighter: 1/2a is (1/2)·a. */
function readTerm(cursor: Cursor): Expr {
  const negative = takeSigns(cursor);
  const first = readFactor(cursor, true);
  const isNumber = first === cursor.leaf;
  let factors = [negative && isNumber ? negated(cursor, first) : first];
  for (let lines = 0; ;) {
    if (takeTimes(cursor)) factors.push(readSigned(cursor, true));
    else if (takeOver(cursor)) {
      if (++lines > DEPTH) return fail(cursor, { kind: 'tooDeep', limit: DEPTH });
      factors = [readQuotient(cursor, product(...factors))];
    } else if (factorFollows(cursor)) factors.push(readFactor(cursor, true));
    else break;
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
  const base = readOperand(cursor, tenfold);
  const isRaised =
    take(cursor, /\s*(?:\^|\*\*)(?:\s*\^(?=\{))?/y) !== null ||
    (isPowerCopied(cursor) && doubt(cursor, 'raisedBrackets'));
  const expr = isRaised ? raise(base, readExponent(cursor, base)) : base;
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

function readExponent(cursor: Cursor, base: Expr): Expr {
  const negative = takeSigns(cursor);
  const mayBeIndex = cursor.scope.defining !== undefined && base.kind === 'quantity';
  const index = mayBeIndex && look(cursor, /\{\s*[([]\s*(\d+)\s*[)\]]\s*\}|\[\s*(\d+)\s*\]/y);
  if (index) {
    const [{ length }, round, square] = index;
    return fail(cursor, { kind: 'raisedIndex', index: round ?? square ?? '' }, cursor.at, cursor.at + length);
  }
  const bracketed = look(cursor, /[([{]/y) !== null;
  const factor = readFactor(cursor, false);
  const exponent = bracketed ? factor : readRun(cursor, factor);
  return negative ? negated(cursor, exponent) : exponent;
}
