import { readAnswer, type Scope } from '../../../src/tutor/answer/read.ts';
import { entryOf } from '../../../src/app/trainer/ledger.ts';
import { expect, test } from 'vitest';
import { fillLike, showMe, startAtLoss, submit } from '../../../src/app/session/acts.ts';
import { deskOf, headingOf, type Desk } from '../../../src/app/session/desk.ts';
import { lookAt, newWork, type Work } from '../../../src/app/session/work.ts';
import { readShown, sameToDigits, shown } from '../../../src/core/expressions/digits.ts';
import { ledgerOf } from '../../../src/app/trainer/ledger.ts';
import { begin, give, right } from '../support/working.ts';
import { checkAll } from '../../../src/tutor/checking/check.ts';
import type { Exercise } from '../../../src/core/network/exercise.ts';

/** The network of the pictures: 2-2-1, sigmoid, no bias. */
const exercise: Exercise = {
  network: { layers: [2, 2, 1], activations: ['sigmoid', 'sigmoid'], bias: false, trainBias: true },
  parameters: {
    weights: [
      [
        [0.41, -0.26],
        [-0.8, 0.8],
      ],
      [[-0.35], [0.33]],
    ],
    biases: [],
  },
  examples: [{ input: [0.5, 0.9], target: [0.2] }],
  loss: 'half-squared-error',
  optimizer: { kind: 'sgd', learningRate: 0.5 },
};

const start = newWork(exercise, 0.05);
const desk = (work: Work): Desk => deskOf(exercise, work, checkAll);
const answer = (work: Work, draft: string): Work => submit(desk({ ...work, draft }), 0).work;

// The first nine values, worked out apart from the project with a pocket calculator to four digits.
const FIRST = ['-0.5150', '0.3740', '0.5900', '0.6434', '0.08140', '0.5203', '0.05131', '0.3203', '0.2496'];

test('A right answer moves on to the next step with a clean field', () => {
  const after = desk(answer(start, '0.5·0.41 + 0.9·(−0.80)'));
  expect(headingOf(after)).toBe('Step 2 of 28');
  expect(after.work.draft).toBe('');
  expect(after.cells.get('z[1][1]')).toBe('−0.5150');
});

test('A wrong answer stays in the field, is logged, and is met with a question', () => {
  const { work, told } = submit(desk({ ...start, draft: '0.5' }), 0);
  expect(work.draft).toBe('0.5');
  expect(work.log.map(({ verdict }) => verdict)).toEqual(['wrong']);
  expect(told?.tone).toBe('wrong');
  expect(told?.text).toContain('?');
});

test('An answer that is nearly right from a number that is nearly right is told which that is', () => {
  let work = begin(exercise);
  const at = (step: string): boolean => desk(work).step?.id === step;
  while (!at("w'[1][1][1]")) work = give(exercise, work, right(exercise, work));
  // ∂E/∂w₁₁⁽¹⁾ is −0.003276.
  const { told } = submit(desk({ ...work, draft: '0.41-0.5*-0.003512' }), 0);
  expect(told?.text).toBe(
    `Close, but −0.003512 is not quite ∂E/∂w₁₁⁽¹⁾ as it stands here. Take the digits that are shown.`,
  );
});

test('An empty field is no attempt', () => {
  expect(submit(desk(start), 0).work.log).toEqual([]);
});

test('What cannot be read is told with what to do, and the step stays', () => {
  const { work, told } = submit(desk({ ...start, draft: '0.5*' }), 0);
  expect(told?.tone).toBe('unread');
  expect(headingOf(desk(work))).toBe('Step 1 of 28');
});

test('Four digits of each value lead through the steps', () => {
  const done = FIRST.reduce(answer, start);
  expect(headingOf(desk(done))).toBe('Step 10 of 28');
});

