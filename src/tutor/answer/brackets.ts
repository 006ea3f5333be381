import { call, type Expr } from '../../core/expressions/expr.ts';
import { failCharacter } from './astray.ts';
import { CLOSING, fail, failUnclosed, look, take, type Cursor } from './cursor.ts';
import { remark } from './remark.ts';

/** `mayBeDecimal`: somewhere between them a comma stands as it does within a number, 0,3775. */
export type Parts = { readonly parts: readonly Expr[]; readonly mayBeDecimal: boolean };

/**
 * The parts between brackets; one, or with `several` as many as there are.
 * @param callee the function whose brackets they are; a second part of log is meant to be its base
 */
export function readBrackets(cursor: Cursor, several: boolean, callee?: string): Parts {
  const { at: start, insideBars, commaSeparates } = cursor;
  const bracket = cursor.text[start] ?? '';
  const missing = CLOSING[bracket] ?? '';
  cursor.at++;
  cursor.insideBars = false;
  // With semicolons between the arguments, commas are decimal marks.
  cursor.commaSeparates =
    (several && !separatorsAhead(cursor).includes(';')) ||
    (bracket === '[' && cursor.scope.defining !== undefined);
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
    const base = isLog(callee) && look(cursor, /[,;]\s*(\d+|e(?=\s*\)))?/y);
    if (base) fail(cursor, { kind: 'logBase', ...(base[1] && { base: base[1] }) });
    else if (!cursor.scope.defining || !look(cursor, /[,;]/y)) failCharacter(cursor);
    else if (callee === undefined) fail(cursor, { kind: 'vector' }, start, cursor.at + 1);
    else
      fail(cursor, {
        kind: 'argumentCount',
        name: callee,
        expected: 1,
        found: 1 + separatorsAhead(cursor).length,
      });
  }
  return { parts, mayBeDecimal };
}

export const isLog = (word = ''): boolean => /^log$/i.test(word);

/** The signs that part what is between the brackets that are open here. */
function separatorsAhead({ text, at }: Cursor): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  for (const char of text.slice(at)) {
    if (/[([{]/.test(char)) depth++;
    else if (/[)\]}]/.test(char) && --depth < 0) break;
    else if (/[,;]/.test(char) && depth === 0) found.push(char);
  }
  return found;
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
  const { text, at } = cursor;
  // Of one number the length is its size, whatever stands below it.
  if (inner.kind !== 'call' || inner.fn !== 'abs' || text[start + 1] !== '|' || text[at - 2] !== '|')
    return call('abs', inner);
  if (cursor.scope.defining) take(cursor, /\s*_\s*(?:\{\s*\w\s*\}|\w)/y);
  remark(cursor, start, { kind: 'length' });
  return inner;
}
