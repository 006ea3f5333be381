import { evaluate } from '../../core/expressions/evaluate.ts';
import { written } from '../../core/expressions/names.ts';
import { partsOf, type Expr } from '../../core/expressions/expr.ts';
import { idOf, type Quantity } from '../../core/quantity.ts';
import type { Doubt, Remark } from './cursor.ts';
import { READABLE } from './limit.ts';
import { lostIn } from './lost.ts';
import { namesOf, readName, type Names } from './names.ts';
import type { Literal } from './numbers.ts';
import { parse, type Parsed } from './parser.ts';
import type { Problem, Span } from './problem.ts';
import type { Scope } from './scope.ts';
import { sourceOf, type Source } from './source.ts';

export type { Scope } from './scope.ts';

export type Valued = { readonly expr: Expr; readonly value: number };

export type Answer = Valued & {
  /** Significant digits of a plain number, trailing zeros included; Infinity for an expression. */
  readonly digits: number;
  /** Half a unit of the last digit typed; 0 for an expression. */
  readonly halfUnit: number;
  /** Other readings of an ambiguous spelling that have another value: 1/2x as 1/(2·x). */
  readonly alternatives: readonly Valued[];
  /** The numbers typed, in order; a sign that belongs to the number is in its value. */
  readonly literals: readonly Literal[];
  /** Where in the string as typed each number, name and call of `expr`, and of the alternatives, stands. */
  readonly spans: ReadonlyMap<Expr, Span>;
};

export type Reading =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'unreadable'; readonly problem: Problem }
  | { readonly kind: 'empty' };

type Segment = readonly [from: number, to: number];
type Side = { readonly segment: Segment; readonly answer: Answer };

/** Reads a number or an expression as a learner types it. Never throws; what it takes grows with the length only. */
export function readAnswer(typed: string, scope: Scope): Reading {
  const limit = READABLE;
  if (typed.length > limit) return unreadable({ kind: 'tooLong', limit, start: limit, end: typed.length });
  const source = sourceOf(typed);
  const names = cachedNames(scope.quantities);
  const sides: Side[] = [];
  for (const segment of segmentsOf(source, scope, names)) {
    const side = readSide(source, segment, scope, names);
    if ('kind' in side) return unreadable(side);
    sides.push({ segment, answer: side });
  }
  return agree(source, sides);
}

/** What is to be told of how a line of a function is spelled, as far as it can be read. */
export function remarksIn(typed: string, scope: Scope): readonly Remark[] {
  if (typed.length > READABLE) return [];
  const source = sourceOf(typed);
  const names = cachedNames(scope.quantities);
  return segmentsOf(source, scope, names).flatMap((segment) => [
    ...parse(source, segment, scope, names, new Set()).remarks.values(),
  ]);
}

const unreadable = (problem: Problem): Reading => ({ kind: 'unreadable', problem });

// In another notation the same quantities have other names.
const CACHE = new WeakMap<readonly Quantity[], Map<typeof written.rename, Names>>();

function cachedNames(quantities: readonly Quantity[]): Names {
  const { rename } = written;
  const known = CACHE.get(quantities) ?? new Map<typeof rename, Names>();
  CACHE.set(quantities, known);
  const names = known.get(rename) ?? namesOf(quantities);
  known.set(rename, names);
  return names;
}

/** What stands between the signs of equality, without the punctuation of a sentence and without "name =". */
function segmentsOf({ text }: Source, scope: Scope, names: Names): readonly Segment[] {
  const end = text.search(/[\s.,;=]*$/);
  const segments = [...text.slice(0, end).matchAll(/[^=]+/g)]
    .map(({ 0: { length }, index }): Segment => [index, index + length])
    .filter(([from, to]) => /[^\s:]/.test(text.slice(from, to)));
  if (!text.includes('=')) return segments.map((segment) => afterColon(segment));
  return segments.filter((segment) => !isAsked(segment));

  /** Of "z: 0.5" what stands after the colon. */
  function afterColon([from, to]: Segment): Segment {
    const colon = text.indexOf(':', from);
    const isName = colon >= 0 && colon < to - 1 && isAsked([from, colon]);
    return isName ? [colon + 1, to] : [from, to];
  }

  function isAsked([from, to]: Segment): boolean {
    const start = from + text.slice(from, to).search(/\S/);
    const read = readName(text.slice(0, to), start, names, false);
    return (
      read !== undefined &&
      /^[\s:]*$/.test(text.slice(read.end, to)) &&
      read.fits.some((quantity) => scope.standing(idOf(quantity)) === 'asked')
    );
  }
}

