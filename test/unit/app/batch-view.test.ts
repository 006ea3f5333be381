import { describe, expect, test } from 'vitest';
import { updatedParameters } from '../../../src/core/network/values.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { dareOf } from '../../../src/app/meaning/dare.ts';
import { turnAt } from '../../../src/app/meaning/direction.ts';
import { isTurningBack } from '../../../src/app/meaning/gap.ts';
import { questionAt } from '../../../src/app/meaning/phase-question.ts';
import { ribbonAt } from '../../../src/app/meaning/ribbon.ts';
import { rippleOf } from '../../../src/app/meaning/ripple.ts';
import { playedDesk, playedWork } from '../../../src/app/played/desk.ts';
import { viewOf } from '../../../src/app/session/batch-view.ts';
import { deskOf, headingOf, type Desk } from '../../../src/app/session/desk.ts';
import { whereNow } from '../../../src/app/session/heard.ts';
import { handIn } from '../../../src/app/session/hand-in.ts';
import { helpFor } from '../../../src/app/session/help.ts';
import { newWork, openHint, type Work } from '../../../src/app/session/work.ts';
import { compare, promiseOf } from '../../../src/app/trainer/end.ts';
import { ledgerOf } from '../../../src/app/trainer/ledger.ts';
import { editableNumbers, withNumbersOf } from '../../../src/app/trainer/numbers.ts';
import { meanLoss } from '../../../src/core/network/values.ts';
import { checkAll } from '../../../src/tutor/checking/check.ts';
import { exactValue } from '../../../src/tutor/pass.ts';
import '../../../src/tutor/batch-pass.ts';
import { BATCH, DEEP_BATCH } from '../support/batches.ts';

/** The desks of a learner who works a pass through, the last one when it is done. */
function desksOf(exercise: typeof BATCH): readonly Desk[] {
  let work: Work = newWork(exercise, 0);
  const desks: Desk[] = [];
  for (;;) {
    const desk = deskOf(exercise, work, checkAll);
    desks.push(desk);
    if (desk.step === undefined) return desks;
    const draft = exactValue(desk.pass, desk.step.id).toPrecision(6);
    work = handIn({ ...desk, work: { ...work, draft } }, 0).work;
  }
}

describe.each([
  { name: '2-1', exercise: BATCH },
  { name: '2-2-1', exercise: DEEP_BATCH },
])('a batch of $name on the page', ({ exercise }) => {
  const desks = desksOf(exercise);
  const done = desks.at(-1)!;

  test('shows at each step the example that it is of, under the names it has alone', () => {
    expect(desks.length).toBe(done.pass.steps.length + 1);
    for (const desk of desks.slice(0, -1)) {
      const step = desk.step!;
      const view = viewOf(desk);
      const { example } = step.result;
      if (example === undefined) {
        expect(view).toBe(desk);
        continue;
      }
      expect(`${view.step!.id}@${example}`).toBe(step.id);
      expect(view.next!.id).toBe(view.step!.id);
      const { input, target } = exercise.examples[example - 1]!;
      input.forEach((x, i) => expect(view.values.get(`a[0][${i + 1}]`)).toBe(x));
      target.forEach((t, j) => expect(view.values.get(`t[${j + 1}]`)).toBe(t));
      expect([...view.cells.keys()].filter((id) => id.includes('@'))).toEqual([]);
      // Nothing of a later example, nor of the batch, is there yet.
      for (const id of view.values.keys()) {
        expect(view.pass.givens.map(idOf).includes(id) || desk.answers.has(`${id}@${example}`)).toBe(true);
      }
      expect(headingOf(desk)).toBe(`Step ${desks.indexOf(desk) + 1} of ${done.pass.steps.length}`);
      expect(whereNow(desk)).toMatch(new RegExp(`, example ${example}\\.$`));
    }
  });

  test('has hints and what stands beside a step, as a pass of one example has', () => {
    for (const desk of desks.slice(0, -1)) {
      const view = viewOf(desk);
      const step = view.step!;
      const opened = viewOf({
        ...desk,
        work: openHint(openHint(desk.work, desk.step!.id, 0), desk.step!.id, 0),
      });
      expect(helpFor(opened)!.texts.length).toBeGreaterThan(0);
      turnAt(view.pass, step);
      ribbonAt(view, step);
      isTurningBack(view.pass, step);
      const question = questionAt(view.pass, step);
      if (question) expect(question.options.some(({ isRight }) => isRight)).toBe(true);
    }
  });

  test('ends with its mean loss, a prediction for each example, and the promise of its mean gradient', () => {
    const end = updatedParameters(exercise.network, done.pass.parameters, done.pass.values);
    const { lines } = compare(done.pass, end);
    expect(lines).toHaveLength(1 + exercise.examples.length);
    expect(Number(lines[0]!.before)).toBeCloseTo(meanLoss(exercise, exercise.parameters), 4);
    expect(Number(lines[0]!.after)).toBeCloseTo(meanLoss(exercise, end), 4);
    const { promised, actual, isPlain } = promiseOf(done.pass, end);
    expect(isPlain).toBe(true);
    expect(actual).toBeCloseTo(meanLoss(exercise, exercise.parameters) - meanLoss(exercise, end), 12);
    expect(actual / promised).toBeGreaterThan(0.5);
    expect(dareOf(done.pass)!.along(0)).toBeCloseTo(meanLoss(exercise, exercise.parameters), 12);
    expect(rippleOf(done.pass, end).at(-1)!.values.get('E')).toBeCloseTo(meanLoss(exercise, end), 12);
  });

  test('has each unit once for each example in its log', () => {
    const owners = ledgerOf(done).flatMap((row) => (row.kind === 'unit' ? [row.owner] : []));
    expect(owners.length).toBe(exercise.examples.length * (exercise.network.layers.length === 2 ? 1 : 3));
    expect(new Set(owners).size).toBe(owners.length);
  });

  test('is played as it is worked', () => {
    const work = playedWork(exercise, 1, exercise.parameters);
    done.pass.steps.forEach((step, at) => {
      const view = viewOf(playedDesk(exercise, work, at, true));
      expect(view.values.get(view.step!.id)).toBe(exactValue(done.pass, step.id));
    });
  });

  test('can be given other numbers, in any of its examples', () => {
    const numbers = editableNumbers(exercise, exercise.parameters, 0);
    expect(numbers.map(({ id }) => id)).toContain('a[0][2]@2');
    const changed = withNumbersOf(
      exercise,
      exercise.parameters,
      0,
      new Map([
        ['a[0][2]@2', 7],
        ['t[1]@1', 0.5],
      ]),
    );
    expect(changed.examples.map(({ input, target }) => [input[1], target[0]]).slice(0, 2)).toEqual([
      [exercise.examples[0]!.input[1], 0.5],
      [7, exercise.examples[1]!.target[0]],
    ]);
    expect(changed.batch).toBe('mean');
  });
});
