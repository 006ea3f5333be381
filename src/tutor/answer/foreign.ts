import type { Expr } from '../../core/expressions/expr.ts';
import { fail, look, type Cursor } from './cursor.ts';

// What programs, and the notation of slopes and limits, write where a function has names and numbers.

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

/** A number to base 16, 8 or 2, and a method of a number, whose point would be its decimal mark. */
export function foreignNumber(cursor: Cursor, isName: (part: string) => boolean): Expr | undefined {
  const { at } = cursor;
  const [inBase] = look(cursor, /0(?:x[\da-f]{2,}|x[a-f]|b[01]+|o[0-7]+)(?![\p{L}\d_])/iuy) ?? [];
  // 0·xb, where there is an xb.
  const alone = new RegExp(String.raw`(?<![\p{L}\d_])${inBase?.slice(1)}(?![\p{L}\d_])`, 'u');
  const isProduct = inBase !== undefined && (alone.test(cursor.text) || isName(inBase.slice(1)));
  if (inBase !== undefined && !isProduct)
    return fail(cursor, { kind: 'otherBase', typed: inBase, value: Number(inBase) }, at, at + inBase.length);
  const [method, name] = look(cursor, /[\d.]*\d\.(\p{L}[\p{L}\d_]*)\s*\(\s*\)/uy) ?? [];
  return name === undefined
    ? undefined
    : fail(cursor, { kind: 'methodOfNumber', name }, at, at + (method?.length ?? 0));
}
