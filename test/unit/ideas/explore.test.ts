import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge } from '../../../src/app/ideas/answers.ts';
import {
  changedByTarget,
  doneElsewhere,
  firstWithTarget,
  SIGNS,
  signStates,
} from '../../../src/app/ideas/explore.ts';
import { passOf } from '../../../src/tutor/pass.ts';
import { ideas } from '../../../src/tutor/messages/en/ideas.ts';
import { CHAIN, MAZUR, TWO_TWO_ONE } from '../support/exercises.ts';
import { begin, workThrough } from '../support/working.ts';
import { passes } from './walks.ts';

test('every step of a pass stands under one of the seven signs', () => {
  fc.assert(
    fc.property(passes(), (pass) => {
      const states = signStates(pass, new Set());
      expect(states.map(({ sign }) => sign)).toEqual(SIGNS);
      expect(states.reduce((sum, { total }) => sum + total, 0)).toBe(pass.steps.length);
    }),
  );
});

test('a press leads to a step that is done or is next, however far the learner has come', () => {
  fc.assert(
    fc.property(passes(), fc.nat(), (pass, n) => {
      const count = n % (pass.steps.length + 1);
      const answered = new Set(pass.steps.slice(0, count).map(({ id }) => id));
      const states = signStates(pass, answered);
      expect(states.reduce((sum, { done }) => sum + done, 0)).toBe(count);
      for (const { goal, done } of states) {
        if (goal !== undefined) {
          expect(answered.has(goal.id) || goal.id === pass.steps[count]?.id).toBe(true);
        } else expect(done).toBe(0);
      }
    }),
  );
});

test('a sign knows what was done of it by hand in earlier passes, and not what was filled in or wrong', () => {
  const pass = passOf(CHAIN, 2, CHAIN.parameters);
  const first = workThrough(CHAIN, begin(CHAIN)).log;
  const more = [
    { ...first[0]!, pass: 2 },
    { ...first[0]!, pass: 3, origin: 'filled' },
    { ...first[1]!, pass: 3, verdict: 'wrong' },
  ] as const;
  const states = signStates(pass, new Set(['z[1][1]']), doneElsewhere([...first, ...first, ...more], 2));
  expect(states.map(({ before, total }) => before === total)).toEqual(SIGNS.map(() => true));
  expect(states.map(({ done }) => done)).toEqual([1, 0, 0, 0, 0, 0, 0]);
  expect(ideas.explore.count(0, 2, 2)).toBe('0 of 2 by hand, 2 in earlier passes');
});

test.each([TWO_TWO_ONE, MAZUR])(
  'E is the first to need the target, and all that follows changes with it',
  (exercise) => {
    const pass = passOf(exercise, 1, exercise.parameters);
    expect(firstWithTarget(pass)).toBe('E');
    expect([...changedByTarget(pass)].sort()).toEqual(['E', 'dE/da', 'dE/dw', 'delta', "w'"].sort());
  },
);

test('a number typed into a figure may be a calculation, rounded to the digits of the page', () => {
  expect(judge('0.07995·(-0.35)', 0.07995 * -0.35)).toBe('right');
  expect(judge('-0.02798', -0.0279825)).toBe('right');
  expect(judge('0.02798', -0.0279825)).toBe('wrong');
  expect(judge('0.5 ** (', 1)).toBe('unreadable');
  expect(judge('  ', 1)).toBe('empty');
});
