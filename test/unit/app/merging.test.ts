import fc from 'fast-check';
import { expect, test } from 'vitest';
import { handIn } from '../../../src/app/session/hand-in.ts';
import { headingOf } from '../../../src/app/session/desk.ts';
import { helpFor } from '../../../src/app/session/help.ts';
import { setMerging } from '../../../src/app/session/passes.ts';
import { lookAt } from '../../../src/app/session/work.ts';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import { text } from '../../../src/core/expressions/text.ts';
import { mergeable } from '../../../src/tutor/merging.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { scoreOf } from '../../../src/tutor/score.ts';
import { SKILLS, type Skill } from '../../../src/tutor/skills.ts';
import { CHAIN, FORK, MAZUR, TWO_TWO_ONE } from '../support/exercises.ts';
import { exercises } from '../support/networks.ts';
import { begin, change, deskFor, give, workThrough } from '../support/working.ts';

const ALL: readonly Skill[] = ['activation', 'outputDelta', 'hiddenDelta'];
const merging = { merging: ALL };

test('who is sure of a step and of those that go into it may have them asked at once', () => {
  const pass = passAt(TWO_TWO_ONE, 1);
  expect(mergeable(pass, new Set())).toEqual([]);
  expect(mergeable(pass, new Set(['activation', 'weightedSum']))).toEqual(['activation']);
  expect(mergeable(pass, new Set(['activation', 'lossSlope', 'activationSlope', 'outputDelta']))).toEqual([
    'outputDelta',
  ]);
  expect([...mergeable(pass, new Set(SKILLS))].sort()).toEqual([...ALL].sort());
});

test('a is asked with its z, δ with its slopes, under the number of the finest step', () => {
  const asked: string[] = [];
  workThrough(CHAIN, begin(CHAIN, merging), (id, work) => {
    asked.push(`${headingOf(deskFor(CHAIN, work))}: ${id}`);
    return undefined;
  });
  expect(asked).toEqual([
    ...['Step 2 of 15: a[1][1]', 'Step 4 of 15: a[2][1]', 'Step 5 of 15: E'],
    ...['Step 8 of 15: dE/dz[2][1]', 'Step 9 of 15: dE/dw[2][1][1]', 'Step 12 of 15: dE/dz[1][1]'],
    ...['Step 13 of 15: dE/dw[1][1][1]', "Step 14 of 15: w'[1][1][1]", "Step 15 of 15: w'[2][1][1]"],
  ]);
});

test('what was answered last is the answer itself, not what was filled in with it', () => {
  workThrough(TWO_TWO_ONE, begin(TWO_TWO_ONE, merging), (_, work) => {
    const { answers } = deskFor(TWO_TWO_ONE, work);
    expect([...answers.keys()].at(-1)).toBe(work.log.at(-1)?.step);
    return undefined;
  });
});

test('the hints of what is asked at once speak of what is there', () => {
  const desk = deskFor(TWO_TWO_ONE, begin(TWO_TWO_ONE, merging));
  const { texts, marked } = helpFor({ ...desk, work: { ...desk.work, hints: 2 } })!;
  expect(texts.join(' ')).toContain('Look at the arrows that end at hidden unit 1');
  expect(texts.join(' ')).not.toContain('at its z');
  for (const id of marked) expect(desk.values.has(id), id).toBe(true);
});

test('the formula asked holds no name of a step between', () => {
  const { step } = deskFor(TWO_TWO_ONE, begin(TWO_TWO_ONE, merging));
  expect(text(step!.formula)).toBe('σ(a[0][1]·w[1][1][1] + a[0][2]·w[1][2][1])');
});

test('the steps between follow from the learner’s own numbers, filled in, and every step has an answer', () => {
  for (const exercise of [CHAIN, FORK, TWO_TWO_ONE, MAZUR]) {
    const work = workThrough(exercise, begin(exercise, merging));
    const desk = deskFor(exercise, work);
    expect(desk.answers.size).toBe(desk.pass.steps.length);
    expect(desk.answers.get('z[1][1]')?.origin).toBe('filled');
    expect(desk.answers.get('dE/da[1][1]')?.origin).toBe('filled');
    for (const { id, formula } of desk.pass.steps) {
      if (desk.answers.get(id)?.origin === 'filled') {
        expect(desk.values.get(id)).toBe(evaluate(formula, desk.values));
      }
    }
    const { right, of } = scoreOf(desk.pass, work.log, work);
    expect(right).toBe(of);
    expect(of).toBe(work.log.length);
  }
});

test('no flawless learner who does two steps in the head and rounds once is refused', () => {
  fc.assert(
    fc.property(
      exercises({ maxExamples: 1, maxUnits: 2, maxHidden: 2, activations: ['sigmoid', 'tanh'] }),
      (exercise) => {
        let work = begin(exercise, merging);
        for (let step = deskFor(exercise, work).step; step; step = deskFor(exercise, work).step) {
          const own = deskFor(exercise, work).values;
          // With all its zeros: 0.02 for 0.02000 says less.
          const written = evaluate(step.formula, own).toPrecision(4);
          const next = give(exercise, work, written);
          expect(next.log.at(-1)?.verdict, step.id).toBe('correct');
          work = next;
        }
      },
    ),
    { numRuns: 15 },
  );
});

test('a step between cannot be used before it is worked out, and can be worked out by itself after', () => {
  const start = begin(CHAIN, merging);
  const { work, told } = handIn(deskFor(CHAIN, { ...start, draft: 'σ(z[1][1])' }), 0);
  expect(work.log).toEqual([]);
  expect(told?.text).toContain('not worked out yet');
  const after = give(CHAIN, start, '1/(1+e^(-0.7*0.8))');
  expect(deskFor(CHAIN, after).answers.get('z[1][1]')?.origin).toBe('filled');
  const own = change(CHAIN, after, 'z[1][1]', '0.5600');
  expect(deskFor(CHAIN, own).answers.get('z[1][1]')?.origin).toBe('typed');
  expect(headingOf(deskFor(CHAIN, own))).toBe('Step 4 of 15');
});

test('turned off, each step is asked by itself, and what was worked out at once stays', () => {
  const half = give(CHAIN, begin(CHAIN, merging), '1/(1+e^(-0.7*0.8))');
  const off = setMerging(deskFor(CHAIN, half), []).work;
  const desk = deskFor(CHAIN, off);
  expect(desk.step?.id).toBe('z[2][1]');
  expect(desk.answers.get('z[1][1]')?.origin).toBe('filled');
  expect(deskFor(CHAIN, lookAt(off, 'z[1][1]')).step?.id).toBe('z[1][1]');
});

test('merged in an exam, a slip still counts once and the steps between are not counted', () => {
  const work = workThrough(CHAIN, begin(CHAIN, { ...merging, way: 'exam' }), (id, now) => {
    const desk = deskFor(CHAIN, now);
    const value = evaluate(desk.step!.formula, desk.values);
    return (value * (id === 'a[1][1]' ? 1.2 : 1)).toPrecision(4);
  });
  const { right, of, marks } = scoreOf(passAt(CHAIN, 1), work.log, work);
  expect([right, of, marks.get('a[1][1]'), marks.get('z[1][1]')]).toEqual([8, 9, 'wrong', 'filled']);
});
