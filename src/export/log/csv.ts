import { entriesOf, type Notebook } from '../../tutor/notebook.ts';
import { isoTime } from './write.ts';

const COLUMNS = ['at', 'pass', 'example', 'phase', 'step', 'kind', 'typed', 'verdict', 'hints'] as const;

/**
 * Every event of a notebook as a table (RFC 4180): a line of names, then one an event, each ended by CR LF.
 *
 * What was typed may be read as a formula by a spreadsheet. Where it begins with a sign that starts one, or with an
 * apostrophe, and is no plain number, an apostrophe stands before it: take one leading apostrophe away, and it is what
 * was typed.
 */
export function csvOf(notebook: Notebook): string {
  const rows = entriesOf(notebook).map((entry): Record<(typeof COLUMNS)[number], string> => {
    const { at, pass, example, phase, step, kind, hints } = entry;
    const said = entry.kind === 'hint' ? { typed: '', verdict: '' } : entry;
    return {
      ...{ at: isoTime(at), pass: String(pass), example: String(example ?? ''), phase, step, kind },
      ...{ typed: guarded(said.typed), verdict: said.verdict, hints: String(hints) },
    };
  });
  return [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))]
    .map((fields) => `${fields.map(quoted).join(',')}\r\n`)
    .join('');
}

// Some spreadsheets take the wide forms of the signs for the signs.
const STARTS_FORMULA = /^[=+\-@\t\r\n'＝＋－＠]/;
/** -0.4189 is a number to spreadsheets and programs alike, and stays one. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

const guarded = (typed: string): string =>
  STARTS_FORMULA.test(typed) && !NUMBER.test(typed) ? `'${typed}` : typed;

const quoted = (field: string): string =>
  /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
