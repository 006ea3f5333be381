import type { Expr } from '../../core/expressions/expr.ts';
import { CLOSING, fail, failUnclosed, look, type Cursor } from './cursor.ts';

// What stands where it cannot.

/** An operand was expected here. */
export function failOperand(cursor: Cursor): Expr {
  const { text, at, from, to } = cursor;
  if (at >= to) {
    const last = from + Math.max(text.slice(from).trimEnd().length - 1, 0);
    const bracket = text[last] ?? '';
    return bracket in CLOSING
      ? failUnclosed(cursor, bracket, last)
      : fail(cursor, { kind: 'missingOperand' }, last, to);
  }
  if (text.slice(from, at).trim() === '' && /[)\]}]/.test(text[at] ?? '')) return failCharacter(cursor);
  const opened = /[([{|]\s*$/.exec(text.slice(from, at));
  if (opened && /[)\]}|]/.test(text[at] ?? ''))
    return fail(cursor, { kind: 'emptyBrackets' }, from + opened.index, at + 1);
  if (/\/\/$/.test(text.slice(from, at + 1)) && text[at] === '/') {
    cursor.at = at - 1;
    return failCharacter(cursor);
  }
  if (look(cursor, /\^\{3\}√/y)) return fail(cursor, { kind: 'unexpectedCharacter', character: '∛' });
  return /[*/^:|,;)\]}]/.test(text[at] ?? '')
    ? fail(cursor, { kind: 'missingOperand' })
    : failCharacter(cursor);
}

/** Nothing that can stand here. */
export function failCharacter(cursor: Cursor): Expr {
  const bracket = look(cursor, /[)\]}]/y)?.[0];
  if (bracket !== undefined) return fail(cursor, { kind: 'unopenedBracket', bracket });
  const character = look(cursor, /\\(?:[A-Za-z]+|\\)|\/\/|[^]/uy)?.[0] ?? '';
  return fail(cursor, { kind: 'unexpectedCharacter', character }, cursor.at, cursor.at + character.length);
}
