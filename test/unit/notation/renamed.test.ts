import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { shown } from '../../../src/core/expressions/digits.ts';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import { shortText } from '../../../src/core/expressions/text.ts';
import { inNotation } from '../../../src/core/notation/naming.ts';
import { notationText, RATES, SYMBOLS, WEIGHTS, type Notation } from '../../../src/core/notation/notation.ts';
import type { Exercise } from '../../../src/core/network/exercise.ts';
import type { Step } from '../../../src/core/network/tape.ts';
import { deskOf } from '../../../src/app/session/desk.ts';
import { handIn } from '../../../src/app/session/hand-in.ts';
import { notationOf } from '../../../src/app/session/notation.ts';
import { openSession } from '../../../src/app/session/session.svelte.ts';
import type { Source } from '../../../src/app/session/source.ts';
import { spelled } from '../../../src/app/session/spelled.ts';
import { lookAt, moveOn, newWork, type Work } from '../../../src/app/session/work.ts';
import { check, checkAll } from '../../../src/tutor/checking/check.ts';
import { typedAnswers } from '../../../src/app/session/answering.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { stepOf } from '../../../src/tutor/pass.ts';
import { CLASSIC, exercises } from '../support/networks.ts';
import { newStorage } from '../support/storage.ts';

newStorage();

// Names change under what has been typed: it goes on meaning what it meant.

const ALL: readonly Notation[] = (Object.keys(SYMBOLS) as Notation['symbols'][]).flatMap((symbols) =>
  WEIGHTS.flatMap((weights) =>
    (Object.keys(RATES) as Notation['rate'][]).map((rate) => ({ symbols, weights, rate })),
  ),
);

const DIGITS = '₀₁₂₃₄₅₆₇₈₉ₕₒ';
/** As it is typed on a keyboard: w12^(2). */
const onKeys = (text: string): string =>
  text
    .replace(/[₀-₉ₕₒ]/g, (sign) => '0123456789ho'[DIGITS.indexOf(sign)]!)
    .replace(/⁽([⁰¹²³⁴⁵⁶⁷⁸⁹])⁾/g, (_, digit: string) => `^(${'⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)})`);

/** Ways to write an answer; the last are not right. */
const FORMS: readonly ((step: Step, value: number) => string)[] = [
  ({ formula }) => shortText(formula),
  ({ formula }) => onKeys(shortText(formula)),
  ({ formula }, value) => `${shortText(formula)} = ${shown(value)}`,
  ({ result, formula }) =>
    `${shortText({ kind: 'quantity', id: '', quantity: result })} = ${shortText(formula)}`,
  (_, value) => shown(value),
  ({ formula }) => `2*(${onKeys(shortText(formula))})`,
  (_, value) => String(Math.fround(value * 1.1)),
];

type Given = { readonly form: number; readonly notation: Notation };

const typedIn = (exercise: Exercise, work: Work, { form, notation }: Given): Work => {
  const { step, values } = deskOf(exercise, work, checkAll);
  const draft = inNotation(notation, exercise, () => FORMS[form]!(step!, evaluate(step!.formula, values)));
  return { ...work, draft, draftIn: notationText(notation) };
};
/** What the answer in the field is worth, in the notation in force. */
const verdictOf = (exercise: Exercise, work: Work): string => {
  const desk = deskOf(exercise, work, checkAll);
  return check(desk.pass, stepOf(desk.pass, desk.step!.id), work.draft, typedAnswers(desk)).verdict;
};

const given = fc.record({ form: fc.nat(FORMS.length - 1), notation: fc.constantFrom(...ALL) });

