import { evaluate, sizeOf } from '../../core/expressions/evaluate.ts';
import { number, type Expr } from '../../core/expressions/expr.ts';
import type { Names } from './names.ts';
import type { Literal } from './numbers.ts';
import type { Details, Problem, Span } from './problem.ts';
import type { Scope } from './scope.ts';
import type { Source } from './source.ts';

/**
 * Spellings that people mean in two ways. The main reading takes 1/2a as (1/2)·a, e^2a as (e^2)·a, 2x1 as 2·x₁,
 * a1^(2) as a of layer 2, 1/2·10^3 as (1/2)·10³, (t − a)2 as (t − a)·2, log2x to base 2 and sin 2 x as sin(2)·x; with the
 * doubt taken, it is the other one.
 */
export type Doubt =
  | 'productBelow'
  | 'productRaised'
  | 'productCalled'
  | 'base'
  | 'cross'
  | 'raisedLayer'
  | 'tenfoldBelow'
  | 'raisedBrackets';

/** A spelling that is read in one of the ways in which it may be meant, and is not asked about. */
export type Remark =
  /** Brackets would make it plain: as it was typed, as it is read, and the other way. */
  | { readonly kind: 'grouped'; readonly typed: string; readonly as: string; readonly other: string }
  /** log, which is ln. */
  | { readonly kind: 'natural' }
  /** σ x: a function here, and a quantity in some books. */
  | { readonly kind: 'letter'; readonly typed: string; readonly name: string }
  /** lg x, log₂ x: a share of two ln. */
  | { readonly kind: 'toBase'; readonly typed: string; readonly base: string }
  /** max(0, x) and min(0, x), which ReLU stands for. */
  | { readonly kind: 'max' | 'min' }
  /** ‖x‖, which of one number is |x|. */
  | { readonly kind: 'length' }
  /** 3 x 4: a cross. */
  | { readonly kind: 'cross' }
  /** g(x): a product of one name and another. */
  | { readonly kind: 'applied'; readonly typed: string; readonly as: string; readonly name: string }
  /** Wᵀ, which is a power here. */
  | { readonly kind: 'transposed' }
  /** c(x) = 3: a number that is written to be of something. */
  | { readonly kind: 'constant'; readonly name: string; readonly of: readonly string[] }
  /** e by itself: Euler's number, or a name of the function's own. */
  | { readonly kind: 'euler' | 'ownE' };

/** An argument or exponent without brackets, which may be meant to go on: from `inner` to `end`. */
export type Loose = {
  readonly start: number;
  readonly inner: number;
  readonly end: number;
  readonly isExponent: boolean;
  readonly expr: Expr;
};

/** Where the reading of an answer stands. The one thing here that changes. */
export type Cursor = {
  readonly source: Source;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly scope: Scope;
  readonly names: Names;
  /** The doubts that are taken the other way. */
  readonly taken: ReadonlySet<Doubt>;
  /** The doubts met. */
  readonly doubts: Set<Doubt>;
  /** Where the last one was met. */
  doubted: number;
  /** What is to be told of the spelling, by its place in the text. */
  readonly remarks: Map<number, Remark>;
  /** The argument or exponent without brackets that was read last. */
  loose: Loose | undefined;
  readonly literals: Literal[];
  /** Where each number, name and call was typed. */
  readonly spans: Map<Expr, Span>;
  /** The number read last, as long as nothing was made of it. */
  leaf: Expr | undefined;
  problem: Problem | undefined;
  at: number;
  depth: number;
  /** Within |…|: the next bar closes. */
  insideBars: boolean;
  /** Within max(…): a comma stands between arguments. */
  commaSeparates: boolean;
  readonly grammar: {
    readonly sum: (cursor: Cursor) => Expr;
    readonly factor: (cursor: Cursor, tenfold: boolean) => Expr;
  };
};

/** How many brackets, powers and calls may stand within each other, and divisions in a row. */
export const DEPTH = 100;
export const NOTHING = number(0);

/** Notes a problem, if it is the first, and steps to the end of the text: everything stops there by itself. */
export function fail(cursor: Cursor, details: Details, start = cursor.at, end = start + 1): Expr {
  cursor.problem ??= { ...details, ...cursor.source.span(start, Math.min(end, cursor.to)) };
  cursor.at = cursor.to;
  return NOTHING;
}

export const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '|': '|' };

export const failUnclosed = (cursor: Cursor, bracket: string, at: number): Expr =>
  fail(cursor, { kind: 'unclosedBracket', bracket, missing: CLOSING[bracket] ?? '' }, at);

/** What a sticky pattern finds here. */
export function look(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = cursor.at;
  return pattern.exec(cursor.text);
}

/** The same, and steps over it. */
export function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  const found = look(cursor, pattern);
  if (found) cursor.at += found[0].length;
  return found;
}

/** The leaf, with the note that it was typed from `start` up to here. */
export function placed(cursor: Cursor, leaf: Expr, start: number): Expr {
  cursor.spans.set(leaf, cursor.source.span(start, cursor.at));
  return leaf;
}

/** σ′ and sinh write their argument twice; within each other such would grow without end. */
const SIZE = 5000;

/** What a call from `start` up to here comes to, unless it is too much to work with. */
export const called = (cursor: Cursor, result: Expr, start: number): Expr =>
  sizeOf(result) > SIZE
    ? fail(cursor, { kind: 'tooDeep', limit: DEPTH }, start)
    : placed(cursor, result, start);

/** Whether to take this doubt the other way. */
export function doubt(cursor: Cursor, kind: Doubt): boolean {
  cursor.doubts.add(kind);
  cursor.doubted = cursor.at;
  return cursor.taken.has(kind);
}

export const valueOf = (cursor: Cursor, expr: Expr): number =>
  cursor.problem ? NaN : evaluate(expr, cursor.scope.values);

/** Whether the signs that stand here make what follows negative; steps over them. */
export const takeSigns = (cursor: Cursor): boolean =>
  ((take(cursor, /[\s+-]*/y)?.[0] ?? '').split('-').length - 1) % 2 === 1;
