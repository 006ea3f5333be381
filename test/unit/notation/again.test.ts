import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortText, text } from '../../../src/core/expressions/text.ts';
import { shown } from '../../../src/core/expressions/digits.ts';
import { inNotation, notationInForce } from '../../../src/core/notation/naming.ts';
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
import { lookAt, newWork, type Work } from '../../../src/app/session/work.ts';
import { parseLogText } from '../../../src/export/log/read.ts';
import { logText } from '../../../src/export/log/write.ts';
import { check, checkAll } from '../../../src/tutor/checking/check.ts';
import { marksOf } from '../../../src/tutor/marks.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { stepOf, type Pass } from '../../../src/tutor/pass.ts';
import { judgeAgain } from '../../../src/tutor/replay.ts';
import { exercises } from '../support/networks.ts';
import { MAZUR } from '../support/exercises.ts';

const ALL: readonly Notation[] = (Object.keys(SYMBOLS) as Notation['symbols'][]).flatMap((symbols) =>
  WEIGHTS.flatMap((weights) =>
    (Object.keys(RATES) as Notation['rate'][]).map((rate) => ({ symbols, weights, rate })),
  ),
);

/** A pass in which every step is answered by names, in a notation that may be another at each step. */
function worked(exercise: Parameters<typeof newWork>[0], notations: readonly Notation[]): Work {
  let work = newWork(exercise, 0);
  for (let i = 0; ; i += 1) {
    const desk = deskOf(exercise, work, checkAll);
    const { step } = desk;
    if (step === undefined) return work;
    inNotation(notations[i % notations.length], exercise, () => {
      const draft = shortText(step.formula);
      work = handIn({ ...desk, work: { ...work, draft } }, Date.UTC(2026, 10, 24) + 1000 * i).work;
    });
  }
}

test('answers by names, in whichever notation they were given, are worth the same in every other', () => {
  fc.assert(
    fc.property(
      exercises({ maxUnits: 3, maxHidden: 2 }),
      fc.array(fc.constantFrom(...ALL), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(...ALL),
      (exercise, notations, other) => {
        const work = worked(exercise, notations);
        const here = judgeAgain(notebookOf(exercise, '', work));
        expect(here.log.map(({ verdict }) => verdict)).toEqual(work.log.map(({ verdict }) => verdict));
        inNotation(other, exercise, () => {
          const notebook = notebookOf(exercise, '', work);
          expect(judgeAgain(notebook).log).toEqual(here.log);
          expect(marksOf(notebook)).toEqual(marksOf(here));
          const desk = deskOf(exercise, { ...work }, checkAll);
          expect(desk.answers.size).toBe(desk.pass.steps.length);
          const read = parseLogText(logText(notebook));
          expect(read.ok && judgeAgain(read.value.notebook).log).toEqual(here.log);
        });
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);

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

test('an answer that is looked at again in another notation stands', () => {
  const work = worked(MAZUR, [NOTATIONS.mazur]);
  inNotation(NOTATIONS.nielsen, MAZUR, () => {
    const desk = deskOf(MAZUR, lookAt(work, "w'[2][1][2]"), checkAll);
    expect(desk.answers.has("w'[2][1][2]")).toBe(true);
    expect(shown(desk.values.get("w'[2][1][2]")!)).toBe(shown(desk.pass.values.get("w'[2][1][2]")!));
    expect(notationText(notationInForce())).toBe('to-from');
    expect(text(desk.step!.formula)).not.toBe('');
  });
});
