import type { Exercise } from '../../core/network/exercise.ts';
import { quantitiesOf } from '../../core/expressions/expr.ts';
import type { Rule, Step } from '../../core/network/tape.ts';
import { idOf, type Quantity } from '../../core/quantity.ts';
import type { Checked } from '../../tutor/checking/check.ts';
import { keptValue, writtenAnswer, writtenIn } from '../../tutor/written.ts';
import { isAccepted, type Attempt, type Log } from '../../tutor/log.ts';
import { askedOf } from '../../tutor/messages/context.ts';
import type { Asked } from '../../tutor/messages/en/questions.ts';
import { words } from '../words.ts';
import { supportFor, type Support } from '../../tutor/pace.ts';
import {
  exactValue,
  indexOfStep,
  passOf,
  stepOf,
  type Derivation,
  type DerivedStep,
  type Pass,
} from '../../tutor/pass.ts';
import { isOpen, standingBy, type Judge } from '../../tutor/ways.ts';
import type { Notes, Work } from './work.ts';

type StepOf<P extends Derivation> = P['steps'][number];

/** What follows from the answers alone. */
export type Facts<P extends Derivation> = {
  readonly pass: P;
  /** The answers that stand in this pass; those not in `checked` follow from answers given at once. */
  readonly answers: ReadonlyMap<string, Attempt>;
  /** What the others are worth from each other. */
  readonly checked: ReadonlyMap<string, Checked>;
  /** The numbers known so far: givens, and the learner's own answers. */
  readonly values: ReadonlyMap<string, number>;
  /** The same as text. */
  readonly cells: ReadonlyMap<string, string>;
  /** Answers that stand although they have been found not to be right, where answers are checked later. */
  readonly toMend: readonly string[];
  /** The first step without an answer; undefined when the pass is done. */
  readonly next: StepOf<P> | undefined;
};

/** Everything a page shows of a derivation and the work on it; worked out, never stored. */
export type View<P extends Derivation = Derivation, W extends Notes = Notes> = Facts<P> & {
  readonly work: W;
  /** The step in view; undefined when the pass is done and no step is looked at. */
  readonly step: StepOf<P> | undefined;
  /** Its answer is taken without a word on whether it is right: it is checked later. */
  readonly isOpen: boolean;
  readonly support: Support;
};

/** The view of a network's pass. */
export type Desk = View<Pass, Work> & {
  /** What the sentences about the step in view speak of. */
  readonly context: Asked | undefined;
};

/** Nothing is needed to judge while there is no answer. */
export const noAnswers: Judge = () => new Map();

/** What asks steps at once; loaded with what judges. */
export type Merging = typeof import('./at-once.ts');

export function deskOf(exercise: Exercise, work: Work, judge: Judge, merging?: Merging): Desk {
  const at = work.merging && merging;
  const facts = factsOf(exercise, work, judge, at);
  const { pass, values } = facts;
  const next = facts.next && at ? at.askedAtOnce(pass, facts.next, work) : facts.next;
  const plain = work.viewing === undefined ? next : stepOf(pass, work.viewing);
  const step = plain && at ? at.withBetween(pass, plain, work) : plain;
  return {
    ...facts,
    next,
    work,
    step,
    isOpen: step !== undefined && isOpen(work, step.phase),
    support: step === undefined ? 'name' : supportOf(pass, step, work),
    context: step && askedOf(pass, step, values, words),
  };
}

/** Whether a step is asked together with the steps between. */
export const hasBetween = (pass: Pass, step: Step): boolean => step.formula !== stepOf(pass, step.id).formula;

function supportOf(pass: Pass, step: Step, work: Work): Support {
  if (hasBetween(pass, step)) return 'name';
  // Where answers are checked later, how much is shown must not tell whether they are right.
  if (work.way !== undefined) return work.way === 'exam' ? 'name' : 'question';
  return supportFor(pass, step, work.log);
}

// Typing changes the draft only: what follows from the log is kept for as long as the log is the same.
const known = new WeakMap<Log, { of: readonly unknown[]; facts: unknown }>();

/** What was made of a log before, if it was made of the same. */
export function kept<F>(log: Log, of: readonly unknown[], make: () => F): F {
  const before = known.get(log);
  // Whoever asks with the same things asks for the same.
  if (before?.of.every((part, i) => part === of[i])) return before.facts as F;
  const facts = make();
  known.set(log, { of, facts });
  return facts;
}

