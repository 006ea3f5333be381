/** A sentence in which short formulas stay on one line: what stands in brackets, and both sides of a sign of equality. */
export const kept = (sentence: string): string =>
  sentence
    .replace(/\([^()]{1,24}\)/g, (inner) => inner.replace(/ ([−+·]) /g, '\u00a0$1\u00a0'))
    .replace(/ = /g, '\u00a0=\u00a0')
    .replace(/\/(?=[(∂])/g, '/\u2060');
