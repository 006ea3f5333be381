import type { Exercise, Parameters } from '../../core/network/exercise.ts';
import { askedOf } from '../../tutor/messages/context.ts';
import { writtenIn } from '../../tutor/written.ts';
import { exactValue } from '../../tutor/pass.ts';
import { idOf } from '../../core/quantity.ts';
import { deskOf, noAnswers, type Desk } from '../session/desk.ts';
import { newWork, type Work } from '../session/work.ts';
import { words } from '../words.ts';

/** Work of nobody's: a played pass is a desk like the learner's own, and never touches theirs. */
export const playedWork = (exercise: Exercise, pass: number, start: Parameters): Work => ({
  ...newWork(exercise, Number.NaN),
  pass,
  start,
});

/** `isFound`: the step's own value is known, not only those before it. */
export type PlayedDesk = Desk & { readonly isFound: boolean };

/**
 * The desk at a step of a played pass: the exact values of all steps before it are known, and once it is found its own.
 * @param work from `playedWork`; the same one for all steps of a pass, so that the pass is worked out once
 * @param at   index of the step, from 0
 */
export function playedDesk(exercise: Exercise, work: Work, at: number, isFound: boolean): PlayedDesk {
  const { pass } = deskOf(exercise, work, noAnswers);
  const step = pass.steps[at];
  if (step === undefined) throw new Error(`a pass of ${pass.steps.length} steps has no step ${at + 1}`);
  const written = writtenIn(pass);
  const before = [...pass.givens.map(idOf), ...pass.steps.slice(0, at).map(({ id }) => id)];
  const known = isFound ? [...before, step.id] : before;
  const values = new Map(known.map((id) => [id, exactValue(pass, id)]));
  return {
    ...deskOf(exercise, { ...work, viewing: step.id }, noAnswers),
    isFound,
    values,
    cells: new Map([...values].map(([id, value]) => [id, written(value, id)])),
    next: step,
    support: 'formula',
    context: askedOf(pass, step, new Map(before.map((id) => [id, exactValue(pass, id)])), words),
  };
}
