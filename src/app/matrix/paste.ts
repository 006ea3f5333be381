import type { Grid } from '../../tutor/matrix/judge.ts';

/** A pasted table as texts of its cells; undefined where it is one value, which is pasted as any text. */
export function pastedGrid(text: string): Grid | undefined {
  const rows = text
    .replace(/[\])}]\s*,?\s*[[({]/g, '\n')
    .replace(/[[\](){}]/g, ' ')
    .split(/[\r\n;]+/)
    .map((row) => row.trim())
    .filter((row) => row !== '')
    // A comma without a space may be a decimal mark, but not beside decimal points.
    .map((row) => row.split(row.includes('.') ? /[\t\s,]+/ : /\t|,\s+|\s+/).filter((cell) => cell !== ''));
  return rows.flat().length > 1 ? rows : undefined;
}
