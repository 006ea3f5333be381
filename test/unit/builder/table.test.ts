import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTable } from '../../../src/app/builder/table.ts';

const rowsOf = (text: string, expected?: number) => {
  const read = readTable(text, expected);
  return read.ok ? read.table.rows : read.fault;
};

/** How programs write tables: what is between cells, and the decimal mark. */
const FORMS = [
  { name: 'a spreadsheet', between: '\t', mark: '.' },
  { name: 'a spreadsheet with decimal commas', between: '\t', mark: ',' },
  { name: 'CSV', between: ',', mark: '.' },
  { name: 'CSV with spaces', between: ', ', mark: '.' },
  { name: 'CSV with decimal commas', between: ';', mark: ',' },
  { name: 'columns of spaces', between: '  ', mark: '.' },
  { name: 'columns of spaces with decimal commas', between: ' ', mark: ',' },
] as const;

/** Numbers with two decimals, so that every decimal mark is seen. */
const matrix = fc.integer({ min: 2, max: 5 }).chain((columns) =>
  fc.array(
    fc.array(
      fc.integer({ min: -9999, max: 9999 }).map((n) => n / 100 + 0.001 * Math.sign(n || 1)),
      { minLength: columns, maxLength: columns },
    ),
    { minLength: 1, maxLength: 6 },
  ),
);
const write = (value: number): string => value.toFixed(3);

describe.each(FORMS)('$name', ({ between, mark }) => {
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => cell.replace('.', mark)).join(between);
  const text = (rows: readonly (readonly number[])[], end = '\n'): string =>
    rows.map((row) => line(row.map(write))).join(end);

  test('gives the numbers that went in, with or without names, whatever ends its lines', () => {
    fc.assert(
      fc.property(matrix, fc.boolean(), fc.constantFrom('\n', '\r\n', '\n\n'), (rows, hasNames, end) => {
        const names = rows[0]!.map((_, i) => `x${i + 1}`);
        const whole = `${hasNames ? names.join(between) + end : ''}${text(rows, end)}${end}`;
        const read = readTable(whole);
        expect(read).toEqual({
          ok: true,
          table: {
            rows: rows.map((row) => row.map((value) => Number(write(value)))),
            ...(hasNames && { names }),
          },
        });
      }),
    );
  });

  test('a cell that is no number is told with its row and column', () => {
    fc.assert(
      fc.property(
        matrix,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('cat', '1.2.3', '--', '?'),
        (rows, r, c, cell) => {
          const [row, column] = [r % rows.length, c % rows[0]!.length];
          const cells = rows.map((one) => one.map(write).map((value) => value.replace('.', mark)));
          cells[row]![column] = cell;
          const read = rowsOf(cells.map((one) => one.join(between)).join('\n'));
          expect(read).toMatchObject({ kind: 'cell', row: row + 1, column: column + 1, text: cell });
        },
      ),
    );
  });

  test('a row with a cell too few is told with its number', () => {
    fc.assert(
      fc.property(matrix, fc.nat(), (rows, r) => {
        fc.pre(rows.length > 1);
        const row = 1 + (r % (rows.length - 1));
        const short = rows.map((one, i) => (i === row ? one.slice(1) : one));
        const expected = rows[0]!.length;
        fc.pre(!(mark === ',' && between === ' ' && expected < 2));
        expect(rowsOf(text(short))).toEqual({ kind: 'columns', row: row + 1, found: expected - 1, expected });
      }),
    );
  });
});

test.each([
  ['0,5', 1, [[0.5]]],
  ['0,5', 2, [[0, 5]]],
  [
    '0,0,0\n0,1,1\n1,0,1\n1,1,0',
    3,
    [
      [0, 0, 0],
      [0, 1, 1],
      [1, 0, 1],
      [1, 1, 0],
    ],
  ],
  [
    '[[0.1, 0.2], [0.3, -0.4]]',
    undefined,
    [
      [0.1, 0.2],
      [0.3, -0.4],
    ],
  ],
  [
    '[[ 0.1  0.2]\n [ 0.3 -4e-1]]',
    undefined,
    [
      [0.1, 0.2],
      [0.3, -0.4],
    ],
  ],
  [
    '[0.1 0.2; 0.3 -0.4]',
    undefined,
    [
      [0.1, 0.2],
      [0.3, -0.4],
    ],
  ],
  [
    'W1 = [0.1, 0.2; 0.3, -0.4];',
    undefined,
    [
      [0.1, 0.2],
      [0.3, -0.4],
    ],
  ],
  [
    'W = np.array([[0.1, 0.2], [0.3, -0.4]], dtype=np.float32)',
    undefined,
    [
      [0.1, 0.2],
      [0.3, -0.4],
    ],
  ],
  [
    'tensor([[0.1, 0.2],\n        [0.3, -0.4]], requires_grad=True)',
    undefined,
    [
      [0.1, 0.2],
      [0.3, -0.4],
    ],
  ],
  [
    '\\begin{pmatrix}0.1 & 0.2 \\\\ 0.3 & -0.4\\end{pmatrix}',
    undefined,
    [
      [0.1, 0.2],
      [0.3, -0.4],
    ],
  ],
  ['R&D,t\n1,2', undefined, [[1, 2]]],
  ['−0.5\t1/4', undefined, [[-0.5, 0.25]]],
  ['"x","y"\n"0.5","1"', undefined, [[0.5, 1]]],
  ['1;2,5;', undefined, [[1, 2.5]]],
  ['x 1,x 2,t\n0,1,1', undefined, [[0, 1, 1]]],
  ['.5', undefined, [[0.5]]],
] as const)('%j with %j columns expected is %j', (text, expected, rows) => {
  expect(rowsOf(text, expected)).toEqual(rows);
});

test.each([
  ['', { kind: 'noRows' }],
  [' \n\t\n', { kind: 'noRows' }],
  ['a,b,c', { kind: 'cell', row: 1, column: 1, text: 'a' }],
  ['1,2\n\n3,x', { kind: 'cell', row: 3, column: 2, text: 'x' }],
  ['1,,3', { kind: 'cell', row: 1, column: 2, text: '' }],
  ['1,2\n1e999,2', { kind: 'cell', row: 2, column: 1, text: '1e999' }],
] as const)('%j is not taken: %j', (text, fault) => {
  expect(rowsOf(text)).toEqual(fault);
});

test('any text is read or told what is wrong with it', () => {
  const cell = fc.constantFrom('1', '0.5', ',', ';', '\t', '\n', ' ', '"', '[', ']', 'x', '-', '−', 'e', '.');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(cell).map((cells) => cells.join('')),
      ),
      (text) => {
        const read = readTable(text);
        const numbers = read.ok ? read.table.rows.flat() : [];
        expect(numbers.every(Number.isFinite)).toBe(true);
        if (!read.ok) expect(['noRows', 'cell', 'columns']).toContain(read.fault.kind);
      },
    ),
    { numRuns: 500 },
  );
});
