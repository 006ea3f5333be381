import type { Expr } from '../../core/expressions/expr.ts';
import { called, fail, look, take, type Cursor } from './cursor.ts';
import { readFunction } from './functions.ts';

/** A method: its name without the `_` of one that works in place. */
const METHOD = /\.(\p{L}[\p{L}\d_]*?)_?(?![\p{L}\d_])/uy;

/**
 * A value with the methods that stand behind it: `x.relu()` is relu(x), `x.pow(2)` pow(x, 2).
 * @param from where the value begins
 * @param read what is in the brackets that stand here
 */
export function readMethods(cursor: Cursor, value: Expr, from: number, read: () => readonly Expr[]): Expr {
  let expr = value;
  for (let method = look(cursor, METHOD); method; method = look(cursor, METHOD)) {
    const { at: start } = cursor;
    const [, name = ''] = method;
    take(cursor, METHOD);
    const found = readFunction(`${name}(`, 0);
    const isKnown = found?.end === name.length;
    if (/^t$/i.test(name) && !isKnown) return fail(cursor, { kind: 'transposed' }, start, cursor.at);
    if (!take(cursor, /\s*(?=\()/y)) return failPoint(cursor, start, name, isKnown);
    if (!isKnown) return fail(cursor, { kind: 'foreign', name }, start, cursor.at);
    const args = [expr, ...(take(cursor, /\(\s*\)/y) ? [] : read())];
    if (cursor.problem) return expr;
    const { arguments: expected, orMore, apply } = found.application;
    if (args.length !== expected && !(orMore && args.length > expected)) {
      const counts = { expected, ...(orMore && { orMore }), found: args.length };
      return fail(cursor, { kind: 'argumentCount', name, ...counts }, start, cursor.at);
    }
    expr = called(cursor, apply(args), from);
  }
  return expr;
}

/** A point with no bracket behind it: within a name, self.w, or for "times". */
function failPoint(cursor: Cursor, at: number, name: string, isFunction: boolean): Expr {
  if (isFunction) return fail(cursor, { kind: 'missingArgument', name }, at, cursor.at);
  const owner = /[\p{L}\d_]*$/u.exec(cursor.text.slice(0, at))?.[0] ?? '';
  if (name.length === 1 && owner.length < 2)
    return fail(cursor, { kind: 'unexpectedCharacter', character: '.' }, at);
  if (owner === '') return fail(cursor, { kind: 'foreign', name }, at, cursor.at);
  const [typed, instead] = [`${owner}.${name}`, `${owner}_${name}`];
  return fail(cursor, { kind: 'markedName', name: typed, instead }, at - owner.length, cursor.at);
}
