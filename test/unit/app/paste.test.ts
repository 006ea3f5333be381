import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pastedGrid } from '../../../src/app/matrix/paste.ts';

const number = fc.integer({ min: -9999, max: 9999 }).map((n) => (n / 1000).toFixed(3));
const grids = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .filter(([rows, columns]) => rows * columns > 1)
  .chain(([rows, columns]) =>
    fc.array(fc.array(number, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
type Grid = readonly (readonly string[])[];
const lines =
  (cell: string, row: string, comma = false) =>
  (grid: Grid): string =>
    grid.map((one) => one.map((n) => (comma ? n.replace('.', ',') : n)).join(cell)).join(row);

test.each<{ form: string; write: (grid: Grid) => string; comma?: boolean }>([
  { form: 'a spreadsheet', write: lines('\t', '\r\n') },
  { form: 'a spreadsheet with decimal commas', write: lines('\t', '\n', true), comma: true },
  { form: 'CSV', write: lines(',', '\n') },
  { form: 'MATLAB', write: (grid) => `[${lines(' ', '; ')(grid)}]` },
  { form: 'Python', write: (grid) => `[[${lines(', ', '], [')(grid)}]]` },
  { form: 'NumPy', write: (grid) => `[[${lines('  ', ']\n [')(grid)}]]` },
])('a table from $form is read as it is', ({ write, comma = false }) => {
  fc.assert(
    fc.property(grids, (grid) => {
      const own = comma ? grid.map((row) => row.map((n) => n.replace('.', ','))) : grid;
      expect(pastedGrid(write(grid))).toEqual(own);
    }),
  );
});

test.each(['0.5', '0,5', ' 3/8 ', '', '[0.25]'])('%j is pasted as any text', (text) => {
  expect(pastedGrid(text)).toBeUndefined();
});
