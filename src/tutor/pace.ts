import type { Step } from '../core/network/tape.ts';
import { answersOf, isRightAtFirst, type Log } from './log.ts';
import { indexOfStep, type Derivation, type DerivedStep, type Pass } from './pass.ts';

/** How much a step shows of itself: its formula, the question only, or the name of what is asked. */
export type Support = 'formula' | 'question' | 'name';

/** Steps of one kind are alike to a learner. In a network those of one rule are. */
type KindOf = (step: DerivedStep) => string;
const ruleOf: KindOf = ({ rule }) => rule;

/** How often a kind of step has been answered by the learner, in all passes up to this step. */
function timesAnswered(pass: Derivation, step: DerivedStep, log: Log, kindOf: KindOf): number {
  const before = pass.steps.slice(0, indexOfStep(pass, step.id));
  const kind = kindOf(step);
  const ofKind = (steps: readonly DerivedStep[]): ReadonlySet<string> =>
    new Set(steps.filter((other) => kindOf(other) === kind).map(({ id }) => id));
  const [now, ever] = [ofKind(before), ofKind(pass.steps)];
  const answered = log.filter(
    ({ origin, verdict, step: id, pass: number }) =>
      origin === 'typed' && verdict === 'correct' && (number < pass.number ? ever : now).has(id),
  );
  return new Set(answered.map(({ step: id, pass: number }) => `${number} ${id}`)).size;
}

const SUPPORT: readonly Support[] = ['formula', 'question', 'name'];

/**
 * Each kind of step starts with its formula and stands alone from the third time on. After the first pass by hand the
 * formulas are to be recalled: each kind starts with its question, and stands alone when it comes again.
 */
export function supportFor(pass: Derivation, step: DerivedStep, log: Log, kindOf = ruleOf): Support {
  if (!isRecalled(pass, log)) return SUPPORT[timesAnswered(pass, step, log, kindOf)] ?? 'name';
  const now = log.filter((attempt) => attempt.pass === pass.number);
  return timesAnswered(pass, step, now, kindOf) === 0 ? 'question' : 'name';
}

/** How many passes have been worked by hand before this one. */
export const passesBefore = ({ number }: Derivation, log: Log): number =>
  new Set(log.filter(({ pass }) => pass < number).map(({ pass }) => pass)).size;

/** Whether formulas are left to be recalled, as in every pass by hand but the first. */
export const isRecalled = (pass: Derivation, log: Log): boolean => passesBefore(pass, log) > 0;

/** Steps right at the first try, of one kind, before the rest of the kind may be filled in. */
const SURE = 2;

/** The steps of this kind that may still be filled in on request, in order; empty until the kind is sure. */
export const fillable = (pass: Pass, step: Step, log: Log): readonly DerivedStep[] =>
  // The steps of a pass are those of a network's tape.
  fillableBy(pass, step, log, ruleOf, (other) => isFillable(pass, other as Step));

/** @param may whether a step of the kind may be filled in at all */
export function fillableBy(
  pass: Derivation,
  step: DerivedStep,
  log: Log,
  kindOf: KindOf,
  may: (step: DerivedStep) => boolean,
): readonly DerivedStep[] {
  const kind = pass.steps.filter((other) => kindOf(other) === kindOf(step));
  const sure = kind.filter(({ id }) => isRightAtFirst(log, pass.number, id)).length;
  if (sure < SURE || !may(step)) return [];
  const done = answersOf(log, pass.number);
  return kind.filter((other) => !done.has(other.id) && may(other));
}

/**
 * What a hidden unit passes back, and the first weight gradient of a layer, are always the learner's own: each of
 * them is a new idea.
 */
export function isFillable(pass: Pass, { rule, result, id }: Step): boolean {
  if (rule === 'sumOverPaths') return false;
  if (result.kind !== 'partial') return true;
  const { wrt } = result;
  if (rule === 'chainRule' && wrt.kind === 'preActivation') {
    return wrt.layer === pass.exercise.network.layers.length - 1;
  }
  if (rule !== 'weightGradient' || wrt.kind !== 'weight') return true;
  const firstOfLayer = pass.steps.find(
    (other) =>
      other.rule === rule &&
      other.result.kind === 'partial' &&
      other.result.wrt.kind === 'weight' &&
      other.result.wrt.layer === wrt.layer,
  );
  return firstOfLayer?.id !== id;
}

/** The next step of the same kind after this one, which the learner can do alone. */
export function neighbourOf(
  pass: Derivation,
  step: DerivedStep,
  kindOf: KindOf = ruleOf,
): DerivedStep | undefined {
  return pass.steps.slice(indexOfStep(pass, step.id) + 1).find((other) => kindOf(other) === kindOf(step));
}
