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
  { form: 'NumPy by its name', write: (grid) => `np.array([[${lines(', ', '],\n [')(grid)}]])` },
  {
    form: 'PyTorch',
    write: (grid) => `tensor([[${lines(', ', '],\n        [')(grid)}]], grad_fn=<MulBackward0>)`,
  },
  { form: 'LaTeX rows', write: lines(' & ', ' \\\\ ') },
  {
    form: 'a LaTeX matrix',
    write: (grid) => `\\begin{bmatrix}\n${lines(' & ', ' \\\\[2pt]\n')(grid)} \\\\\n\\end{bmatrix}`,
  },
  {
    form: 'a LaTeX array in a formula',
    write: (grid) => `$\\left(\\begin{array}{cc}${lines('&', '\\\\')(grid)}\\end{array}\\right)$`,
  },
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

test.each([
  ['[[1,2],[3,4]]', undefined, ['1 2', '3 4']],
  ['[[1,2],[3.5,4]]', undefined, ['1 2', '3.5 4']],
  ['[[0,0],[0.5,1]]', { rows: 2, columns: 2 }, ['0 0', '0.5 1']],
  ['1,2\n3,4', { rows: 2, columns: 2 }, ['1 2', '3 4']],
] as const)('the commas of %j part numbers', (text, own, rows) => {
  expect(pastedGrid(text, own)).toEqual(rows.map((row) => row.split(' ')));
});

test('between whole numbers a comma is a decimal mark where as many are asked for', () => {
  expect(pastedGrid('1,2\n3,4', { rows: 2, columns: 1 })).toEqual([['1,2'], ['3,4']]);
  expect(pastedGrid('[0,5 0,6; 0,7 0,8]', { rows: 2, columns: 2 })).toEqual([
    ['0,5', '0,6'],
    ['0,7', '0,8'],
  ]);
});

test('a list of whole numbers fills a column', () => {
  expect(pastedGrid('[1,2,3]', { rows: 3, columns: 1 })).toEqual([['1'], ['2'], ['3']]);
});

const COLUMN = { rows: 3, columns: 1 };
test.each([
  '[0.475, -0.481, 0.2]',
  '(0.475, -0.481, 0.2)',
  'array([0.475, -0.481, 0.2], dtype=float32)',
  '[ 0.475 -0.481 0.2]',
])('the list %j has no direction: it fills a column as well as a row', (list) => {
  expect(pastedGrid(list, COLUMN)).toEqual([['0.475'], ['-0.481'], ['0.2']]);
  expect(pastedGrid(list, { rows: 1, columns: 3 })).toEqual([['0.475', '-0.481', '0.2']]);
  expect(pastedGrid(list, { rows: 2, columns: 2 })).toEqual([['0.475', '-0.481', '0.2']]);
});

test.each(['[[0.475, -0.481, 0.2]]', '0.475\t-0.481\t0.2', '0.475 & -0.481 & 0.2'])(
  'the row %j is one',
  (row) => {
    expect(pastedGrid(row, COLUMN)).toEqual([['0.475', '-0.481', '0.2']]);
  },
);

test('a cell of LaTeX stays as it is written', () => {
  expect(pastedGrid('1.2 \\cdot 10^{-3} & -0{,}5 \\\\ \\frac{1}{2} & 3')).toEqual([
    ['1.2 \\cdot 10^{-3}', '-0{,}5'],
    ['\\frac{1}{2}', '3'],
  ]);
});

test.each([
  ['0.5*(1-0.5) 3', [['0.5*(1-0.5)', '3']]],
  [
    '[[0.5*(1 - 0.5), 2], [σ(0.5), (4)]]',
    [
      ['0.5*(1-0.5)', '2'],
      ['σ(0.5)', '4'],
    ],
  ],
])('in %j the brackets of a calculation stay', (text, grid) => {
  expect(pastedGrid(text)).toEqual(grid);
});
