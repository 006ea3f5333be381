/** A sentence whose short formulas stay on one line: in brackets, after a number, on both sides of =. */
export const kept = (sentence: string): string =>
  sentence
    .replace(/\([^()]{1,24}\)/g, (inner) => inner.replace(/ ([−+·]) /g, '\u00a0$1\u00a0'))
    .replace(/(\d) ([−+]) (?!\d)/g, '$1\u00a0$2\u00a0')
    .replace(/ = /g, '\u00a0=\u00a0')
    .replace(/\/(?=[(∂])/g, '/\u2060');
