import { evaluate } from '../../core/expressions/evaluate.ts';
import type { Step } from '../../core/network/tape.ts';
import { writtenIn } from '../../tutor/written.ts';
import type { Attempt } from '../../tutor/log.ts';
import { betweenOf, mergedStep, targetOf } from '../../tutor/merging.ts';
import type { Pass } from '../../tutor/pass.ts';
import { skillOf } from '../../tutor/skills.ts';
import type { Work } from './work.ts';

// What a desk makes of steps that are asked at once. Only who has turned that on needs it.

/** Whether the learner has tried a step of this pass, or it has been filled in. */
const isTouched = ({ log, pass }: Work, id: string): boolean =>
  log.some((attempt) => attempt.pass === pass && attempt.step === id);

/** The step in whose place a later one is asked, which takes it in; or the step itself. */
export function askedAtOnce(pass: Pass, step: Step, work: Work): Step {
  const target = work.merging?.length && !isTouched(work, step.id) ? targetOf(pass, step) : undefined;
  return target && work.merging?.includes(skillOf(pass, target)) ? target : step;
}

/** The step with the formulas of those between that have no answer of their own. */
export function withBetween(pass: Pass, step: Step, work: Work): Step {
  const between = betweenOf(pass, step).filter(({ id }) => !isTouched(work, id));
  return between.length === 0 ? step : mergedStep(step, between);
}

/** With the steps between that follow from answers given at once; their values are put to the others. */
export function withDerived(
  pass: Pass,
  work: Work,
  own: ReadonlyMap<string, Attempt>,
  values: Map<string, number>,
): ReadonlyMap<string, Attempt> {
  const derived: Attempt[] = [];
  for (const step of pass.steps) {
    const target = isTouched(work, step.id) ? undefined : own.get(targetOf(pass, step)?.id ?? '');
    if (target === undefined) continue;
    const value = evaluate(step.formula, values);
    const typed = writtenIn(pass)(value, step.id);
    values.set(step.id, value);
    derived.push({ ...target, step: step.id, typed, origin: 'filled', verdict: 'correct', hints: 0 });
  }
  // Before the learner's own: the last of all is what they answered last.
  const answers = new Map([...derived, ...own.values()].map((attempt) => [attempt.step, attempt]));
  return answers;
}
