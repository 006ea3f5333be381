import { doubt, fail, look, take, type Cursor } from './cursor.ts';
import { candidates } from './quantities.ts';
import { remark } from './remark.ts';

// What stands between two factors: a sign, or nothing.

const DECIMALS = /^\d+(?:[.,]\d|e[-+]?\d)|^[.,]\d/i;
const DECIMALS_WITHOUT_COMMA = /^\d+(?:\.\d|e[-+]?\d)|^\.\d/i;

/** A number, and no index: what ends in it is no name. */
const NUMBER_BEFORE = /(?<![\p{L}\d_.,])[.,]?\d[\d.,]*(?:e[-+]?\d+)?$/iu;

/** Steps over a sign for "times", if one is here: a dot, a cross, or the letter x where it is no input. */
export const takeTimes = (cursor: Cursor): boolean =>
  take(cursor, /\s*\*(?!\*)/y) !== null || takeCross(cursor);

function takeCross(cursor: Cursor): boolean {
  const x = look(cursor, /(\s*)(x)(\s*)/iy);
  if (!x) return false;
  const [{ length }, before = '', letter = '', after = ''] = x;
  if (cursor.names.exact.has(letter)) return false;
  const rest = cursor.text.slice(cursor.at + length);
  if (!isCross(cursor, before, after, rest)) return false;
  remark(cursor, cursor.at, { kind: 'cross' });
  cursor.at += length;
  return true;
}

function isCross(cursor: Cursor, before: string, after: string, rest: string): boolean {
  const isDefined = cursor.scope.defining !== undefined;
  // Any name may be an input of a function that is being typed: 2x − 3, 2xy, x1, x(y + z).
  if (isDefined && !NUMBER_BEFORE.test(cursor.text.slice(cursor.from, cursor.at))) return false;
  if ((cursor.commaSeparates ? DECIMALS_WITHOUT_COMMA : DECIMALS).test(rest)) return true;
  if (isDefined) return after !== '' && /^\d/.test(rest);
  const digits = /^\d+/.exec(rest)?.[0];
  if (digits !== undefined) {
    const isInput = !/[ \t]/.test(after) && candidates(cursor, `x${digits}`).length > 0;
    return !isInput || doubt(cursor, 'cross');
  }
  if (/^(?:_|\^|\*|'|\[\s*\d+\s*[\],])/.test(rest)) return false;
  const letter = /^\p{L}/u.test(rest);
  if (letter && after === '') return true;
  const bare = candidates(cursor, 'x').length === 1;
  if (letter || /^[∂√([{|\\¼-¾⅐-⅞]/.test(rest))
    return !bare || (before !== '' && after !== '') || doubt(cursor, 'cross');
  // In a function a sum is meant by 2x + 1, even where it has no x.
  const isSigned = cursor.names.exact.size > 0 ? /^-[.,]?\d/.test(rest) : /^[-+]/.test(rest);
  return isSigned && (!bare || doubt(cursor, 'cross'));
}

/** A colon divides numbers only. */
export function takeOver(cursor: Cursor): boolean {
  if (take(cursor, /\s*\//y)) return true;
  const before = cursor.text.slice(cursor.from, cursor.at);
  return (
    look(cursor, /\s*:/y) !== null && /\d\s*$/.test(before) && take(cursor, /\s*:(?=\s*[\d.,])/y) !== null
  );
}

/** Whether a factor follows with no sign between. */
export function factorFollows(cursor: Cursor): boolean {
  if (look(cursor, /\s*[\p{L}∂√([{\\]/uy)) return true;
  if (look(cursor, /\s*\|/y)) return !cursor.insideBars;
  if (!look(cursor, cursor.commaSeparates ? /\s*\.?\d|\s*[¼-¾⅐-⅞]/y : /\s*[.,]?\d|\s*[¼-¾⅐-⅞]/y))
    return false;
  if (!look(cursor, /\s/y) && /[)\]}]/.test(cursor.text[cursor.at - 1] ?? '')) return true;
  failBetween(cursor);
  return false;
}

/** "1 234.5" is one number with a space for its thousands; anything else lacks an operator. */
function failBetween(cursor: Cursor): void {
  const before = /(?:^|[^\d.,])(\d{1,3})$/.exec(cursor.text.slice(cursor.from, cursor.at))?.[1];
  const groups = look(cursor, /(?:\s\d{3})+(?!\d)(?:[.,]\d*)?/y)?.[0];
  if (before !== undefined && groups !== undefined) {
    const suggestion = (before + groups).replace(/\s/g, '').replace(',', '.');
    const start = cursor.at - before.length;
    fail(cursor, { kind: 'thousandsSeparator', suggestion }, start, cursor.at + groups.length);
  } else {
    take(cursor, /\s*/y);
    fail(cursor, { kind: 'missingOperator' });
  }
}

/** Whether a factor follows with not even a space between. */
export const factorTouches = (cursor: Cursor, pattern = /[\p{L}∂√([{]/uy): boolean =>
  look(cursor, pattern) !== null && (look(cursor, /x/iy) === null || !wouldCross(cursor));

/** Whether the x of 3x10^2 belongs to a name, so that no power of ten stands there. */
export function isNameInTenfold({ names: { exact }, scope }: Cursor, typed: string): boolean {
  const [, letter, space = ''] = /(x)(\s*)10/i.exec(typed) ?? [];
  if (letter === undefined) return false;
  const mayBeInput = scope.defining !== undefined || exact.has(`${letter}10`);
  return exact.has(letter) || (space === '' && mayBeInput);
}

/** As `takeCross`, but leaves the cursor and its doubts alone. */
export function wouldCross(cursor: Cursor): boolean {
  const copy = { ...cursor, doubts: new Set<never>(), remarks: new Map<never, never>() };
  return takeCross(copy);
}