test('Show me fills the step in, says why, and hands the next one like it to the learner', () => {
  const { work, told } = showMe(desk(start), 0);
  expect(work.log.map(({ origin }) => origin)).toEqual(['shown']);
  expect(told?.text).toContain('0.50·0.41 + 0.90·(−0.80)');
  expect(told?.text).toContain('−0.5150');
  expect(told?.more?.at(-1)).toContain('step 3');
  expect(desk(work).support).toBe('formula');
});

test('What Show me shows is exact to its last digit, with ≈ where the numbers in front come to another', () => {
  let work = start;
  const apart: string[] = [];
  const scope: Scope = { quantities: [], standing: () => 'later', values: new Map(), preferred: new Set() };
  for (let at = desk(work); at.step !== undefined; at = desk(work)) {
    const { id } = at.step;
    const { told, work: after } = showMe(at, 0);
    const exact = shown(at.pass.values.get(id)!);
    expect(desk(after).cells.get(id), id).toBe(exact);
    const worked = readAnswer(after.log.at(-1)!.typed, scope);
    const printed = worked.kind === 'answer' ? worked.answer.value : Number.NaN;
    const isApart = !sameToDigits(printed, readShown(exact));
    expect(told?.text.endsWith(`${isApart ? '≈' : '='} ${exact}.`), told?.text).toBe(true);
    expect(entryOf(desk(after), at.step).sign, id).toBe(isApart ? '≈' : '=');
    if (isApart) apart.push(id);
    work = after;
  }
  expect(apart).not.toEqual([]);
});

test('A step looked at again shows its answer, and a better answer leads back to where one was', () => {
  const work = lookAt(FIRST.slice(0, 4).reduce(answer, start), 'z[1][1]');
  expect(headingOf(desk(work))).toBe('Step 1 of 28');
  expect(work.draft).toBe('-0.5150');
  expect(headingOf(desk(answer(work, '-0.515')))).toBe('Step 5 of 28');
});

test('Steps of a sure kind are filled in as their turn comes, but not what a hidden unit passes back', () => {
  const asked = FIRST.slice(0, 4).reduce(answer, start);
  const { work } = fillLike(desk(asked), 0);
  expect(desk(work).answers.get('z[2][1]')?.origin).toBe('filled');
  expect(headingOf(desk(work))).toBe('Step 6 of 28');
});

test('Typing changes nothing that follows from the answers', () => {
  const work = FIRST.slice(0, 3).reduce(answer, start);
  const [before, after] = [desk(work), desk({ ...work, draft: '0.5 +' })];
  expect(after.pass).toBe(before.pass);
  expect(after.answers).toBe(before.answers);
  expect(after.cells).toBe(before.cells);
});

test('Who knows the forward pass may start at the loss', () => {
  const { work } = startAtLoss(desk(start), 0);
  expect(headingOf(desk(work))).toBe('Step 7 of 28');
  expect(desk(work).cells.get('a[2][1]')).toBe('0.5203');
});

test('The log folds a unit once all five of its numbers are known', () => {
  const upToDelta = ['0.3203', '0.2496', '0.07995'].reduce(answer, FIRST.slice(0, 7).reduce(answer, start));
  const rows = ledgerOf(desk(upToDelta));
  const units = rows.filter(({ kind }) => kind === 'unit');
  expect(units.map(({ key }) => key)).toEqual(['the output']);
});

test('what is filled in after an answer is said by its numbers', () => {
  let work: Work = { ...start, filling: ['weightGradient'] };
  const said: string[] = [];
  for (let now = desk(work); now.next !== undefined; now = desk(work)) {
    const typed = String(now.pass.values.get(now.next.id)!);
    const outcome = submit(desk({ ...work, draft: typed }), 0);
    work = outcome.work;
    said.push(...(outcome.told?.more ?? []).filter((text) => text.startsWith('Filled')));
  }
  // The first gradient of each layer is asked.
  expect(said).toEqual(['Filled in for you: step 12.', 'Filled in for you: steps 20–22.']);
});
