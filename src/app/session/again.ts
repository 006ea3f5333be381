import { shortName } from '../../core/expressions/names.ts';
import { quantitiesOf } from '../../core/expressions/expr.ts';
import { idOf } from '../../core/quantity.ts';
import { indexOfStep, stepOf } from '../../tutor/pass.ts';
import { isOpen } from '../../tutor/ways.ts';
import { answerWords } from '../answer-words.ts';
import type { View } from './desk.ts';
import { runsOf } from './runs.ts';

/**
 * Which steps are to be worked out again now that one has another number, in a sentence. Of those that are not checked
 * yet it must not be told which would still hold: it is all that the old number went into.
 */
export function againAfter(before: View, after: View, id: string): readonly string[] {
  const { pass } = before;
  if (!before.answers.has(id) || before.cells.get(id) === after.cells.get(id)) return [];
  const changed = new Set([id]);
  for (const { id: step, formula } of pass.steps) {
    if (quantitiesOf(formula).some((parent) => changed.has(idOf(parent)))) changed.add(step);
  }
  const again = pass.steps.filter(
    (step) =>
      step.id !== id &&
      changed.has(step.id) &&
      before.answers.has(step.id) &&
      (isOpen(after.work, step.phase) ||
        (after.toMend.includes(step.id) && !before.toMend.includes(step.id))),
  );
  if (again.length === 0) return [];
  const runs = runsOf(again.map((step) => indexOfStep(pass, step.id) + 1));
  return [answerWords.ways.again(shortName(stepOf(pass, id).result), runs, again.length === 1)];
}