function readSide(source: Source, segment: Segment, scope: Scope, names: Names): Answer | Problem {
  const read = (taken: readonly Doubt[]): Parsed => parse(source, segment, scope, names, new Set(taken));
  const main = read([]);
  if (main.problem) return main.problem;
  const { expr, literals, spans } = main;
  const value = evaluate(expr, scope.values) + 0;
  if (!Number.isFinite(value)) {
    const lost = lostIn(expr, scope.values);
    const place =
      (lost && placeOf(lost.part, spans, source.typed)) ?? source.span(...trimmed(source, segment));
    return { kind: 'notFinite', ...(lost && { lost }), ...place };
  }
  const doubts = [...main.doubts];
  const others =
    doubts.length > 1 ? [...doubts.map((doubt) => [doubt]), doubts] : doubts.map((doubt) => [doubt]);
  const alternatives: Valued[] = [];
  for (const parsed of others.map(read)) {
    if (parsed.problem) continue;
    parsed.spans.forEach((span, leaf) => spans.set(leaf, span));
    const other = evaluate(parsed.expr, scope.values) + 0;
    const isNew =
      scope.defining !== undefined ||
      [value, ...alternatives.map((known) => known.value)].every((known) => !isClose(known, other, 1e-12));
    if (Number.isFinite(other) && isNew) alternatives.push({ expr: parsed.expr, value: other });
  }
  const [only] = expr.kind === 'number' && literals.length === 1 ? literals : [];
  const { digits, halfUnit } = only ?? { digits: Infinity, halfUnit: 0 };
  return { expr, value, digits, halfUnit, alternatives, literals, spans };
}

/** From the first to the last of what a part is made of, as far as that has a place, with the brackets around them. */
function placeOf(part: Expr, spans: ReadonlyMap<Expr, Span>, typed: string): Span | undefined {
  const own = spans.get(part);
  if (own !== undefined) return own;
  const places = partsOf(part).flatMap((inner) => placeOf(inner, spans, typed) ?? []);
  if (places.length === 0) return undefined;
  let start = Math.min(...places.map((place) => place.start));
  let end = Math.max(...places.map((place) => place.end));
  let [open, unopened] = [0, 0];
  for (const char of typed.slice(start, end)) {
    if (char === '(') open += 1;
    else if (char === ')' && open > 0) open -= 1;
    else if (char === ')') unopened += 1;
  }
  for (; unopened > 0 && start > 0; start -= 1) if (typed[start - 1] === '(') unopened -= 1;
  for (; open > 0 && end < typed.length; end += 1) if (typed[end] === ')') open -= 1;
  return { start, end };
}

function trimmed({ text }: Source, [from, to]: Segment): Segment {
  const inner = text.slice(from, to);
  return [to - inner.trimStart().length, from + inner.trimEnd().length];
}

const isClose = (a: number, b: number, within: number): boolean =>
  Math.abs(a - b) <= within * Math.max(Math.abs(a), Math.abs(b));

/** Of "0.5*0.41 = 0.205" the side that says more, if the sides agree; a reading that agrees wins. */
function agree(source: Source, sides: readonly Side[]): Reading {
  const [first] = sides;
  if (!first) return { kind: 'empty' };
  const best = sides.reduce((most, side) => (side.answer.digits > most.answer.digits ? side : most), first);
  const others = sides.filter((side) => side !== best);
  const { answer } = best;
  const readings: readonly Valued[] = [answer, ...answer.alternatives];
  const right = readings.find(({ value }) => others.every((other) => agrees(value, answer, other.answer)));
  if (right) {
    const alternatives = others.length > 0 ? [] : answer.alternatives;
    return { kind: 'answer', answer: { ...answer, ...pick(right), alternatives } };
  }
  const other = others.find((side) => !agrees(answer.value, answer, side.answer)) ?? first;
  const [left, later] = best.segment[0] < other.segment[0] ? [best, other] : [other, best];
  return unreadable({
    ...{ kind: 'sidesDiffer', left: left.answer.value, right: later.answer.value },
    ...source.span(...trimmed(source, other.segment)),
  });
}

const pick = ({ expr, value }: Valued): Valued => ({ expr, value });

/** Rounded or cut off to the digits typed; from three digits on within a unit, as parts may be rounded too. */
function agrees(value: number, answer: Answer, other: Answer): boolean {
  const [number] = [answer, other].filter(({ digits }) => digits < Infinity);
  if (!number) return isClose(value, other.value, 2e-3);
  const exact = number === other ? value : other.value;
  const [far, half] = [Math.abs(exact - number.value), number.halfUnit * (1 + 1e-9)];
  const isCutOff = Math.abs(number.value) <= Math.abs(exact) && exact * number.value > 0;
  return far <= half || (far <= 2 * half && (isCutOff || number.digits >= 3));
}
