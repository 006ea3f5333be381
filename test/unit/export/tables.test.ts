import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { notebookOf } from '../../../src/app/session/notebook.ts';
import { csvOf } from '../../../src/export/log/csv.ts';
import { EXPORTERS } from '../../../src/export/log/exporters.ts';
import { markdownOf } from '../../../src/export/log/markdown.ts';
import { marksOf } from '../../../src/tutor/marks.ts';
import { en } from '../../../src/tutor/messages/en/index.ts';
import { enNotebook } from '../../../src/tutor/messages/en/notebook.ts';
import type { Notebook } from '../../../src/tutor/notebook.ts';
import { CHAIN, TWO_TWO_ONE } from '../support/exercises.ts';
import { moves, walked } from '../support/walks.ts';

/** What people may type: texts that are hard for a table, and any other. */
const typed = fc.oneof(
  fc.constantFrom(
    ...[
      '=1+1',
      '+1',
      '-0.35',
      '-0.35-A1',
      '-1e',
      '@SUM(A1)',
      "'",
      "''=1",
      '"',
      '"",',
      'a,b',
      '\r\n',
      '\n=1',
      '\t=1',
      ' =1',
      '＝1',
      '',
      ' ',
    ],
    ...['|', '\\|', '`', '``|``', '| a | b |\n| - | - |', '&lt;b>', '\u202e1', '\0', '😀', '1;2'],
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

/** Notebooks of learners, with texts of any kind among the tries. */
const notebooks: fc.Arbitrary<Notebook> = fc
  .tuple(fc.constantFrom(CHAIN, TWO_TWO_ONE), moves, fc.array(typed, { maxLength: 8 }))
  .map(([exercise, steps, texts]) => {
    const notebook = notebookOf(exercise, '?seed=7', walked(exercise, steps));
    const tries = texts.map((text, i) => ({
      ...{ at: 1000 * i, pass: 1, step: 'z[1][1]', typed: text, origin: 'typed' as const },
      ...{ verdict: 'unreadable' as const, hints: 0 },
    }));
    return { ...notebook, log: [...notebook.log, ...tries] };
  });

/** The rows of a table after RFC 4180, read letter by letter. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    let field = '';
    if (text[at] === '"') {
      for (at += 1; ; at += 1) {
        if (text[at] !== '"') field += text[at]!;
        else if (text[at + 1] === '"') {
          field += '"';
          at += 1;
        } else break;
      }
      at += 1;
    } else {
      for (; at < text.length && text[at] !== ',' && text[at] !== '\r'; at += 1) {
        if (text[at] === '"' || text[at] === '\n') throw new Error(`stray sign at ${at}`);
        field += text[at]!;
      }
    }
    rows.at(-1)!.push(field);
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      at += 2;
      if (at < text.length) rows.push([]);
    } else throw new Error(`a field ends at ${at} with neither comma nor line break`);
  }
  return rows;
}

describe('CSV', () => {
  test('holds every event; what was typed comes back as it was, and starts no formula of a spreadsheet', () => {
    fc.assert(
      fc.property(notebooks, (notebook) => {
        const [names, ...rows] = parseCsv(csvOf(notebook));
        expect(names?.join(' ')).toBe('at pass example phase step kind typed verdict hints');
        expect(rows).toHaveLength(notebook.log.length + notebook.hints.length);
        const tries = rows.filter((row) => row[5] !== 'hint');
        expect(tries.map((row) => row[6]!.replace(/^'/, ''))).toEqual(notebook.log.map((each) => each.typed));
        expect(tries.map((row) => row[7])).toEqual(notebook.log.map(({ verdict }) => verdict));
        for (const field of rows.flat()) {
          if (field === '' || !Number.isFinite(Number(field)) || /\s/.test(field))
            expect(field).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
        }
      }),
      { numRuns: 30 },
    );
  });
});

test.each(['-0.4189', '+1', '-.5', '-1e-3', '-2.', '0.5'])('the number %s stays one in the CSV', (typed) => {
  const notebook = notebookOf(CHAIN, '?seed=7', walked(CHAIN, []));
  const attempt = {
    at: 0,
    pass: 1,
    step: 'z[1][1]',
    typed,
    origin: 'typed',
    verdict: 'wrong',
    hints: 0,
  } as const;
  const [, row] = parseCsv(csvOf({ ...notebook, log: [attempt] }));
  expect(row![6]).toBe(typed);
});

/** Cells of a row of a table, after the rules of GitHub's Markdown: a bar ends a cell unless a backslash precedes it. */
const cells = (line: string): string[] => line.replace(/^\||\|$/g, '').split(/(?<!\\)\|/);

describe('Markdown', () => {
  test('every table has its head and as many cells in each row, whatever was typed', () => {
    fc.assert(
      fc.property(notebooks, (notebook) => {
        const text = markdownOf(notebook, enNotebook, en).trimEnd();
        const tables = text.split('\n\n').filter((block) => block.startsWith('|'));
        for (const table of tables) {
          const [head, rule, ...rows] = table.split('\n');
          expect(head).toBe('| Step | Worked out | Result | How |');
          expect(rule).toBe('| --- | --- | --- | --- |');
          for (const row of rows) expect(cells(row), row).toHaveLength(4);
        }
        const rows = tables.flatMap((table) => table.split('\n').slice(2));
        const { total } = marksOf(notebook);
        expect(rows).toHaveLength(
          total.rightAtFirst + total.rightLater + total.carried + total.shown + total.filled,
        );
      }),
      { numRuns: 30 },
    );
  });

  test('every try and hint stands on a line of its own', () => {
    fc.assert(
      fc.property(notebooks, (notebook) => {
        const lines = markdownOf(notebook, enNotebook, en).split('\n');
        const tries = notebook.log.filter(({ origin }) => origin === 'typed').length + notebook.hints.length;
        expect(lines.filter((line) => /^- .* UTC: /.test(line))).toHaveLength(tries);
      }),
      { numRuns: 30 },
    );
  });

  test('reads like this', () => {
    const work = walked(CHAIN, [
      { does: 'unreadable', n: 6 },
      { does: 'hint', n: 1 },
      { does: 'expression', n: 0 },
      { does: 'right', n: 0 },
      { does: 'show', n: 0 },
    ]);
    expect(markdownOf(notebookOf(CHAIN, '?preset=chain', work), enNotebook, en)).toBe(`# Notebook

Network 1-1-1. Exercise: \`?preset=chain\`

## Pass 1

Given: x₁ = 0.70, w₁₁⁽¹⁾ = 0.80, w₁₁⁽²⁾ = −0.60, t₁ = 0.90, η = 0.50.

3 of 15 steps with a right answer: 1 right at first, 1 right later, 1 shown. 0 wrong tries, 1 hint. 1 of 15 count as right.

### Forward pass

| Step | Worked out | Result | How |
| --- | --- | --- | --- |
| z₁⁽¹⁾ | \`0.70·0.80\` | 0.5600 | right later |
| a₁⁽¹⁾ | \`0.6365\` | 0.6365 | right at first |
| z₁⁽²⁾ | \`0.6365·(−0.60)\` | −0.3819 | shown |

Tries and hints:

- z₁⁽¹⁾, 2026-11-24 00:00:00 UTC: \`| a |\`, cannot be read
- z₁⁽¹⁾, 2026-11-24 00:00:01 UTC: hint 1
- z₁⁽¹⁾, 2026-11-24 00:00:02 UTC: \`0.70·0.80\`, right
- a₁⁽¹⁾, 2026-11-24 00:00:03 UTC: \`0.6365\`, right
`);
  });
});

test('every form says what it is, and ends with its own ending', () => {
  expect(EXPORTERS.map(({ extension }) => extension)).toEqual(['md', 'csv', 'json']);
});

test('the Markdown of a batch says what @1 means, and that of one example has no such name', () => {
  const markdown = (exercise: typeof CHAIN): string =>
    markdownOf(notebookOf(exercise, '?seed=7', walked(exercise, [])), enNotebook, en);
  expect(markdown({ ...CHAIN, batch: 'sum' })).toContain('Behind a name @1');
  expect(markdown(CHAIN)).not.toContain('@1');
});
