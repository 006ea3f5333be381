import type { Step } from '../core/network/tape.ts';
import type { Log } from './log.ts';
import { answersOf, isRightAtFirst } from './tries.ts';
import type { KindOf } from './pace.ts';
import { indexOfStep, type Derivation, type DerivedStep, type Pass } from './pass.ts';

// Steps of one kind, once some of them are done. Apart from pace.ts, as it is not needed before there is an answer.

/** In a network steps of one rule are alike. */
const ruleOf: KindOf = ({ rule }) => rule;

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
