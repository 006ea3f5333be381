import type { Log } from './log.ts';
import { indexOfStep, type Derivation, type DerivedStep } from './pass.ts';

/** How much a step shows of itself: its formula, the question only, or the name of what is asked. */
export type Support = 'formula' | 'question' | 'name';

/** Steps of one kind are alike to a learner. */
export type KindOf = (step: DerivedStep) => string;

type Operation = { readonly rule: string; readonly formula: { readonly kind: string; readonly fn?: string } };

/** A formula is known once it has been used: σ says nothing of softmax. */
const formulaOf = ({ rule, formula }: Operation): string => [rule, formula.kind, formula.fn].join();

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
export function supportFor(
  pass: Derivation,
  step: DerivedStep,
  log: Log,
  kindOf: KindOf = formulaOf,
): Support {
  if (!isRecalled(pass, log)) return SUPPORT[timesAnswered(pass, step, log, kindOf)] ?? 'name';
  const now = log.filter((attempt) => attempt.pass === pass.number);
  return timesAnswered(pass, step, now, kindOf) === 0 ? 'question' : 'name';
}

/** How many passes have been worked by hand before this one. */
export const passesBefore = ({ number }: Derivation, log: Log): number =>
  new Set(log.filter(({ pass }) => pass < number).map(({ pass }) => pass)).size;

/** Whether formulas are left to be recalled, as in every pass by hand but the first. */
export const isRecalled = (pass: Derivation, log: Log): boolean => passesBefore(pass, log) > 0;
