import { READABLE } from '../answer/limit.ts';

/** One line of a function without what is no part of it, each character where it was typed; `line` counts from 1. */
export type PlainLine = { readonly plain: string; readonly line: number };

const NAME = String.raw`\p{L}[\p{L}\d_]*`;
const ARROW = String.raw`(?:[-=]>|[→↦⟶⇒]|\\mapsto|\\to(?![a-z]))`;
/** R, ℝ², \mathbb{R}^n, R x R, or what lies between two numbers, (0, 1). */
const PLAIN_SET = String.raw`(?:\\mathbb\s*\{?\p{Lu}\}?|\\R(?![a-z])|[ℝℕℤ]|\p{Lu}(?![\p{L}\d]))(?:\s*[\^_]?\s*\{?[\dn²³ⁿ+*₊⁺]\}?)*`;
const SET = String.raw`(?:${PLAIN_SET}(?:\s*(?:x|[×]|\\times)\s*${PLAIN_SET})?|[[(\]][^()[\],;=]*[,;][^()[\],;=]*[\])[])`;
const FROM_TO = String.raw`${SET}\s*(?:->|[→⟶]|\\to|\\rightarrow)\s*${SET}\s*`;

/** Comments, what LaTeX has around lines and between signs, and of which type or set a value is. */
const AROUND: readonly RegExp[] = [
  /#.*$|(?<=;\s*)%.*$|^\s*(["'])\1\1.*\1{3}\s*$/,
  /\\(?:begin|end)\s*\{(?:aligned|align|gathered|gather|equation|split)\*?\}/g,
  /\\q?quad(?![a-zA-Z])/g,
  // A space may be asked for behind the end of a line.
  /(?<=\\\\)\s*\[\s*[\d.]+\s*[a-z]+\s*\]/g,
  /,\s*(?:requires_grad|dtype)\s*=\s*[\w.]+/g,
  // LaTeX lines up what stands below each other.
  /&(?=\s*:?=)|(?<==\s*)&/g,
  // Of lists, number by number: x .* y.
  /\.(?=[*/^])/g,
  /:\s*(?:float|int|double|(?:torch\.)?Tensor|(?:np|jnp)\.\w+)(?=\s*=)/,
  // From where to where a map goes: a line of its own, or before the map.
  new RegExp(
    String.raw`^\s*${NAME}\s*:\s*${FROM_TO}(?:[,;.]?\s*$|[,;](?=\s*${NAME}\s*(?:\([^()=]*\))?\s*:?=(?!>)))`,
    'u',
  ),
  new RegExp(String.raw`(?<=:\s*)${FROM_TO}[,;]`, 'u'),
];
/** Of one line: statements of a program that give no name a value, and what stands before its name or its formula. */
const BEFORE: readonly RegExp[] = [
  /^\s*(?:from\s+[\w.]+\s+import\s[^=]*|import\s+(?:[\w.]+(?:\s+as\s+\w+)?(?:\s*,\s*[\w.]+(?:\s+as\s+\w+)?)*\s*|(?:\w+|\{[^{}]*\}|\*\s+as\s+\w+)\s+from\s[^=]*))$/,
  /^\s*(?:@\w[\w.]*(?:\(.*\))?|(?:print|\w+\.backward)\s*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))\s*$/,
  /^\s*(?:return(?=\s+[^\s=])|(?:[Ll]et|const|var)(?=\s+\p{L}[^=]*=))/u,
  // A map: lambda x:, @(x), function(x), and x => or x ↦ where the x is used behind it; of 2x the digit is no part of it.
  /(?=[l@f\\])(?<=^(?:[^=]*=|[^<]*<-)?\s*)(?:lambda\s+[\w\s,]*:|(?:@|function|\\)\s*\([\w\s,]*\))/,
  new RegExp(
    String.raw`(?=[(\p{L}])(?<=^(?:[^=]*=)?\s*)\(?\s*(?:[\p{L}\d_]+\s*,\s*)*(${NAME})(?:\s*,\s*[\p{L}\d_]+)*\s*\)?\s*${ARROW}(?=.*(?<![\p{L}_]\d*)\1(?![\p{L}\d_]))`,
    'u',
  ),
];
const MAP = String.raw`(?:function\s*\([^()]*\)|(?:\([\p{L}\d_,\s]*\)|${NAME})\s*[-=]>)\s*`;
/** What opens the body of a function, whose lines stand behind it: def f(x):, function f(x) { and const f = (x) => {. */
const OPENING: readonly RegExp[] = [
  /^\s*(?:def|function)\s+\w+\s*\([^()]*\)\s*(?:->\s*\w+\s*)?(?::(?=\s|$)|\{)/,
  // A body that is one formula stays with its name.
  new RegExp(
    String.raw`(?<=${MAP})\{(?:\s*return(?=\s))?(?=[^;{}]*(?:\{[^{}]*\}[^;{}]*)*;?\s*\}\s*;?\s*$)`,
    'u',
  ),
  new RegExp(
    String.raw`^\s*(?:(?:[Ll]et|const|var)\s+)?(?:${NAME}\s*(?:<-|←|=)\s*)?${MAP}\{(?=\s*return\s|[^{}]*(?:;|$))`,
    'u',
  ),
];
/** What parts two lines that stand in one: ";", and a "," or "\\" where the next begins with a name and "=", or nothing follows. */
const BREAK = /;|(?:,|\\\\)(?=\s*(?:$|\p{L}[\p{L}\d_{}]*\s*(?:\([^()=]*\)\s*)?:?=(?!=)))/gu;

/** With spaces in the place of what is no part of a formula; what is too long to be read stays. */
const blanked = (text: string, patterns: readonly RegExp[]): string =>
  text.length > READABLE
    ? text
    : patterns.reduce((rest, pattern) => rest.replace(pattern, (found) => ' '.repeat(found.length)), text);

const countOf = (text: string, signs: RegExp): number => text.match(signs)?.length ?? 0;

/** Whether a bracket is open behind it. */
const isOpen = (text: string): boolean => countOf(text, /[([{]/g) > countOf(text, /[)\]}]/g);

/** The lines of a function that are not empty; of `a = x*y; f = a + 1` there are two. */
export function linesIn(typed: readonly string[]): readonly PlainLine[] {
  /** Bodies that are open. */
  let bodies = 0;
  return typed.flatMap((text, at) => {
    const around = blanked(text, AROUND);
    let plain = blanked(around, OPENING);
    bodies += countOf(around, /\{/g) - countOf(plain, /\{/g);
    if (bodies > 0 && countOf(plain, /\}/g) > countOf(plain, /\{/g)) {
      plain = blanked(plain, [/\}(?=[\s;]*$)/]);
      bodies -= 1;
    }
    const ends = [...plain.matchAll(BREAK)].filter(({ index }) => !isOpen(plain.slice(0, index)));
    return [...ends, undefined].flatMap((end, i) => {
      const before = ends[i - 1];
      const from = before === undefined ? 0 : before.index + before[0].length;
      const part = blanked(plain.slice(from, end?.index), BEFORE);
      return /^\s*\}?\s*$/.test(part) ? [] : [{ plain: ' '.repeat(from) + part, line: at + 1 }];
    });
  });
}
