import { call, type Expr } from '../../core/expressions/expr.ts';
import { failCharacter } from './astray.ts';
import { CLOSING, fail, failUnclosed, look, take, type Cursor } from './cursor.ts';

/** `mayBeDecimal`: somewhere between them a comma stands as it does within a number, 0,3775. */
export type Parts = { readonly parts: readonly Expr[]; readonly mayBeDecimal: boolean };

/**
 * The parts between brackets; one, or with `several` as many as there are.
 * @param ofLog a second one is meant to be its base
 */
export function readBrackets(cursor: Cursor, several: boolean, ofLog = false): Parts {
  const { at: start, insideBars, commaSeparates } = cursor;
  const bracket = cursor.text[start] ?? '';
  const missing = CLOSING[bracket] ?? '';
  cursor.at++;
  cursor.insideBars = false;
  // With semicolons between the arguments, commas are decimal marks.
  cursor.commaSeparates = several && !hasSemicolon(cursor);
  const parts = [cursor.grammar.sum(cursor)];
  let mayBeDecimal = false;
  while (several) {
    const isName = parts.at(-1)?.kind === 'quantity';
    mayBeDecimal ||= !isName && look(cursor, /(?<=\d),(?=\d)/y) !== null;
    if (!take(cursor, /\s*[,;]/y)) break;
    parts.push(cursor.grammar.sum(cursor));
  }
  Object.assign(cursor, { insideBars, commaSeparates });
  take(cursor, /\s*/y);
  const next = cursor.text[cursor.at];
  if (next === missing) cursor.at++;
  else if (cursor.at >= cursor.to) failUnclosed(cursor, bracket, start);
  else if (/[)\]}]/.test(next ?? '')) fail(cursor, { kind: 'wrongBracket', bracket: next ?? '', missing });
  else {
    const base = ofLog && look(cursor, /[,;]\s*(\d+|e(?=\s*\)))?/y);
    if (base) fail(cursor, { kind: 'logBase', ...(base[1] && { base: base[1] }) });
    else failCharacter(cursor);
  }
  return { parts, mayBeDecimal };
}

function hasSemicolon({ text, at }: Cursor): boolean {
  let depth = 0;
  for (const char of text.slice(at)) {
    if (/[([{]/.test(char)) depth++;
    else if (/[)\]}]/.test(char) && --depth < 0) return false;
    else if (char === ';' && depth === 0) return true;
  }
  return false;
}

export function readBars(cursor: Cursor): Expr {
  const { at: start, insideBars } = cursor;
  cursor.at++;
  cursor.insideBars = true;
  const inner = cursor.grammar.sum(cursor);
  cursor.insideBars = insideBars;
  if (!take(cursor, /\s*\|/y)) {
    if (cursor.at < cursor.to) return failCharacter(cursor);
    failUnclosed(cursor, '|', start);
  }
  return call('abs', inner);
}