test('an answer, and what was begun, are worth the same in any notation they are looked at in', () => {
  fc.assert(
    fc.property(
      exercises({ maxUnits: 3, maxHidden: 2, activations: CLASSIC }),
      fc.array(given, { minLength: 4, maxLength: 10 }),
      fc.nat(15),
      given,
      fc.array(fc.constantFrom(...ALL), { minLength: 2, maxLength: 3 }),
      (exercise, answers, most, begun, others) => {
        // In an exam, what is wrong stands too.
        let work: Work = { ...newWork(exercise, 0), way: 'exam' };
        const seen = new Map<string, string>();
        const count = passAt(exercise, 1).steps.length - 1;
        for (let i = 0; i < Math.min(count, most); i += 1) {
          const answer = answers[i % answers.length]!;
          const typed = typedIn(exercise, work, answer);
          const { id } = deskOf(exercise, work, checkAll).step!;
          inNotation(answer.notation, exercise, () => {
            const verdict = verdictOf(exercise, typed);
            // From an a of 1.0002 that stands, ln(1 − a) has no value: that costs nothing, and is asked for again.
            if (verdict !== 'unreadable') seen.set(id, verdict);
            ({ work } = handIn(deskOf(exercise, typed, checkAll), i));
          });
        }
        const desk = deskOf(exercise, work, checkAll);
        expect(desk.answers.size).toBe(seen.size);
        let draft = typedIn(exercise, moveOn(work), begun);
        const worth = inNotation(begun.notation, exercise, () => verdictOf(exercise, draft));
        for (const other of others) {
          inNotation(other, exercise, () => {
            const now = (one: Work): Work => spelled(deskOf(exercise, one, checkAll));
            draft = now(draft);
            expect(verdictOf(exercise, draft), draft.draft).toBe(worth);
            for (const id of desk.answers.keys()) {
              const looked = now(lookAt(draft, id));
              expect(verdictOf(exercise, looked), looked.draft).toBe(seen.get(id));
              draft = moveOn(looked);
            }
          });
        }
      },
    ),
    { numRuns: 8 },
  );
});

const seven: Source = { kind: 'seed', seed: 7 };
/** As the page follows an address. */
const nameAs = async (notation: string): Promise<void> => {
  (await notationOf(new URLSearchParams({ notation })))(seven);
};

test('a step is looked at in another notation, and handed in again as it stands there', async () => {
  await nameAs('from-to');
  const session = await openSession(seven);
  session.write('x1*w11+x2*w21');
  await session.submit();
  await nameAs('to-from');
  session.rename();
  session.lookAt('z[1][1]');
  await vi.dynamicImportSettled();
  expect(session.desk.work.draft).toBe('x1*w11+x2*w₁₂⁽¹⁾');
  await session.submit();
  expect(session.desk.work.log.map(({ verdict, notation }) => [verdict, notation])).toEqual([
    ['correct', 'z'],
    ['correct', 'to-from'],
  ]);
});

test('what was begun goes on in the names on the page: at once, set aside, and after a visit', async () => {
  await nameAs('from-to');
  const session = await openSession(seven);
  session.write('x1*w11+x2*w21+');
  await session.ready();
  await nameAs('to-from');
  session.rename();
  await vi.dynamicImportSettled();
  expect(session.desk.work.draft).toBe('x1*w11+x2*w₁₂⁽¹⁾+');
  session.write('x1*w11+x2*w12');
  await session.submit();
  expect(session.desk.step?.id).toBe('a[1][1]');
  session.write('x2*w12^(1)');
  session.lookAt('z[1][1]');
  await nameAs('net,numbered');
  session.rename();
  await vi.dynamicImportSettled();
  expect(session.desk.work.draft).toBe('x1*w₁+x2*w₂');
  session.lookForward();
  await vi.dynamicImportSettled();
  expect(session.desk.work.draft).toBe('x2*w₂');
  await nameAs('z');
  const again = await openSession(seven);
  expect(again.desk.work.draft).toBe('x2*w₂₁⁽¹⁾');
  again.lookAt('z[1][1]');
  await vi.dynamicImportSettled();
  expect(again.desk.work.draft).toBe('x1*w11+x2*w₂₁⁽¹⁾');
  again.lookForward();
  await again.submit();
  expect(again.desk.work.log.map(({ verdict }) => verdict)).toEqual(['correct', 'wrong']);
});
