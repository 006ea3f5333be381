import { readShown, sameToDigits, shownGiven } from '../../../src/core/expressions/digits.ts';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import type { Step } from '../../../src/core/network/tape.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { readAnswer } from '../../../src/tutor/answer/read.ts';
import { beliefAt, scopeOf, type TypedAnswers, type Verdict } from '../../../src/tutor/checking/check.ts';
import { believe, startOf, type Belief } from '../../../src/tutor/checking/belief.ts';
import { judge } from '../../../src/tutor/checking/judge.ts';
import { diagnose, type Diagnosis } from '../../../src/tutor/diagnosis/diagnose.ts';
import { exactValue, stepOf, type Pass } from '../../../src/tutor/pass.ts';
import { shortened, workedThrough } from './learner.ts';
import { withNumbers, worth, type Misconceived } from './misconceptions.ts';

/** What is said of an answer. */
export type Told = Diagnosis & { readonly verdict: Verdict };

/** What is said of an answer to a step, given the answers before it. */
export const told = (pass: Pass, id: string, typed: string, earlier: TypedAnswers = new Map()): Told =>
  toldFrom(pass, stepOf(pass, id), typed, beliefAt(pass, id, earlier));

export function toldFrom(pass: Pass, step: Step, typed: string, belief: Belief): Told {
  const reading = readAnswer(typed, scopeOf(pass, step, belief));
  if (reading.kind !== 'answer') return { verdict: 'unreadable', causes: [], names: [] };
  const { judgement, answer } = judge(pass, step, reading.answer, belief);
  const { verdict } = judgement;
  return verdict === 'wrong'
    ? { verdict, ...diagnose(pass, step, answer, belief) }
    : { verdict, causes: [], names: [] };
}

const write = (x: number): string => shortened(x, 4, 'half up');

/** One learner who has come to a step: right so far, each earlier answer rounded to four digits. */
export type Arrived = {
  readonly pass: Pass;
  readonly step: Step;
  readonly belief: Belief;
  /** The learner's own numbers. */
  readonly own: ReadonlyMap<string, number>;
};

/** A learner at each step of a pass in turn. What is believed grows on: use it before going on. */
export function* arrivals(pass: Pass): Iterable<Arrived> {
  const answers = workedThrough(pass, write);
  const own = new Map([
    ...pass.givens.map(
      (given) => [idOf(given), readShown(shownGiven(exactValue(pass, idOf(given))))] as const,
    ),
    ...[...answers].map(([id, typed]) => [id, Number(typed)] as const),
  ]);
  const belief = startOf(pass);
  for (const step of pass.steps) {
    yield { pass, step, own, belief };
    believe(pass, step, belief, { value: Number(answers.get(step.id)), standing: 'right' });
  }
}

/** How a learner hands a mistaken calculation in. */
export type Manner = 'value' | 'value of own numbers' | 'numbers' | 'names';

/** A mistaken calculation as it is typed. */
export function handedIn({ pass, own }: Arrived, { typed }: Misconceived, manner: Manner): string {
  if (manner === 'names') return typed;
  if (manner === 'value') return write(worth(typed, pass.values));
  if (manner === 'value of own numbers') return write(worth(typed, own));
  const givens = new Set(pass.givens.map(idOf));
  return withNumbers(typed, (id) => {
    const value = own.get(id) ?? Number.NaN;
    const text = givens.has(id) ? shownGiven(value).replace('−', '-') : write(value);
    return value < 0 ? `(${text})` : text;
  });
}

const alike = (x: number, y: number): boolean => sameToDigits(x, y) || sameToDigits(y, x);

/**
 * The mistakes that can be told apart by value at a step: from the right answer, and from those with another cause.
 * @param among what else may be taken for them
 */
export function tellable(
  { pass, step, own }: Arrived,
  mistakes: readonly Misconceived[],
  among: readonly Misconceived[] = mistakes,
): readonly Misconceived[] {
  const rights = [exactValue(pass, step.id), evaluate(step.formula, own)];
  const known = among.map(({ cause, typed }) => ({ cause, value: worth(typed, pass.values) }));
  return mistakes.filter(({ cause, typed }) => {
    const [value, ofOwn] = [worth(typed, pass.values), worth(typed, own)];
    return (
      Number.isFinite(value) &&
      ![value, ofOwn, Number(write(value)), Number(write(ofOwn))].some((x) =>
        rights.some((right) => alike(x, right)),
      ) &&
      known.every((other) => sameCause(other.cause, cause) || !alike(value, other.value))
    );
  });
}

/** The same mistakes, in whatever order. */
export const sameCause = (one: string, other: string): boolean =>
  one.split('+').sort().join('+') === other.split('+').sort().join('+');
