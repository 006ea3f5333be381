import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parametersAtPass } from '../../../src/core/engine/train.ts';
import { inForce } from '../../../src/app/ideas/in-force.ts';
import { deskOf, noAnswers, type Desk } from '../../../src/app/session/desk.ts';
import { newWork } from '../../../src/app/session/work.ts';
import { networkAfter } from '../../../src/app/trainer/cells.ts';
import { compare, comparisonOf, promiseOf } from '../../../src/app/trainer/end.ts';
import { idOf, loss } from '../../../src/core/quantity.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { exercises } from '../support/networks.ts';
import { MAZUR, TWO_TWO_ONE } from '../support/exercises.ts';
import { begin, deskFor, workThrough } from '../support/working.ts';

test('the end of Mazur’s first pass shows the published losses', () => {
  const { sentence } = compare(passAt(MAZUR, 1), parametersAtPass(MAZUR, 2));
  expect(sentence).toBe('The loss fell from 0.2984 to 0.2910.');
});

test('in an exam with wrong new weights it is said that the loss is not that of the learner’s', () => {
  const pass = passAt(TWO_TWO_ONE, 1);
  const saidAfter = (times: number): string => {
    const typed = (id: string): string =>
      (pass.values.get(id)! * (id === "w'[1][1][1]" ? times : 1)).toPrecision(4);
    const work = workThrough(TWO_TWO_ONE, begin(TWO_TWO_ONE, { way: 'exam' }), typed);
    return comparisonOf(deskFor(TWO_TWO_ONE, work)).sentence;
  };
  expect(saidAfter(1)).toMatch(/^The loss fell/);
  expect(saidAfter(-3)).toMatch(/exact new weights, not with yours\. With them the loss fell/);
});

test('the smaller the step, the better the promise is kept', () => {
  fc.assert(
    fc.property(exercises({ maxExamples: 1 }), (exercise) => {
      const small = { ...exercise, optimizer: { kind: 'sgd', learningRate: 1e-5 } } as const;
      const { promised, actual, shares } = promiseOf(passAt(small, 1), parametersAtPass(small, 2));
      // The loss is known to sixteen digits: a fall near its last ones cannot be measured.
      fc.pre(promised > 1e-9);
      expect(actual / promised).toBeCloseTo(1, 2);
      expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    }),
  );
});

/** After a pass by hand and some that the page has worked through. */
const walks = fc
  .record({
    exercise: exercises({ maxExamples: 3 }),
    byHand: fc.integer({ min: 1, max: 4 }),
    more: fc.nat(5),
  })
  .map(({ exercise, byHand, more }): Desk => {
    const trained = { pass: byHand + more, parameters: parametersAtPass(exercise, byHand + more + 1) };
    const start = parametersAtPass(exercise, byHand);
    return deskOf(exercise, { ...newWork(exercise, 0), pass: byHand, start, trained }, noAnswers);
  });

test('every number of a figure is that of the network which the trainer shows, once the page has worked on', () => {
  fc.assert(
    fc.property(walks, (desk) => {
      const { parameters, pass: last } = desk.work.trained!;
      fc.pre(last > desk.pass.number);
      const figures = inForce(desk);
      expect(figures.number).toBe(last + 1);
      for (const [id, value] of networkAfter(desk.pass, parameters).values) {
        expect(figures.values.get(id)).toBe(value);
      }
    }),
  );
});

test('a pass by hand has the figures of its own numbers', () => {
  fc.assert(
    fc.property(walks, (desk) => {
      const { trained: _, ...work } = desk.work;
      expect(inForce({ ...desk, work })).toBe(desk.pass);
    }),
  );
});

test('the words on training start where it started, with the network after the pass by hand', () => {
  fc.assert(
    fc.property(walks, (desk) => {
      const { parameters, pass: last } = desk.work.trained!;
      fc.pre(last > desk.pass.number + 1);
      const { sentence, heads, lines } = comparisonOf(desk);
      expect(sentence).toContain(`In passes ${desk.pass.number + 1} to ${last} the loss `);
      expect(heads).toEqual([`after pass ${desk.pass.number}`, `after pass ${last}`]);
      const before = parametersAtPass(desk.pass.exercise, desk.pass.number + 1);
      const cells = [before, parameters].map((end) => networkAfter(desk.pass, end).cells.get(idOf(loss)));
      expect([lines[0]!.before, lines[0]!.after]).toEqual(cells);
    }),
  );
});
