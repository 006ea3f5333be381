import type { Shape } from '../../core/matrix/numbers.ts';
import type { Grid } from '../../tutor/matrix/judge.ts';

/** What Python and its libraries write around the numbers: array(…), tensor(…, grad_fn=<…>). */
const WRAPPING =
  /(?:\b\w+\.)*\b(?:array|matrix|tensor)\s*(?=\()|,\s*(?:dtype|device|grad_fn|requires_grad)\s*=\s*(?:<[^>]*>|[\w.:']+)/gi;

/** What LaTeX has around rows: the environment with its columns, fences, lines, formula signs. */
const AROUND_ROWS =
  /\\(?:begin|end)\s*\{[^}]*\}(?:\s*\{[lcr|\s]*\})?|\\(?:left|right|[bB]igg?[lr]?)\s*\\?[[\](){}|.]|\\hline|\\[[\]]|\$/g;

/**
 * A pasted table as texts of its cells; undefined where it is one value, which is pasted as any text.
 * @param own what it is pasted into: a list in one pair of brackets, as Python writes a vector, is no row and no column
 * by itself, and fills a column too
 */
export function pastedGrid(text: string, own?: Shape): Grid | undefined {
  const plain = text.replace(WRAPPING, '');
  const rows = /\\\\|&/.test(plain) ? rowsOfLatex(plain) : rowsOf(plain);
  if (rows.flat().length <= 1) return undefined;
  const isList = /^\s*\(?\s*[[(][^[\](){}\r\n;&\\]*[\])]\s*\)?\s*$/.test(plain);
  return isList && own?.columns === 1 ? rows.flat().map((cell) => [cell]) : rows;
}

const rowsOf = (text: string): Grid =>
  text
    .replace(/[\])}]\s*,?\s*[[({]/g, '\n')
    .replace(/[[\](){}]/g, ' ')
    .split(/[\r\n;]+/)
    .map((row) => row.trim())
    .filter((row) => row !== '')
    // A comma without a space may be a decimal mark, but not beside decimal points.
    .map((row) => row.split(row.includes('.') ? /[\t\s,]+/ : /\t|,\s+|\s+/).filter((cell) => cell !== ''));

/** Rows end with \\, cells with &; what is in a cell is read as any answer. */
const rowsOfLatex = (text: string): Grid =>
  text
    // A space may be asked for behind the end of a row: \\[2pt].
    .split(/\\\\(?:\s*\[\s*[\d.]+\s*[a-z]+\s*\])?/)
    .map((row) => row.replace(AROUND_ROWS, ' ').trim())
    .filter((row) => row !== '')
    .map((row) => row.split('&').map((cell) => cell.trim()));
