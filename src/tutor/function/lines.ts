/** One line of a function without what is no part of it, each character where it was typed; `line` counts from 1. */
export type PlainLine = { readonly plain: string; readonly line: number };

/** What programs and LaTeX have around a formula, and comments. */
const AROUND: readonly RegExp[] = [
  /#.*$/,
  /\\(?:begin|end)\s*\{(?:aligned|align|gathered|gather|equation|split)\*?\}/g,
  // LaTeX lines up what stands below each other.
  /&(?=\s*:?=)|(?<==\s*)&/g,
  /^\s*def\s+\w+\s*\([^()]*\)\s*(?:->\s*\w+\s*)?:(?=\s|$)/,
  /^\s*(?:return(?=\s+[^\s=])|(?:let|const|var)(?=\s+\p{L}[^=]*=))/u,
  /(?<=^[^=]*=\s*)lambda\s+[\w\s,]*:/,
];
/** What parts two lines that stand in one: ";", and a "," or "\\" where the next begins with a name and "=", or nothing follows. */
const BREAK = /;|(?:,|\\\\)(?=\s*(?:$|\p{L}[\p{L}\d_{}]*\s*(?:\([^()=]*\)\s*)?:?=(?!=)))/gu;

/** Whether a bracket is open behind it. */
const isOpen = (text: string): boolean =>
  (text.match(/[([{]/g)?.length ?? 0) > (text.match(/[)\]}]/g)?.length ?? 0);

/** The lines of a function that are not empty; of `a = x*y; f = a + 1` there are two. */
export const linesIn = (typed: readonly string[]): readonly PlainLine[] =>
  typed.flatMap((text, at) => {
    const blank = (found: string): string => ' '.repeat(found.length);
    const plain = AROUND.reduce((rest, pattern) => rest.replace(pattern, blank), text);
    const ends = [...plain.matchAll(BREAK)].filter(({ index }) => !isOpen(plain.slice(0, index)));
    return [...ends, undefined].flatMap((end, i) => {
      const before = ends[i - 1];
      const from = before === undefined ? 0 : before.index + before[0].length;
      const part = plain.slice(from, end?.index);
      return part.trim() === '' ? [] : [{ plain: ' '.repeat(from) + part, line: at + 1 }];
    });
  });
