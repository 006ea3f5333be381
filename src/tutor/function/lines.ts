import { READABLE } from '../answer/limit.ts';

/** One line of a function without what is no part of it, each character where it was typed; `line` counts from 1. */
export type PlainLine = { readonly plain: string; readonly line: number };

/** What LaTeX has around lines, and comments. */
const AROUND: readonly RegExp[] = [
  /#.*$|(?<=;\s*)%.*$/,
  // Lines of a program that give no name a value.
  /^\s*(?:(?:from\s+[\w.]+\s+)?import\s.*|@\w[\w.]*(?:\(.*\))?\s*|print\s*\(.*\)\s*|\w+\.backward\(.*\)\s*|(["'])\1\1.*\1{3}\s*)$/,
  /\\(?:begin|end)\s*\{(?:aligned|align|gathered|gather|equation|split)\*?\}/g,
  /\\q?quad(?![a-zA-Z])/g,
  // A space may be asked for behind the end of a line.
  /(?<=\\\\)\s*\[\s*[\d.]+\s*[a-z]+\s*\]/g,
  /,\s*(?:requires_grad|dtype)\s*=\s*[\w.]+/g,
  // LaTeX lines up what stands below each other.
  /&(?=\s*:?=)|(?<==\s*)&/g,
  // Of lists, number by number: x .* y.
  /\.(?=[*/^])/g,
  // Of which type a value is, and from where to where a map goes.
  /:\s*(?:float|int|double|(?:torch\.)?Tensor|(?:np|jnp)\.\w+)(?=\s*=)/,
  /(?<=:\s*)(?:[Rℝ]|\\mathbb\s*\{?R\}?)(?:\^?[\d²³n])?\s*(?:->|[→⟶]|\\to)\s*(?:[Rℝ]|\\mathbb\s*\{?R\}?)\s*[,;]/u,
];
/** What programs write before a line's name or its formula. */
const BEFORE: readonly RegExp[] = [
  /^\s*(?:return(?=\s+[^\s=])|(?:[Ll]et|const|var)(?=\s+\p{L}[^=]*=))/u,
  // A map: lambda x:, @(x), function(x), x => and x ↦, where the x is used behind it.
  /(?=[l@f\\])(?<=^(?:[^=]*=|[^<]*<-)?\s*)(?:lambda\s+[\w\s,]*:|(?:@|function|\\)\s*\([\w\s,]*\))/,
  /(?=[(\p{L}])(?<=^(?:[^=]*=)?\s*)\(?\s*(\p{L}[\p{L}\d_]*)(?:\s*,\s*[\p{L}\d_]+)*\s*\)?\s*(?:[-=]>|[→↦⟶⇒]|\\mapsto|\\to(?![a-z]))(?=.*(?<![\p{L}\d_])\1(?![\p{L}\d_]))/u,
];
const DEF = /^\s*(?:def|function)\s+\w+\s*\([^()]*\)\s*(?:->\s*\w+\s*)?[:{](?=\s|$)/;
/** What parts two lines that stand in one: ";", and a "," or "\\" where the next begins with a name and "=", or nothing follows. */
const BREAK = /;|(?:,|\\\\)(?=\s*(?:$|\p{L}[\p{L}\d_{}]*\s*(?:\([^()=]*\)\s*)?:?=(?!=)))/gu;

/** With spaces in the place of what is no part of a formula; what is too long to be read stays. */
const blanked = (text: string, patterns: readonly RegExp[]): string =>
  text.length > READABLE
    ? text
    : patterns.reduce((rest, pattern) => rest.replace(pattern, (found) => ' '.repeat(found.length)), text);

/** Whether a bracket is open behind it. */
const isOpen = (text: string): boolean =>
  (text.match(/[([{]/g)?.length ?? 0) > (text.match(/[)\]}]/g)?.length ?? 0);

/** The lines of a function that are not empty; of `a = x*y; f = a + 1` there are two. */
export const linesIn = (typed: readonly string[]): readonly PlainLine[] =>
  typed.flatMap((text, at) => {
    const plain = blanked(text, [...AROUND, DEF]);
    const ends = [...plain.matchAll(BREAK)].filter(({ index }) => !isOpen(plain.slice(0, index)));
    return [...ends, undefined].flatMap((end, i) => {
      const before = ends[i - 1];
      const from = before === undefined ? 0 : before.index + before[0].length;
      const part = blanked(plain.slice(from, end?.index), BEFORE);
      return /^\s*\}?\s*$/.test(part) ? [] : [{ plain: ' '.repeat(from) + part, line: at + 1 }];
    });
  });
