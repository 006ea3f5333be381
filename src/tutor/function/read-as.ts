import { readFunction } from '../answer/functions.ts';
import { sourceOf } from '../answer/source.ts';

/** A spelling that is read in one of the ways in which books mean it. */
export type ReadAs =
  /** log, which is ln. */
  | { readonly kind: 'natural' }
  /** lg x, log₂ x: a share of two ln. */
  | { readonly kind: 'toBase'; readonly typed: string; readonly base: string }
  /** a/c d: only c is below the line. */
  | { readonly kind: 'below'; readonly below: string; readonly next: string }
  /** max(0, x), which is ReLU. */
  | { readonly kind: 'relu' };

const NAME = String.raw`\p{L}[\p{L}\d]*(?:_\{[\p{L}\d]+\}|_[\p{L}\d]+)?`;
const START = String.raw`(?<![\p{L}\d_])`;
const NATURAL = new RegExp(`${START}log(?![\\p{L}\\d_]|\\s*_)`, 'iu');
const TO_BASE = new RegExp(
  String.raw`${START}(?:lg|log\s*_?\s*(?:\{\s*)?(\d+)(?:\s*\})?)(?=\s*[([{|]|\s+[\p{L}\d])`,
  'iu',
);
/** On one line, and what follows is no function and has no power: those are read as they are meant. */
const BELOW = new RegExp(String.raw`/\s*(${NAME})[^\S\n]+((?:${NAME}|\d+)(?![\p{L}\d_({]|\s*\^)|\()`, 'gu');
const RELU = new RegExp(String.raw`${START}max\s*\(\s*(?:0\s*,[^,\n]*\)|[^,()\n]*,\s*0\s*\))`, 'iu');

/** What of the lines' spellings is to be told how it is read, each kind once. */
export function readAsIn(lines: readonly string[]): readonly ReadAs[] {
  const text = lines.map((line) => sourceOf(line.replace(/#.*$/, '')).text).join('\n');
  const base = TO_BASE.exec(text);
  const quotient = [...text.matchAll(BELOW)].find(([, ...names]) =>
    names.every((name) => !readFunction(`${name}(`, 0)),
  );
  const [, below = '', next = ''] = (quotient ?? []).map((part) => part.replace(/[{}]/g, ''));
  return [
    ...(NATURAL.test(text) ? [{ kind: 'natural' } as const] : []),
    ...(base ? [{ kind: 'toBase', typed: base[0], base: base[1] ?? '10' } as const] : []),
    ...(quotient ? [{ kind: 'below', below, next: next === '(' ? '(…)' : next } as const] : []),
    ...(RELU.test(text) ? [{ kind: 'relu' } as const] : []),
  ];
}
