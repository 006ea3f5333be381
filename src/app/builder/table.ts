import { rowsAsLines } from '../pasted.ts';
import { readNumber } from '../trainer/numbers.ts';

/** What was pasted, read as a table of numbers. */
export type Table = {
  /** What stood in the first row, where that was no numbers. */
  readonly names?: readonly string[];
  readonly rows: readonly (readonly number[])[];
};

/** What is wrong with it. Rows are lines of the text, both counted from 1. */
export type TableFault =
  | { readonly kind: 'noRows' }
  | { readonly kind: 'cell'; readonly row: number; readonly column: number; readonly text: string }
  | { readonly kind: 'columns'; readonly row: number; readonly found: number; readonly expected: number };

export type Read =
  { readonly ok: true; readonly table: Table } | { readonly ok: false; readonly fault: TableFault };

/**
 * Reads rows of numbers from a spreadsheet, a CSV file, a program or LaTeX: cells are separated by tabs, semicolons,
 * commas or spaces, the decimal mark is a point or a comma, and brackets around rows do not matter.
 * @param expected columns; without it, as many as the first row has
 */
export function readTable(text: string, expected?: number): Read {
  const lines = unbracketed(rowsAsLines(text)).split(/\r\n|\r|\n/);
  const filled = lines.flatMap((line, i) => (line.trim() === '' ? [] : [{ line, row: i + 1 }]));
  const { split, commaIsMark } = formOf(
    filled.map(({ line }) => line.trim()),
    expected,
  );
  const rows = filled
    .map(({ line, row }) => ({ row, cells: split(line.trim()) }))
    .filter(({ cells }) => cells.length > 0);
  const [first] = rows;
  if (first === undefined) return failed({ kind: 'noRows' });
  const hasNames = rows.length > 1 && first.cells.every((cell) => plain(cell, commaIsMark) === undefined);
  const columns = expected ?? first.cells.length;
  const numbers: number[][] = [];
  for (const { row, cells } of hasNames ? rows.slice(1) : rows) {
    const values = cells.map((cell) => plain(cell, commaIsMark) ?? numberOf(cell));
    const column = values.indexOf(undefined);
    if (column >= 0) return failed({ kind: 'cell', row, column: column + 1, text: cells[column] ?? '' });
    if (cells.length !== columns)
      return failed({ kind: 'columns', row, found: cells.length, expected: columns });
    numbers.push(values.map((value) => value ?? 0));
  }
  return { ok: true, table: { rows: numbers, ...(hasNames && { names: first.cells }) } };
}

const failed = (fault: TableFault): Read => ({ ok: false, fault });

/** `[[1, 2], [3, 4]]` has a row in each pair of brackets. */
const unbracketed = (text: string): string =>
  text.replace(/[\])}]\s*,?\s*[[({]/g, '\n').replace(/[[\](){}]/g, ' ');

type Form = { readonly split: (line: string) => readonly string[]; readonly commaIsMark: boolean };

/** Where nothing else tells the separator, the one that leaves the smallest share of cells that are no numbers. */
function formOf(lines: readonly string[], expected: number | undefined): Form {
  const has = (pattern: RegExp): boolean => lines.some((line) => pattern.test(line));
  if (has(/\t/)) return { split: (line) => cellsOf(line, '\t'), commaIsMark: true };
  if (has(/;/)) return { split: (line) => cellsOf(line, ';'), commaIsMark: true };
  const byComma: Form = { split: (line) => cellsOf(line, ','), commaIsMark: false };
  const bySpace: Form = { split: (line) => line.split(/\s+/), commaIsMark: true };
  if (!has(/[,"]/)) return bySpace;
  const [comma, space] = [byComma, bySpace].map(({ split, commaIsMark }) => {
    const rows = lines.map(split);
    return {
      faults: share(rows.flat(), (cell) => plain(cell, commaIsMark) === undefined),
      misfits: share(rows, ({ length }) => length !== expected),
    };
  }) as [Score, Score];
  if (comma.faults !== space.faults) return comma.faults < space.faults ? byComma : bySpace;
  if (has(/,\s/)) return byComma;
  // "0,5" may be one number or two.
  const isBySpace = has(/\s/) || (expected !== undefined && space.misfits < comma.misfits);
  return isBySpace ? bySpace : byComma;
}
const share = <T>(of: readonly T[], counts: (each: T) => boolean): number =>
  of.filter(counts).length / Math.max(1, of.length);
type Score = { readonly faults: number; readonly misfits: number };

/** The cells of a line, without the quotes that may stand around each; empty ones at its end do not count. */
function cellsOf(line: string, separator: ',' | ';' | '\t'): readonly string[] {
  const cell = new RegExp(`\\s*("(?:[^"]|"")*"|[^${separator}]*?)\\s*(?:${separator}|$)`, 'y');
  const cells: string[] = [];
  while (cell.lastIndex < line.length) {
    const [, text = ''] = cell.exec(line) ?? [];
    // Text after a closing quote: the line is no proper CSV, and its rest is one cell.
    if (cell.lastIndex === 0) return [...cells, line];
    cells.push(/^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text);
  }
  while (cells.at(-1) === '') cells.pop();
  return cells;
}

/** The number that a text stands for, in any spelling an answer may have; undefined if it is none. */
export const numberOf = (text: string): number | undefined =>
  // Of a few hundred numbers nearly all are plain ones, which are read faster.
  plain(text, false) ?? readNumber(text);

/** A plain number; undefined for anything else, calculations too. */
function plain(cell: string, commaIsMark: boolean): number | undefined {
  const text = (commaIsMark ? cell.replace(',', '.') : cell).trim().replace(/[−–]/g, '-');
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}
