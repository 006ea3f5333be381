import { quantitiesOf } from '../../core/expressions/expr.ts';
import { idOf, type Quantity } from '../../core/quantity.ts';
import { passesBefore } from '../../tutor/pace.ts';
import { indexOfStep } from '../../tutor/pass.ts';
import type { Step } from '../../core/network/tape.ts';
import type { Desk } from '../session/desk.ts';

/** A step that may be worked out next, or not yet: then what it lacks. */
export type Candidate = { readonly step: Step; readonly missing: Quantity | undefined };

/** So many are offered. */
const OFFERED = 4;

/**
 * What may be worked out next, asked once: at the turn from the loss to the way back, in the second pass by hand. The step
 * in view is among the candidates; others wait for a number. Empty where it is not asked.
 */
export function orderAt({ pass, step, work, answers, next }: Desk): readonly Candidate[] {
  const isTurn =
    step?.phase === 'backward' &&
    step.id === next?.id &&
    passesBefore(pass, work.log) === 1 &&
    !work.log.some(
      (attempt) =>
        attempt.pass === pass.number &&
        attempt.origin === 'typed' &&
        pass.steps[indexOfStep(pass, attempt.step)]?.phase === 'backward',
    );
  if (!isTurn) return [];
  const open = pass.steps.filter(({ id, phase }) => phase === 'backward' && !answers.has(id));
  const known = new Set([...pass.givens.map(idOf), ...answers.keys()]);
  const candidates = open.map((candidate) => ({
    step: candidate,
    missing: quantitiesOf(candidate.formula).find((quantity) => !known.has(idOf(quantity))),
  }));
  const waiting = candidates.filter(({ missing }) => missing !== undefined);
  const ready = candidates.filter(({ missing }) => missing === undefined);
  // One of each rule: what waits is told apart by what it is, not by whose it is.
  const different = waiting.filter(
    ({ step: { rule } }, i) => waiting.findIndex((other) => other.step.rule === rule) === i,
  );
  const offered = new Set([...ready.slice(0, 2), ...different].slice(0, OFFERED));
  // In the order of nothing that gives it away: last of the tape first.
  return candidates.filter((candidate) => offered.has(candidate)).toReversed();
}
