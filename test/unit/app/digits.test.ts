import { describe, expect, test } from 'vitest';
import { shown } from '../../../src/core/expressions/digits.ts';
import type { Answer } from '../../../src/tutor/answer/read.ts';
import { submit } from '../../../src/app/session/acts.ts';
import { deskOf, type Desk } from '../../../src/app/session/desk.ts';
import { newWork, type Work } from '../../../src/app/session/work.ts';
import { notebookOf } from '../../../src/app/session/notebook.ts';
import { entryOf } from '../../../src/app/trainer/ledger.ts';
import { markdownOf } from '../../../src/export/log/markdown.ts';
import { checkAll } from '../../../src/tutor/checking/check.ts';
import { drawExercise } from '../../../src/tutor/exercise/generator.ts';
import { en } from '../../../src/tutor/messages/en/index.ts';
import { enNotebook } from '../../../src/tutor/messages/en/notebook.ts';
import { stepOf } from '../../../src/tutor/pass.ts';
import { keptValue } from '../../../src/tutor/written.ts';
import { TWO_TWO_ONE } from '../support/exercises.ts';

const { network, loss, optimizer } = TWO_TWO_ONE;
const exercise = drawExercise({ network, loss, optimizer, exampleCount: 1 }, 1);
const deskFor = (work: Work): Desk => deskOf(exercise, work, checkAll);

/** Answers in the order of the steps, up to the last one. */
function after(answers: readonly string[], work: Work = newWork(exercise, 0)) {
  let outcome = submit(deskFor({ ...work, draft: answers[0]! }), 0);
  for (const draft of answers.slice(1)) outcome = submit(deskFor({ ...outcome.work, draft }), 0);
  const desk = deskFor(outcome.work);
  const last = stepOf(desk.pass, outcome.work.log.at(-1)!.step);
  return {
    work: outcome.work,
    told: outcome.told?.text,
    cell: desk.cells.get(last.id),
    entry: entryOf(desk, last),
  };
}

// E is 0.06981, ∂E/∂w₁₁⁽²⁾ 0.029068, ∂a₁/∂z₁ 0.21535.
const FORWARD = ['-0.7821', '0.3139', '0.6036', '0.6465', '-0.1859', '0.4537'];

describe('what is shown of an accepted answer', () => {
  test('has no digit that nobody worked out', () => {
    const { told, cell, entry } = after([...FORWARD, '0.0698']);
    expect(told).toContain('Right. With four digits it is 0.06981.');
    expect(cell).toBe('0.06981');
    // ½(0.08 − 0.4537)² with these numbers is 0.06983.
    expect(entry).toMatchObject({ value: '0.06981', sign: '≈' });
  });

  test('is the learner’s own number, and the exact one is said once', () => {
    const { told, cell, entry } = after([...FORWARD, '0.06983']);
    expect(told).toContain('Right, 0.06983. Without rounding on the way it is 0.06981.');
    expect(cell).toBe('0.06983');
    expect(entry.sign).toBe('=');
  });

  test('stands after ≈ where the numbers before it come to another last digit', () => {
    const { told, entry } = after([...FORWARD, '0.06983', '0.3737', '0.2479', '0.09264', '0.02907']);
    expect(told).toContain('Right, 0.02907.');
    // 0.09264·0.3139 is 0.02908.
    expect(entry).toMatchObject({ value: '0.02907', sign: '≈' });
  });

  test('is not rounded twice, which would end on another digit', () => {
    const typed = { value: -1.0935, digits: 5, halfUnit: 5e-5 } as Answer;
    expect(shown(keptValue(typed, -1.09354))).toBe('−1.094');
    expect(keptValue({ ...typed, value: -1.0932 }, -1.09324)).toBe(-1.0932);
  });

  test('tells nothing where answers are checked later', () => {
    const { cell } = after([...FORWARD, '0.0698'], { ...newWork(exercise, 0), way: 'exam' });
    expect(cell).toBe('0.0698');
  });

  test('stands in the notebook as in its cell, and what is not right with the digits typed', () => {
    const { work } = after([...FORWARD, '0.0698']);
    const wrong = after([...FORWARD, '0.0698', '-0.4', '-0.4'], { ...newWork(exercise, 0), way: 'phase' });
    expect(wrong.told).not.toContain('0.4000');
    const markdown = (of: Work): string => markdownOf(notebookOf(exercise, '?seed=1', of), enNotebook, en);
    expect(markdown(work)).toContain('| `0.0698` | 0.06981 |');
    expect(markdown(wrong.work)).toContain('| `-0.4` | −0.4 |');
  });
});
