/** Rows of numbers, all of one length. A vector has one column. */
export type Numbers = readonly (readonly number[])[];

export type Shape = { readonly rows: number; readonly columns: number };

export const shapeOfTable = (table: readonly (readonly unknown[])[]): Shape => ({
  rows: table.length,
  columns: table[0]?.length ?? 0,
});

export const sameShape = (one: Shape, other: Shape): boolean =>
  one.rows === other.rows && one.columns === other.columns;

export const transposed = <T>(table: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  Array.from({ length: shapeOfTable(table).columns }, (_, j) => table.map((row) => row[j]!));

/** Row times column. As many columns on the left as rows on the right are the caller's to see to. */
export function times(left: Numbers, right: Numbers): Numbers {
  const columns = transposed(right);
  return left.map((row) =>
    columns.map((column) => row.reduce((sum, value, i) => sum + value * column[i]!, 0)),
  );
}

/** One number for each pair of the same place. */
export const byPlace = (
  left: Numbers,
  right: Numbers,
  combine: (one: number, other: number) => number,
): Numbers => left.map((row, i) => row.map((value, j) => combine(value, right[i]![j]!)));
