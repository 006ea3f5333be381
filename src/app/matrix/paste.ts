import type { Shape } from '../../core/matrix/numbers.ts';
import type { Grid } from '../../tutor/matrix/judge.ts';
import { rowsOfLatex, unwrapped } from '../pasted.ts';

/**
 * A pasted table as texts of its cells; undefined where it is one value, which is pasted as any text.
 * @param own what it is pasted into: a list in one pair of brackets, as Python writes a vector, is no row and no column
 * by itself, and fills a column too
 */
export function pastedGrid(text: string, own?: Shape): Grid | undefined {
  const plain = unwrapped(text);
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
