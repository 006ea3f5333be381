import type { Expr } from '../../core/expressions/expr.ts';
import { CLOSING, fail, failUnclosed, look, type Cursor } from './cursor.ts';

// What stands where it cannot.

/** Words that are no names where a function is defined, each by the sign that is told of. */
const SIGNS: readonly (readonly [sign: string, words: RegExp])[] = [
  ['∞', /^inf(?:inity)?$/i],
  ['NaN', /^(?:nan|None|null|undefined)$/i],
  ['True', /^(?:True|False|TRUE|FALSE)$/],
  ['lim', /^lim(?:_|$)/],
  ['if', /^(?:if|else|elif|for|while|where|and|or|not|is)$/],
  ['times', /^(?:times|plus|minus|squared|cubed|mal|hoch|fois|moins)$/],
];

/** What is told of a word in place of a name; undefined where it may be one. */
export const signFor = (word: string): string | undefined => SIGNS.find(([, words]) => words.test(word))?.[0];

/** What stands behind the d of dx and of d theta. */
const ALONG = String.raw`(?:\s+\p{L}+|\p{L})(?:_?\{?\d+\}?|_\p{L})?(?![\p{L}\d_])`;
const SLOPE = new RegExp(
  String.raw`∂|(?:\\frac\s*\{\s*)?(d(?:\s*\^\s*\{?\d\}?)?(?:\s*${ALONG})?)\s*(?:\}\s*\{|/)\s*(d${ALONG})|[fgh]\d*\s*'+(?=\s*\()`,
  'uy',
);

/** Where a function is defined, what asks for a slope, as far as its parts are no names: ∂f/∂x, d/dx, f'(x). */
export function slopeAt(text: string, at: number, isName: (part: string) => boolean): number | undefined {
  SLOPE.lastIndex = at;
  const [found, ...parts]: readonly (string | undefined)[] = SLOPE.exec(text) ?? [];
  const isSlope = found !== undefined && !parts.some((part) => part !== undefined && isName(part));
  return isSlope ? at + found.length : undefined;
}

/** What a line begins with in place of a name, lim, dy/dx or f'(x), by the sign that is told of. */
export function signBefore(text: string): string | undefined {
  const start = text.search(/\S/);
  if (slopeAt(text, start, () => false) !== undefined || /^\s*f'+\s*=/.test(text)) return '∂';
  return signFor(/\p{L}+_?/uy.exec(text.slice(start))?.[0] ?? '');
}

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
