import { quantitiesOf, sameExpr, type Expr } from '../../core/expressions/expr.ts';
import { look, type Cursor, type Loose } from './cursor.ts';
import { isZero } from './functions.ts';
import { remark, typedAt } from './remark.ts';
import { isOwnFactor } from './signs.ts';

/** Of a term that begins there; what is asked about is not told too. */
function remarkGrouped(cursor: Cursor, from: number, at: number, [typed, as, other]: Grouped): void {
  if (cursor.doubted < from) remark(cursor, at, { kind: 'grouped', typed, as, other });
  else cursor.remarks.delete(at);
}

type Grouped = readonly [typed: string, as: string, other: string];

/**
 * Whatever of tan x/2, sin x*y, x^1/2, e^-x/2 and e^x y is without brackets.
 * @param from where the term begins
 * @param at where what stands between begins; the cursor is behind the factor after it
 * @param last what was read with that factor
 */
export function remarkLoose(
  cursor: Cursor,
  loose: Loose,
  [from, at]: readonly [from: number, at: number],
  last: Expr | undefined,
): void {
  const { start, inner, end, isExponent, expr } = loose;
  const { text } = cursor;
  const [between = '', sign = ''] = look({ ...cursor, at }, /\s*([*/]?)\s*/y) ?? [];
  const next = at + between.length;
  const isPlain = isExponent
    ? !mayGoOn(expr, sign, text.slice(next))
    : sign === '' || (sign === '*' && expr.kind === 'number');
  // Above a line, abs and ReLU take what is positive in or out.
  const below = sign === '/' && last?.kind === 'quotient' && last.denominator;
  if (below && (sameExpr(below, unsigned(expr)) || /abs|relu/i.test(text.slice(start, inner)))) return;
  if (end !== at || isPlain || isOwnFactor(text, next) || isRaised(cursor, start)) return;
  const [raised = ''] = (isExponent && /\s*[*^]+$/.exec(text.slice(start, inner))) || [];
  const head = typedAt(cursor, start, inner - raised.length) + raised;
  const inside = typedAt(cursor, inner, end);
  const rest = between + typedAt(cursor, next, cursor.at);
  remarkGrouped(cursor, from, inner, [
    head + (/\s/.test(text[inner - 1] ?? '') ? ' ' : '') + inside + rest,
    (isExponent ? `(${head}${inside})` : `${head}(${inside})`) + rest,
    `${head}(${inside}${rest})`,
  ]);
}

/** Whether what is here was typed as a raised sign: the ² of x²^a. */
const isRaised = ({ source, text }: Cursor, at: number): boolean =>
  text[at] === '{' && source.typed[source.span(at, at + 1).start] !== '{';

const unsigned = (expr: Expr): Expr => (expr.kind === 'negation' ? expr.operand : expr);

/** Whether an exponent may be meant to go on: not the 2 of x^2/y, x^2/2 or x^-2/2, but that of x^2/3 and x^-2/y. */
function mayGoOn(expr: Expr, sign: string, rest: string): boolean {
  if (sign === '*' || expr.kind !== 'number') return sign !== '*';
  const { value } = expr;
  const below = Number(/^\d+/.exec(rest)?.[0] ?? 2 * value);
  return sign !== '' && value % below !== 0 && (value < 0 || value === 1 || below % value !== 0);
}

/**
 * Of a/b c: only b is below the line. ½ x and a/(b) c are plain.
 * @param from where the term begins
 * @param over where what is below begins
 * @param end where it ends
 */
