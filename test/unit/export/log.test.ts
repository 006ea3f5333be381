import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Exercise } from '../../../src/core/network/exercise.ts';
import { notebookOf } from '../../../src/app/session/notebook.ts';
import { parseLogFile, parseLogText } from '../../../src/export/log/read.ts';
import { logFileOf, logText } from '../../../src/export/log/write.ts';
import { marksOf } from '../../../src/tutor/marks.ts';
import type { Notebook } from '../../../src/tutor/notebook.ts';
import { enLogProblem } from '../../../src/tutor/messages/en/files.ts';
import { isAnother, judgeAgain } from '../../../src/tutor/replay.ts';
import { CHAIN, TWO_TWO_ONE } from '../support/exercises.ts';
import { exercises } from '../support/networks.ts';
import { moves, walked } from '../support/walks.ts';

const notebooks: fc.Arbitrary<Notebook> = fc
  .tuple(exercises({ maxHidden: 2, maxUnits: 2, maxExamples: 2 }), moves, fc.boolean())
  .map(([drawn, steps, isBatch]) => {
    const exercise: Exercise = isBatch ? { ...drawn, batch: 'mean' } : drawn;
    return notebookOf(exercise, '?exercise=x', walked(exercise, steps));
  });

const read = (text: string): Notebook => {
  const parsed = parseLogText(text);
  if (!parsed.ok) throw new Error(parsed.problems.map(enLogProblem).join('; '));
  return parsed.value.notebook;
};

describe('a log', () => {
  test('written and read again is the same notebook, to the last digit', () => {
    fc.assert(
      fc.property(notebooks, (notebook) => {
        expect(read(logText(notebook))).toEqual(notebook);
      }),
      { numRuns: 30 },
    );
  });

  test('judged again from what was typed has the verdicts and the marks it had on the page', () => {
    fc.assert(
      fc.property(notebooks, (notebook) => {
        const again = judgeAgain(read(logText(notebook)));
        again.log.forEach((judged, i) => {
          expect(isAnother(notebook.log[i]!, judged), JSON.stringify([notebook.log[i], judged])).toBe(false);
        });
        expect(marksOf(again)).toEqual(marksOf(notebook));
        expect(marksOf(again)).toEqual(logFileOf(notebook).marks);
      }),
      { numRuns: 40 },
    );
  });

  test('in which a verdict was changed is found out', () => {
    fc.assert(
      fc.property(notebooks, fc.nat(), (notebook, n) => {
        const tries = notebook.log.filter(({ origin }) => origin === 'typed');
        fc.pre(tries.length > 0);
        const chosen = tries[n % tries.length]!;
        const verdict = chosen.verdict === 'correct' ? 'wrong' : 'correct';
        const changed = {
          ...notebook,
          log: notebook.log.map((a) => (a === chosen ? ({ ...a, verdict } as const) : a)),
        };
        const again = judgeAgain(read(logText(changed)));
        const found = again.log.filter((judged, i) => isAnother(changed.log[i]!, judged));
        expect(found).toHaveLength(1);
        expect(marksOf(again)).toEqual(marksOf(notebook));
      }),
      { numRuns: 30 },
    );
  });

  test('of 10,000 events is read', () => {
    const work = walked(CHAIN, [{ does: 'wrong', n: 1 }]);
    const log = Array.from({ length: 10_000 }, () => work.log[0]!);
    expect(read(logText(notebookOf(CHAIN, '?preset=chain', { ...work, log }))).log).toHaveLength(10_000);
  });
});

const FILE = logFileOf(
  notebookOf(
    TWO_TWO_ONE,
    '?seed=7',
    walked(TWO_TWO_ONE, [
      { does: 'wrong', n: 1 },
      { does: 'hint', n: 1 },
      { does: 'right', n: 1 },
    ]),
  ),
);
const changed = (path: string, value: unknown): unknown => {
  const file = JSON.parse(JSON.stringify(FILE)) as object;
  const keys = path.split('.');
  const last = keys.pop()!;
  Reflect.set(
    keys.reduce((at, key) => Reflect.get(at, key) as object, file),
    last,
    value,
  );
  return JSON.parse(JSON.stringify(file));
};

describe('a faulty log is told where it is at fault', () => {
  // prettier-ignore
  test.each([
    ['', null, '', 'object'],
    ['format', 'backstep-log/2', 'format', 'logFormat'],
    ['extra', 1, 'extra', 'knownField'],
    ['exercise', undefined, 'exercise', 'object'],
    ['exercise.loss', 'l', 'exercise.loss', 'loss'],
    ['address', 7, 'address', 'text'],
    ['passes', {}, 'passes', 'passes'],
    ['passes.0.pass', 0, 'passes[0].pass', 'passNumber'],
    ['passes.0.start.weights', [], 'passes[0].start.weights', { length: 2 }],
    ['passes.0.start.weights.0.0.0', '1', 'passes[0].start.weights[0][0][0]', 'number'],
    ['passes.1', FILE.passes[0], 'passes[1].pass', 'passNumber'],
    ['events', undefined, 'events', 'events'],
    ['events.0', 5, 'events[0]', 'kind'],
    ['events.0.kind', 'guess', 'events[0].kind', 'kind'],
    ['events.0.kind', undefined, 'events[0].kind', 'kind'],
    ['events.0.at', 'yesterday', 'events[0].at', 'time'],
    ['events.0.typed', undefined, 'events[0].typed', 'text'],
    ['events.1.typed', '0.5', 'events[1].typed', 'knownField'],
    ['events.0.verdict', 'fine', 'events[0].verdict', 'verdict'],
    ['events.0.step', 'z[1][9]', 'events[0].step', 'step'],
    ['events.0.step', '__proto__', 'events[0].step', 'step'],
    ['events.0.pass', 2, 'events[0].pass', 'listedPass'],
    ['events.0.example', 2, 'events[0].example', 'exampleOfPass'],
    ['events.1.hints', -1, 'events[1].hints', 'count'],
    ['marks.total.steps', 'all', 'marks.total.steps', 'count'],
  ])('%s = %j', (at, value, path, expected) => {
    const parsed = parseLogFile(at === '' ? value : changed(at, value));
    expect(parsed.ok ? [] : parsed.problems).toContainEqual({
      path,
      expected,
      found: expect.any(String) as string,
    });
  });

  test('whatever JSON holds, there is an answer, and every problem has its words', () => {
    const places = fc.constantFrom(
      ...[
        'format',
        'exercise',
        'address',
        'passes',
        'events',
        'marks',
        'passes.0',
        'events.0',
        'events.0.at',
      ],
    );
    fc.assert(
      fc.property(fc.jsonValue(), places, (value, at) => {
        for (const data of [value, changed(at, value)]) {
          const parsed = parseLogFile(data);
          for (const problem of parsed.ok ? [] : parsed.problems) {
            expect(enLogProblem(problem)).toMatch(/^[^\n]+: expected [^\n]+, found [^]+$/);
          }
        }
      }),
    );
    expect(parseLogText('{"format":')).toMatchObject({ ok: false, problems: [{ expected: 'json' }] });
  });
});