const factsOf = (exercise: Exercise, work: Work, judge: Judge, merging?: Merging): Facts<Pass> =>
  kept(work.log, [exercise, work.start, judge, work.pass, work.way, work.marked, merging], () => {
    const pass = passOf(exercise, work.pass, work.start);
    return factsFrom(pass, work, judge, (...found) => merging?.withDerived(pass, work, ...found));
  });

/** @param withDerived the answers with those that follow from answers given at once */
export function factsFrom<P extends Derivation>(
  pass: P,
  work: Notes,
  judge: Judge,
  withDerived?: (own: Facts<P>['answers'], values: Map<string, number>) => Facts<P>['answers'] | undefined,
): Facts<P> {
  const { answers: own, checked } = standingBy(judge, pass, work.log, work);
  const accepts = (id: string): boolean => isAccepted(checked.get(id)?.verdict ?? 'wrong');
  const stale = new Set<string>();
  /** Not right; or it followed rightly from an answer that had to be given anew since, or from what followed from that. */
  const isToMend = ({ id, phase, formula }: DerivedStep): unknown => {
    const verdict = own.get(id)?.verdict;
    const isBad = !accepts(id);
    const isStale = isBad || quantitiesOf(formula).some((parent) => stale.has(idOf(parent)));
    if (isStale && verdict === 'carried') stale.add(id);
    return verdict && !isOpen(work, phase) && (isBad || stale.has(id));
  };
  const { values, typed } = knownValues(pass, own, checked, work);
  const answers = withDerived?.(own, values) ?? own;
  const written = writtenIn(pass);
  const next = pass.steps.find(({ id }) => !answers.has(id));
  return {
    pass,
    answers,
    checked,
    toMend: pass.steps.filter(isToMend).map(({ id }) => id),
    values,
    cells: new Map([...values].map(([id, value]) => [id, typed.get(id) ?? written(value, id)])),
    next,
  };
}

/** `typed` has, as they are written, the answers that are not known to be right. */
function knownValues(
  pass: Derivation,
  answers: ReadonlyMap<string, Attempt>,
  checked: ReadonlyMap<string, Checked>,
  work: Notes,
): { readonly values: Map<string, number>; readonly typed: ReadonlyMap<string, string> } {
  const typed = new Map<string, string>();
  const values = new Map(pass.givens.map((given) => [idOf(given), exactValue(pass, idOf(given))]));
  for (const { id, phase } of pass.steps) {
    const result = checked.get(id);
    if (!answers.has(id) || result === undefined || result.verdict === 'unreadable') continue;
    // Where answers are checked later, no digit must tell that one is right.
    const isKnown = result.verdict === 'correct' && !isOpen(work, phase);
    const { answer } = result;
    values.set(id, isKnown ? keptValue(answer, exactValue(pass, id)) : answer.value);
    if (!isKnown) typed.set(id, writtenAnswer(answer));
  }
  return { values, typed };
}

/** What is asked and known in a network, in words. */
export const namesOf =
  ({ pass }: Desk) =>
  (quantity: Quantity): string =>
    words.quantityName(quantity, pass.exercise.network);

/** "Step 3 of 28", or that the pass is done. */
export function headingOf(desk: Desk): string {
  const { pass, step, work } = desk;
  return step === undefined
    ? words.page.passDone(work.trained?.pass ?? pass.number)
    : stepHeading(desk, step);
}

/** Why a step is to be mended, if it is: it is not right, or comes from what was not. */
export const mendOf = ({ toMend, checked }: View, id: string): string | undefined =>
  toMend.includes(id)
    ? words.page.mends[checked.get(id)?.verdict === 'carried' ? 'stale' : 'wrong']
    : undefined;

/** Which step of how many. */
export const stepHeading = ({ pass }: View, { id }: DerivedStep): string =>
  words.page.step(indexOfStep(pass, id) + 1, pass.steps.length);

/** What a step may be asked with, by its rule. */
export type Questions = Readonly<Partial<Record<Rule, (asked: Asked) => string>>>;

/** The question of the step in view; empty where it is asked by its name alone, or its words are not there yet. */
export function questionOf({ step, context, support, work }: Desk, questions: Questions | undefined): string {
  const hasQuestion = support !== 'name' || work.hints > 0;
  return (hasQuestion && step && context && questions?.[step.rule]?.(context)) || '';
}
