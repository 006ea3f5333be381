import { sameShape, shapeOfTable, type Shape } from '../../core/matrix/numbers.ts';
import type { Grid } from '../../tutor/matrix/judge.ts';
import { rowsOfLatex, unwrapped } from '../pasted.ts';

/**
 * A pasted table as texts of its cells; undefined where it is one value, which is pasted as any text.
 * @param own what it is pasted into: a list in one pair of brackets, as Python writes a vector, is no row and no column
 * by itself, and fills a column too
 */
export function pastedGrid(text: string, own?: Shape): Grid | undefined {
  const plain = unwrapped(text);
  const rows = /\\\\|&/.test(plain) ? rowsOfLatex(plain) : rowsOf(plain, own);
  if (rows.flat().length <= 1) return undefined;
  const isList = /^\s*\(?\s*[[(][^[\](){}\r\n;&\\]*[\])]\s*\)?\s*$/.test(plain);
  return isList && own?.columns === 1 ? rows.flat().map((cell) => [cell]) : rows;
}

function rowsOf(text: string, own: Shape | undefined): Grid {
  const lines = text
    .replace(/[\])}]\s*,?\s*[[({]/g, '\n')
    .replace(/[[\](){}]/g, ' ')
    .split(/[\r\n;]+/)
    .map((row) => row.trim())
    .filter((row) => row !== '');
  const cells = (between: RegExp): Grid =>
    lines.map((row) => row.split(between).filter((cell) => cell !== ''));
  // "1,2" may be one number or two, but not beside decimal points.
  const parted = cells(/[\s,]+/);
  if (text.includes('.')) return parted;
  const whole = cells(/\t|,\s+|\s+/);
  const fits = (grid: Grid): boolean => own !== undefined && sameShape(shapeOfTable(grid), own);
  return fits(parted) || (/[[(]/.test(text) && !fits(whole)) ? parted : whole;
}
