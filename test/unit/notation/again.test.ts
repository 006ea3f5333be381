import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortText } from '../../../src/core/expressions/text.ts';
import { inNotation } from '../../../src/core/notation/naming.ts';
import {
  NOTATIONS,
  notationText,
  RATES,
  SYMBOLS,
  WEIGHTS,
  type Notation,
} from '../../../src/core/notation/notation.ts';
import { deskOf } from '../../../src/app/session/desk.ts';
import { handIn } from '../../../src/app/session/hand-in.ts';
import { notebookOf } from '../../../src/app/session/notebook.ts';
import { newWork, type Work } from '../../../src/app/session/work.ts';
import { parseLogText } from '../../../src/export/log/read.ts';
import { logText } from '../../../src/export/log/write.ts';
import { check, checkAll, type TypedAnswers } from '../../../src/tutor/checking/check.ts';
import { marksOf } from '../../../src/tutor/marks.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { stepOf, type Pass } from '../../../src/tutor/pass.ts';
import { judgeAgain } from '../../../src/tutor/replay.ts';
import type { Typed } from '../../../src/tutor/checking/typed.ts';
import { CLASSIC, exercises } from '../support/networks.ts';
import { MAZUR, TWO_TWO_ONE } from '../support/exercises.ts';

const ALL: readonly Notation[] = (Object.keys(SYMBOLS) as Notation['symbols'][]).flatMap((symbols) =>
  WEIGHTS.flatMap((weights) =>
    (Object.keys(RATES) as Notation['rate'][]).map((rate) => ({ symbols, weights, rate })),
  ),
);

/** Every step answered by names, in notations that take turns. */
const answersIn = (pass: Pass, notations: readonly Notation[]): TypedAnswers =>
  new Map(
    pass.steps.map(({ id, formula }, i) => {
      const notation = notations[i % notations.length]!;
      const typed = inNotation(notation, pass.exercise, () => shortText(formula));
      return [id, { typed, notation: notationText(notation) }];
    }),
  );

test('answers by names, in whichever notation they were given, are right in every other', () => {
  fc.assert(
    fc.property(
      exercises({ maxUnits: 3, maxHidden: 2, activations: CLASSIC }),
      fc.array(fc.constantFrom(...ALL), { minLength: 1, maxLength: 5 }),
      fc.array(fc.constantFrom(...ALL), { minLength: 2, maxLength: 2 }),
      (exercise, notations, others) => {
        const pass = passAt(exercise, 1);
        const answers = answersIn(pass, notations);
        for (const other of others) {
          const checked = inNotation(other, exercise, () => checkAll(pass, answers));
          expect([...checked].filter(([, { verdict }]) => verdict !== 'correct')).toEqual([]);
        }
      },
    ),
    { numRuns: 15 },
  );
});

/** Mazur's pass on the page, by names as he has them. */
const mazurs = (): Work => {
  const pass = passAt(MAZUR, 1);
  const answers = [...answersIn(pass, [NOTATIONS.mazur])];
  return answers.slice(0, 12).reduce(
    (work, [, answer], i) => {
      const { typed } = answer as { readonly typed: string };
      const desk = deskOf(MAZUR, { ...work, draft: typed }, checkAll);
      return handIn(desk, Date.UTC(2026, 10, 24) + 1000 * i).work;
    },
    newWork(MAZUR, 0),
  );
};

test.each([undefined, NOTATIONS.nielsen, NOTATIONS.mazur])(
  'a notebook, its marks and its file are the same when %o is in force',
  (other) => {
    const work = inNotation(NOTATIONS.mazur, MAZUR, mazurs);
    expect(work.log.map(({ typed, verdict }) => [typed, verdict])[1]).toEqual(['σ(netₕ₁)', 'correct']);
    inNotation(other, MAZUR, () => {
      const notebook = notebookOf(MAZUR, '', work);
      const again = judgeAgain(notebook);
      expect(again.log).toEqual(work.log);
      expect(marksOf(notebook).total).toMatchObject({ rightAtFirst: 12, score: 12 });
      const read = parseLogText(logText(notebook));
      expect(read.ok && judgeAgain(read.value.notebook).log).toEqual(again.log);
      expect(deskOf(MAZUR, { ...work }, checkAll).answers.size).toBe(12);
    });
  },
);

const verdictAt = (pass: Pass, id: string, typed: string | { readonly typed: string }): string =>
  check(pass, stepOf(pass, id), typed, new Map([['z[1][1]', { typed: '0.3775' }]])).verdict;

// Names that can mean nothing else, and answers of before a notation was written down.
test.each(ALL)('"σ(net_h1)" is right in $symbols, $weights, $rate', (notation) => {
  const pass = passAt(MAZUR, 1);
  inNotation(notation, MAZUR, () => {
    expect(verdictAt(pass, 'a[1][1]', 'sigma(net_h1)')).toBe('correct');
    expect(verdictAt(pass, 'dE/da[2][1]', 'out_o1 - t1')).toBe('correct');
    expect(verdictAt(pass, 'z[2][1]', { typed: 'w5*out_h1 + w6*out_h2 + b2' })).toBe('correct');
  });
});

test.each([
  ['x1*w11+x2*w12', 'to-from', 'correct'],
  ['x1*w11+x2*w21', 'z', 'correct'],
  ['x1*w1+x2*w2', 'net,numbered', 'correct'],
  ['x1*w11+x2*w12', 'z', 'wrong'],
])('"%s" of before notations were written down, in %s, is %s as it was', (typed, notation, was) => {
  const pass = passAt(TWO_TWO_ONE, 1);
  const verdict = (answer: Typed): string => check(pass, stepOf(pass, 'z[1][1]'), answer, new Map()).verdict;
  expect(verdict({ typed, notation })).toBe(was);
  expect(verdict({ typed, verdict: was })).toBe(was);
  // Nobody says what it was worth: as everybody sees it who has chosen no notation.
  expect(verdict({ typed: 'x1*w11+x2*w12' })).toBe('wrong');
});
