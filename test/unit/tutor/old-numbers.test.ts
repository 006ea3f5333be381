import { describe, expect, test } from 'vitest';
import { checkAll, check } from '../../../src/tutor/checking/check.ts';
import { drawExercise } from '../../../src/tutor/exercise/generator.ts';
import { feedback } from '../../../src/tutor/feedback.ts';
import { enAnswers } from '../../../src/tutor/messages/en/answers.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { stepOf } from '../../../src/tutor/pass.ts';
import { MAZUR, TWO_TWO_ONE } from '../support/exercises.ts';
import { shortened, workedThrough } from '../support/learner.ts';

// An old number with few digits may be a new one, rounded: it is told what it is, and not that it is right so far.

const { network, loss, optimizer } = TWO_TWO_ONE;
const drawn = (seed: number) => drawExercise({ network, loss, optimizer, exampleCount: 1 }, seed);
const exercise = drawn(1);

const said = (pass: number, id: string, typed: string): readonly string[] => {
  const at = passAt(exercise, pass);
  const checked = check(at, stepOf(at, id), typed, new Map());
  return [checked.verdict, feedback(at, checked, enAnswers)];
};

test('the old weight is no new one, whatever else it may be a rounding of', () => {
  // w₁₁⁽¹⁾ is −0.67, and −0.6720 after its step.
  const [verdict, text] = said(1, "w'[1][1][1]", '-0.67');
  expect(verdict).toBe('imprecise');
  expect(text).toMatch(
    /^With so few digits that is still the old w₁₁⁽¹⁾\. Take its step, and give four digits/,
  );
  // 0.52 has gone to 0.5055.
  expect(said(1, "w'[2][1][1]", '0.51')[1]).toMatch(/^Right so far/);
});

test('weights of the last pass in a calculation are told to be that, not to be short', () => {
  const [verdict, text] = said(2, 'z[1][1]', '0.39*-0.67+0.56*-0.93');
  expect(verdict).toBe('imprecise');
  expect(text).toMatch(/^−0\.67 was w₁₁⁽¹⁾ in the last pass\..*Is each number from this pass\?$/);
  // −0.9329 rounded, where the pass before had −0.93.
  expect(said(2, 'z[1][1]', '0.39*-0.6720+0.56*-0.9')[1]).not.toMatch(/last pass/);
  expect(said(2, 'z[1][1]', '0.39*-0.67+0.56*-0.933')[1]).toMatch(/last pass/);
  expect(said(1, 'z[1][1]', '0.39*-0.7+0.56*-0.93')[1]).not.toMatch(/last pass/);
});

describe('answers rounded to two digits', () => {
  // No seed that anything was tuned on.
  const passes = [1, 2].flatMap((number) =>
    [MAZUR, ...Array.from({ length: 60 }, (_, i) => drawn(91_000 + i))].map((one) => passAt(one, number)),
  );
  const two = (x: number): string => shortened(x, 2, 'half up');
  const judged = passes.flatMap((pass) =>
    [workedThrough(pass, two), new Map(pass.steps.map(({ id }) => [id, two(pass.values.get(id)!)]))].flatMap(
      (answers) =>
        [...checkAll(pass, answers)].map(([id, checked]) => ({ rule: stepOf(pass, id).rule, checked })),
    ),
  );

  test('are never told wrong', () => {
    expect(judged.length).toBeGreaterThan(5000);
    expect(judged.filter(({ checked }) => !['correct', 'imprecise'].includes(checked.verdict))).toEqual([]);
  });

  // A weight that moves little is its old value to two digits: the words there hold for both.
  test('are told to be old numbers at the update only', () => {
    const old = judged.filter(
      ({ checked }) =>
        checked.verdict === 'imprecise' &&
        (checked.lack.kind === 'unmoved' || checked.lack.kind === 'lastPass'),
    );
    expect(old.filter(({ rule }) => rule !== 'gradientDescent')).toEqual([]);
  });
});