export function remarkBelow(
  cursor: Cursor,
  whole: Expr | undefined,
  [from, over, end]: readonly [from: number, over: number, end: number],
): void {
  const start = over + (look({ ...cursor, at: over }, /\s*/y)?.[0].length ?? 0);
  const isShare = whole?.kind === 'quotient' && quantitiesOf(whole.numerator).length === 0;
  if (/^(?:[([{]|\\frac)/.test(cursor.text.slice(start)) || (isShare && /\d/.test(cursor.text[start] ?? '')))
    return;
  const above = typedAt(cursor, from, over - 1);
  const [below, next] = [typedAt(cursor, start, end), typedAt(cursor, end, cursor.at)];
  remarkGrouped(cursor, from, over, [
    `${above}/${below} ${next}`,
    `(${above}/${below}) * ${next}`,
    `${above}/(${below} * ${next})`,
  ]);
}

/** A sign that takes two, with no space around it. */
const TIGHT = /(?<=[\p{L}\d)}\]|])(?<!\de)[+-](?=\S)/giu;

/** With digits in the place of what is in brackets or bars, which is one thing. */
function flattened(text: string): string {
  let depth = 0;
  return text
    .replace(/([([{])|([)\]}])|[^()[\]{}]+/g, (piece: string, opening?: string, closing?: string) => {
      if (opening) depth += 1;
      const shown = depth > 0 ? '1'.repeat(piece.length) : piece;
      if (closing) depth -= 1;
      return shown;
    })
    .replace(/\|[^|]*\|/g, ({ length }) => '1'.repeat(length));
}

/**
 * Of x²-4 / x+2 in a sum, whose spaces say another thing than its signs: above the line is only the 4, below it only x.
 * @param from where the sum begins
 */
export function remarkSpaced(cursor: Cursor, from: number): void {
  const text = cursor.text.slice(from, cursor.at);
  if (!/\s\/\s/.test(text)) return;
  const flat = flattened(text);
  const [whole, above = '', line = '', below = ''] = /(?<!\S)(\S+)(\s+\/\s+)(\S+)/.exec(flat) ?? [];
  if (whole === undefined) return;
  const start = from + flat.indexOf(whole);
  const [last] = [...above.matchAll(TIGHT)].slice(-1);
  const [first] = below.matchAll(TIGHT);
  if (!last && !first) return;
  const middle = start + above.length + line.length;
  const end = middle + below.length;
  const [left, right] = [start + (last ? last.index + 1 : 0), first ? middle + first.index : end];
  const typed = (one: number, other: number): string => typedAt(cursor, one, other);
  const inBrackets = (part: string, isSum: unknown): string => (isSum ? `(${part})` : part);
  const [top, bottom] = [typed(start, start + above.length), typed(middle, end)];
  remark(cursor, start, {
    kind: 'grouped',
    typed: `${top} / ${bottom}`,
    as: `${typed(start, left)}(${typed(left, start + above.length)} / ${typed(middle, right)})${typed(right, end)}`,
    other: `${inBrackets(top, last)} / ${inBrackets(bottom, first)}`,
  });
}

/** Of a letter with what stands behind it without brackets. */
export const remarkLetter = (cursor: Cursor, at: number, name: string): void => {
  remark(cursor, at, { kind: 'letter', typed: typedAt(cursor, at, cursor.at), name });
};

/** Of a call: log, lg and log₂, and ReLU written as max. */
export function remarkCall(cursor: Cursor, at: number, word: string, args: readonly Expr[]): void {
  const plain = word.toLowerCase().replace(/[_{}\s]/g, '');
  const base = /^log(\d+)$/.exec(plain)?.[1] ?? (plain === 'lg' ? '10' : undefined);
  if (plain === 'log') remark(cursor, at, { kind: 'natural' });
  else if (base !== undefined)
    remark(cursor, at, { kind: 'toBase', typed: word.replace(/[{}\s]/g, ''), base });
  const [kind] = /max|min/.exec(plain) ?? [];
  if (kind && args.length === 2 && args.filter(isZero).length === 1)
    remark(cursor, at, { kind: kind as 'max' | 'min' });
}

/** Whether a power looks like Wᵀ. */
export function remarkExponent(cursor: Cursor, at: number, base: Expr, exponent: Expr): boolean {
  if (base.kind !== 'quantity' || exponent.kind !== 'quantity' || !/^T.?$/u.test(exponent.id)) return false;
  remark(cursor, at, { kind: 'transposed' });
  return true;
}
