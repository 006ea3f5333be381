import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { notebookOf } from '../../../src/app/session/notebook.ts';
import { logFileOf, logText } from '../../../src/export/log/write.ts';
import { marksOf, type Marks } from '../../../src/tutor/marks.ts';
import { scoreOf } from '../../../src/tutor/score.ts';
import { WAYS } from '../../../src/tutor/ways.ts';
import { CHAIN } from '../support/exercises.ts';
import { exercises } from '../support/networks.ts';
import { moves, walked, type Move } from '../support/walks.ts';
import { backstep } from './command.ts';

const WALK: readonly Move[] = [
  { does: 'wrong', n: 1 },
  { does: 'hint', n: 1 },
  { does: 'right', n: 1 },
  { does: 'show', n: 1 },
  { does: 'right', n: 1 },
];
const file = logFileOf(notebookOf(CHAIN, '?preset=chain', walked(CHAIN, WALK)));
const text = JSON.stringify(file);

test('prints a table of marks for people, and ends with 0 where everything is judged as the file tells', async () => {
  const { code, out, err } = await backstep(['replay', '-'], text);
  expect(err).toEqual([]);
  expect(out)
    .toBe(`pass  steps  right at first  right later  carried  shown  filled  wrong tries  hints  score  of
1        15               1            1        0      1       0            1      1      1  15
all      15               1            1        0      1       0            1      1      1  15

5 events, judged as the file tells
`);
  expect(code).toBe(0);
});

test('reads a file, in pieces or whole, with a byte order mark or without', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'backstep-')), 'log.json');
  writeFileSync(path, `\uFEFF${text}`);
  const { out } = await backstep(['replay', path]);
  expect((await backstep(['replay', '-'], '\uFEFF', text.slice(0, 100), text.slice(100))).out).toBe(out);
});

test('logs of learners, in every way to work, come back with the same verdicts, marks and score', async () => {
  await fc.assert(
    fc.asyncProperty(
      exercises({ maxHidden: 1, maxUnits: 2, maxExamples: 2 }),
      moves,
      fc.constantFrom(undefined, ...WAYS),
      async (exercise, steps, way) => {
        const work = walked(exercise, steps, way);
        const notebook = notebookOf(exercise, '?exercise=x', work);
        const { code, out } = await backstep(['replay', '-', '--json'], logText(notebook));
        const replayed = JSON.parse(out) as {
          marks: Marks;
          events: { judged?: string; verdict?: string }[];
        };
        expect(replayed.marks).toEqual(marksOf(notebook));
        // The page shows this score of the pass in view.
        const { right, of } = scoreOf(notebook.passes.at(-1)!, work.log, work);
        expect(replayed.marks.passes.at(-1)).toMatchObject({ score: right, asked: of });
        expect(replayed.events).toHaveLength(notebook.log.length + notebook.hints.length);
        expect(code).toBe(0);
      },
    ),
    { numRuns: 30 },
  );
});

test('a verdict that was changed in the file is told with its place, and ends with 1', async () => {
  const changed = text.replace('"verdict":"wrong"', '"verdict":"correct"');
  const { code, out } = await backstep(['replay', '-'], changed);
  expect(out).toContain('not all of it as the file tells:');
  expect(out).toContain('event 1: z[1][1] "-4.99": correct in the file, judged wrong');
  expect(code).toBe(1);
  const json = await backstep(['replay', '-', '--json'], changed);
  const { events } = JSON.parse(json.out) as { events: unknown[] };
  expect(events[0]).toMatchObject({ verdict: 'correct', judged: 'wrong' });
  expect(json.code).toBe(1);
});

test('marks that were changed in the file are told', async () => {
  const { code, out } = await backstep(['replay', '-'], text.replaceAll('"shown":1', '"shown":0'));
  expect(out).toContain('marks: other ones in the file');
  expect(code).toBe(1);
});

// prettier-ignore
test.each([
  ['nothing', '', 'standard input: the log: expected JSON, found '],
  ['no JSON', '{oops', 'standard input: the log: expected JSON, found {oops'],
  ['an exercise', JSON.stringify(file.exercise), 'standard input: format: expected "backstep-log/1", found "backstep-exercise/1"; '],
  ['another step', text.replace('"z[1][1]"', '"q"'), 'standard input: events[0].step: expected the id of a step of this exercise, found "q"'],
])('%s is no log: one line, and 2', async (_, input, says) => {
  const { code, out, err } = await backstep(['replay', '-'], input);
  expect({ code, out, lines: err.length }).toEqual({ code: 2, out: '', lines: 1 });
  expect(err[0]).toContain(`backstep: ${says}`.trimEnd());
});

test.each([
  ['replay', 'replay: no log; name a file, or "-"'],
  ['replay ./nothing.json', './nothing.json: cannot be read: no such file or directory'],
  ['replay a b', 'replay: unexpected argument "b"'],
  ['replay - --seed 7', 'replay: no option --seed'],
])('backstep %s', async (argv, says) => {
  const { code, err } = await backstep(argv.split(' '));
  expect({ code, err }).toEqual({ code: 2, err: [`backstep: ${says}`] });
});
