/** Rows of cells as lines whose columns line up; a cell wider than `limit` pushes its line's rest aside. */
export function table(rows: readonly (readonly string[])[], limit = 64): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0).filter((width) => width <= limit), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('')
      .trimEnd(),
  );
}

/** A number at six significant digits: "0.593270", "−1.50000". */
export const sixDigits = (x: number): string =>
  (x === 0 ? '0' : x.toPrecision(6)).replace(/^-/, '−').replace('e-', 'e−').replace('e+', 'e');
