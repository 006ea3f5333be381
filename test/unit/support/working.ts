import { handIn } from '../../../src/app/session/hand-in.ts';
import * as merging from '../../../src/app/session/at-once.ts';
import { deskOf, type Desk } from '../../../src/app/session/desk.ts';
import { lookAt, newWork, type Work } from '../../../src/app/session/work.ts';
import type { Exercise } from '../../../src/core/network/exercise.ts';
import { checkAll } from '../../../src/tutor/checking/check.ts';
import { passValues } from './passes.ts';

/** A learner at the page's desk, without the page. */
export const deskFor = (exercise: Exercise, work: Work): Desk => deskOf(exercise, work, checkAll, merging);

export const begin = (exercise: Exercise, more: Partial<Work> = {}): Work => ({
  ...newWork(exercise, 0),
  ...more,
});

/** Hands one answer in. */
export const give = (exercise: Exercise, work: Work, draft: string): Work =>
  handIn(deskFor(exercise, { ...work, draft }), work.log.length + 1).work;

/** Goes back to a step and answers it anew. */
export const change = (exercise: Exercise, work: Work, step: string, draft: string): Work =>
  give(exercise, lookAt(work, step), draft);

/** The exact value of whatever is asked, to four digits. */
export function right(exercise: Exercise, work: Work): string {
  const { step } = deskFor(exercise, work);
  return passValues(exercise).get(step!.id)!.toPrecision(4);
}

/** Answers what is asked until the pass is done. @param answer undefined is the right answer */
export function workThrough(
  exercise: Exercise,
  work: Work,
  answer: (step: string, work: Work) => string | undefined = () => undefined,
): Work {
  let now = work;
  for (let tries = 0; tries < 200; tries += 1) {
    const { step } = deskFor(exercise, now);
    if (step === undefined) return now;
    now = give(exercise, now, answer(step.id, now) ?? right(exercise, now));
  }
  throw new Error('the pass never ends');
}
