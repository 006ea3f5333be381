/** A text with a place in it, as a field has. */
export type Edited = { readonly text: string; readonly caret: number };

/**
 * Puts a value where the caret is. Beside another number or a closing bracket it becomes a factor; a negative number
 * after an operator gets brackets.
 */
export function insertValue(text: string, start: number, end: number, value: string): Edited {
  const before = text.slice(0, start).trimEnd();
  const needsSign = /[\d.,)\]₀-₉²³⁾ηE]$/.test(before);
  const needsBrackets = value.startsWith('−') && before !== '' && !/[(=]$/.test(before);
  const needsSignAfter = /^\s*[\d.(σ]/.test(text.slice(end));
  const bracketed = needsBrackets ? `(${value})` : value;
  const inserted = (needsSign ? '·' : '') + bracketed + (needsSignAfter ? '·' : '');
  return insertText(text, start, end, inserted);
}

/**
 * Puts text where the caret is, in place of what is selected. A bracket that stands there closed already is not closed
 * twice.
 * @param back how far the caret stays inside it
 */
export function insertText(text: string, start: number, end: number, inserted: string, back = 0): Edited {
  if (inserted === ')' && text[end] === ')') return { text, caret: end + 1 };
  return {
    text: text.slice(0, start) + inserted + text.slice(end),
    caret: start + inserted.length - back,
  };
}

/** What a key takes away at once: a number as it was inserted, a function with its bracket, or one character. */
const TOKEN = /(?:\(?[−-]?\d[\d.,]*\)?|[\p{L}σ]+\(?|[\s\S])\s*$/u;

/** Takes away what is selected, or the number, name or sign before the caret. */
export function erase(text: string, start: number, end: number): Edited {
  const from = start === end ? start - (TOKEN.exec(text.slice(0, start))?.[0].length ?? 0) : start;
  // A function's bracket goes with it.
  const to = text[end - 1] === '(' && text[end] === ')' ? end + 1 : end;
  return { text: text.slice(0, from) + text.slice(to), caret: from };
}
