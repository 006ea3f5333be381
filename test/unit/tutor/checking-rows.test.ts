import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { checkAll } from '../../../src/tutor/checking/check.ts';
import { workedAnswer } from '../../../src/tutor/hints.ts';
import { exactValue } from '../../../src/tutor/pass.ts';
import { allDraws, drawnPass, shortened, workedThrough } from '../support/learner.ts';

// What is promised of the checking, on networks with every activation and every loss.

vi.setConfig({ testTimeout: 60_000 });

test.each([
  { learner: 'rounds every step to four digits', write: (x: number) => shortened(x, 4, 'half up') },
  { learner: 'keeps all digits', write: String },
])('a learner who makes no mistake and $learner is always right', ({ write }) => {
  fc.assert(
    fc.property(allDraws(), (draw) => {
      const pass = drawnPass(draw);
      fc.pre([...pass.values.values()].every(Number.isFinite));
      const answers = workedThrough(pass, write);
      const checked = checkAll(pass, answers);
      const refused = pass.steps
        .filter(({ id }) => checked.get(id)?.verdict !== 'correct')
        .map(({ id }) => `${id} = ${exactValue(pass, id)}, typed ${answers.get(id) ?? ''}`);
      expect(refused).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('the formula with its numbers put in, typed as it is shown, is read, and never wrong', () => {
  fc.assert(
    fc.property(allDraws(), (draw) => {
      const pass = drawnPass(draw);
      const answers = new Map(pass.steps.map((step) => [step.id, workedAnswer(pass, step, pass.values)]));
      const refused = [...checkAll(pass, answers)].filter(
        // Rounded, it can be the value of a known mistake, digit for digit.
        ([, { verdict }]) => verdict !== 'correct' && verdict !== 'imprecise',
      );
      expect(refused.map(([id]) => `${id}: ${answers.get(id) ?? ''}`)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
