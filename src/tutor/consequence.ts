import { sameToDigits, shown } from '../core/expressions/digits.ts';
import { evaluate } from '../core/expressions/evaluate.ts';
import { shortName } from '../core/expressions/names.ts';
import { measuredSlope } from '../core/network/nudge.ts';
import type { Step } from '../core/network/tape.ts';
import { updatedParameters } from '../core/network/values.ts';
import { idOf, loss } from '../core/quantity.ts';
import type { AnswerMessages } from './messages/index.ts';
import { exactValue, passOf, type Derivation, type DerivedStep, type Pass } from './pass.ts';

/** The loss on a pass's example after its update, and before it. */
export type Consequence = { readonly yours: number; readonly right: number; readonly before: number };

/** Of the fall that the right step brings: what moves the loss less than this says nothing of the number. */
const SHARE = 0.1;

/**
 * What would become of the loss if one number of the way back or of the update were another: all else is exact, and
 * what comes after it is worked out from it. Nothing for the way forward, which the update does not start from.
 */
export function consequenceOf(pass: Pass, { id, phase }: Step, value: number): Consequence | undefined {
  if (phase !== 'backward' && phase !== 'update') return undefined;
  const values = new Map(pass.values);
  values.set(id, value);
  const after = pass.steps.slice(pass.steps.findIndex((step) => step.id === id) + 1);
  for (const step of after) values.set(step.id, evaluate(step.formula, values));
  const [yours, right] = [values, pass.values].map((all) => {
    const { exercise, number, parameters } = pass;
    return exactValue(
      passOf(exercise, number, updatedParameters(exercise.network, parameters, all)),
      idOf(loss),
    );
  });
  const before = exactValue(pass, idOf(loss));
  return yours !== undefined && right !== undefined && Number.isFinite(yours)
    ? { yours, right, before }
    : undefined;
}

/** The same in a sentence; empty where there is nothing to say. */
export function consequenceText(pass: Pass, step: Step, value: number, { verdicts }: AnswerMessages): string {
  const found = consequenceOf(pass, step, value);
  if (found === undefined) return '';
  const [yours, right] = [shown(found.yours), shown(found.right)];
  // That a number hardly matters would be taken for its being hardly wrong.
  const isLittle = Math.abs(found.yours - found.right) < SHARE * Math.abs(found.before - found.right);
  if (isLittle || yours === right) return '';
  // On the way back the update is still to come: that a longer step helps would only be taken for a yes.
  if (step.phase === 'backward' && found.yours < found.right) return '';
  const apart = pass.exercise.batch
    ? verdicts.lossApartOfBatch(shown(found.before), yours, right)
    : verdicts.lossApart(yours, right);
  return found.yours < found.right ? `${apart} ${verdicts.longerStep}` : apart;
}

/**
 * What the network itself says of a slope, beside what the learner said of it: the measured number, where that is the
 * learner's but for rounding; the way it differs, where it is not. Empty where it is no slope, or cannot be measured, at a corner.
 * @param yours how the learner's number is written
 */
export function nudgeText(
  pass: Derivation,
  { id, result }: DerivedStep,
  value: number,
  isRight: boolean,
  { verdicts }: AnswerMessages,
  yours = shown(value),
): string {
  if (result.kind !== 'partial') return '';
  const { slope, isCorner } = measuredSlope(pass.steps, pass.values, idOf(result.of), idOf(result.wrt));
  const exact = exactValue(pass, id);
  if (isCorner || !sameToDigits(slope, exact)) return '';
  const [of, along] = [shortName(result.of), shortName(result.wrt)];
  // Measured to the same digits; near a tie the last of them would be another by the error of measuring.
  if (isRight) return verdicts.nudged(of, along, shown(exact), yours);
  if (slope === 0) return verdicts.disputed.not(of, along);
  if (value === 0) return verdicts.disputed.moves(of, along, slope > 0);
  if (slope * value < 0) return verdicts.disputed.otherWay(of, along, yours, slope > 0);
  const differs = Math.abs(slope) > Math.abs(value) ? verdicts.disputed.further : verdicts.disputed.lessFar;
  return differs(of, along, yours.replace('−', ''), slope > 0);
}
