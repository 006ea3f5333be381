/** What Python and its libraries write around the numbers: W = array(…), tensor(…, grad_fn=<…>). */
const WRAPPING =
  /^\s*[\w.]+\s*=\s*(?=[[(\\]|[\w.]+\s*\()|(?:\b\w+\.)*\b(?:array|matrix|tensor)\s*(?=\()|,\s*(?:dtype|device|grad_fn|requires_grad)\s*=\s*(?:<[^>]*>|[\w.:']+)/gi;

/** What LaTeX has around rows: the environment with its columns, fences, lines, formula signs. */
const AROUND_ROWS =
  /\\(?:begin|end)\s*\{[^}]*\}(?:\s*\{[lcr|\s]*\})?|\\(?:left|right|[bB]igg?[lr]?)\s*\\?[[\](){}|.]|\\hline|\\[[\]]|\$/g;

/** The numbers in their brackets, without what a program has written around them. */
export const unwrapped = (text: string): string => text.replace(WRAPPING, '');

/** Rows end with \\, cells with &; what is in a cell is read as any answer. */
export const rowsOfLatex = (text: string): readonly (readonly string[])[] =>
  text
    // A space may be asked for behind the end of a row: \\[2pt].
    .split(/\\\\(?:\s*\[\s*[\d.]+\s*[a-z]+\s*\])?/)
    .map((row) => row.replace(AROUND_ROWS, ' ').trim())
    .filter((row) => row !== '')
    .map((row) => row.split('&').map((cell) => cell.trim()));

/** A row a line, also of a matrix as LaTeX or MATLAB has it. */
export function rowsAsLines(text: string): string {
  const plain = unwrapped(text);
  // An ampersand alone may be in the name of a column.
  if (/\\\\|\\begin\b/.test(plain))
    return rowsOfLatex(plain)
      .map((row) => row.join('\t'))
      .join('\n');
  return /^\s*\[[^[\]]*\]\s*;?\s*$/.test(plain) ? plain.replaceAll(';', '\n') : plain;
}
