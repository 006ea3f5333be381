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
  const lines = shielded(text)
    .replace(/[\])}]\s*,?\s*[[({]/g, '\n')
    .replace(/[[\](){}]/g, ' ')
    .split(/[\r\n;]+/)
    .map((row) => row.trim())
    .filter((row) => row !== '');
  const cells = (between: RegExp): Grid =>
    lines.map((row) =>
      row
        .split(between)
        .filter((cell) => cell !== '')
        .map(bared),
    );
  // "1,2" may be one number or two, but not beside decimal points.
  const parted = cells(/[\s,]+/);
  if (text.includes('.')) return parted;
  const whole = cells(/\t|,\s+|\s+/);
  const fits = (grid: Grid): boolean => own !== undefined && sameShape(shapeOfTable(grid), own);
  return fits(parted) || (/[[(]/.test(text) && !fits(whole)) ? parted : whole;
}

/** A private sign in the place of each bracket of a calculation. */
const SHIELD = 0xe000;

/** The text with the brackets of calculations, 0.5*(1 - 0.5), made signs of a cell: something else than a neighbour touches them. */
function shielded(text: string): string {
  const chars = text.split('');
  const opened: number[] = [];
  chars.forEach((char, end) => {
    if (/[[({]/.test(char)) opened.push(end);
    if (!/[\])}]/.test(char)) return;
    const start = opened.pop();
    const isOfRows =
      start === undefined ||
      (/^$|[\s,;[({]/.test(text[start - 1] ?? '') && /^$|[\s,;\])}]/.test(text[end + 1] ?? ''));
    if (isOfRows) return;
    for (let i = start; i <= end; i += 1)
      chars[i] = text[i]!.replace(/\s/, '').replace(/[[\](){}]/, (bracket) =>
        String.fromCharCode(SHIELD + bracket.charCodeAt(0)),
      );
  });
  return chars.join('');
}

const bared = (cell: string): string =>
  cell.replace(/[\ue000-\ue07f]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - SHIELD));
