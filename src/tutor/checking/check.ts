import { evaluate } from '../../core/expressions/evaluate.ts';
import { quantitiesOf } from '../../core/expressions/expr.ts';
import { idOf } from '../../core/quantity.ts';
import type { Problem } from '../answer/problem.ts';
import type { Answer, Reading, Scope } from '../answer/read.ts';
import { exactValue, indexOfStep, type Derivation, type DerivedStep } from '../pass.ts';
import { believe, startOf, type Belief } from './belief.ts';
import { isSane, judge, type Judgement } from './judge.ts';
import { readTyped, type Typed } from './typed.ts';

/** What was typed, by step id; the latest answer to each step. A bare text has the names of the notation in force. */
export type TypedAnswers = ReadonlyMap<string, string | Typed>;

export type Checked =
  { readonly verdict: 'unreadable'; readonly problem: Problem } | (Judgement & { readonly answer: Answer });

export type Verdict = Checked['verdict'];

const known = new WeakMap<Derivation, ReadonlyMap<string, number>>();

/** Where each step stands in the tape. */
function placesOf(pass: Derivation): ReadonlyMap<string, number> {
  const places = known.get(pass) ?? new Map(pass.steps.map(({ id }, place) => [id, place]));
  known.set(pass, places);
  return places;
}

/** The names an answer to this step may use, with the learner's own values. */
export function scopeOf(pass: Derivation, step: DerivedStep, belief: Belief): Scope {
  const places = placesOf(pass);
  const asked = places.get(step.id) ?? -1;
  return {
    quantities: pass.quantities,
    standing: (id) => {
      const place = places.get(id) ?? -1;
      return place < asked ? 'known' : place === asked ? 'asked' : 'later';
    },
    values: belief.carried,
    preferred: new Set(quantitiesOf(step.formula).map(idOf)),
    example: step.result.example,
  };
}

/**
 * Judges one answer, where `belief` holds all steps before it. Of several readings that one counts which is worth what the
 * answer was worth when it was given.
 */
function checkNext(pass: Derivation, step: DerivedStep, typed: string | Typed, belief: Belief): Checked {
  return asExact(pass, step, typed, bestOf(pass, step, typed, belief));
}

function bestOf(pass: Derivation, step: DerivedStep, typed: string | Typed, belief: Belief): Checked {
  const readings = readTyped(pass, typed, scopeOf(pass, step, belief));
  const first = checkReading(pass, step, readings[0], belief);
  const before = typeof typed === 'string' ? undefined : typed.verdict;
  if (readings.length === 1 || first.verdict === before) return first;
  const others = readings.slice(1).map((reading) => checkReading(pass, step, reading, belief));
  return others.find(({ verdict }) => verdict === before) ?? first;
}

function checkReading(pass: Derivation, step: DerivedStep, reading: Reading, belief: Belief): Checked {
  if (reading.kind === 'empty')
    return { verdict: 'unreadable', problem: { kind: 'empty', start: 0, end: 0 } };
  if (reading.kind === 'unreadable') return { verdict: 'unreadable', problem: reading.problem };
  const { judgement, answer } = judge(pass, step, reading.answer, belief);
  return { ...judgement, answer };
}

/** What the page has written stands for the exact value where it is right, as nobody has rounded there. */
function asExact(pass: Derivation, { id }: DerivedStep, typed: string | Typed, checked: Checked): Checked {
  const isOwn = typeof typed === 'string' || (typed.origin ?? 'typed') === 'typed';
  return isOwn || checked.verdict !== 'correct'
    ? checked
    : { ...checked, answer: { ...checked.answer, value: exactValue(pass, id) } };
}

/** Judges all answers in the order of the tape, each from those before it. */
export function checkAll(pass: Derivation, answers: TypedAnswers): ReadonlyMap<string, Checked> {
  return walk(pass, answers, pass.steps.length).checked;
}

/** What is believed when a step is asked. */
export const beliefAt = (pass: Derivation, id: string, answers: TypedAnswers): Belief =>
  walk(pass, answers, indexOfStep(pass, id)).belief;

/** Judges an answer to one step of a pass, given the answers before it. */
export function check(
  pass: Derivation,
  step: DerivedStep,
  typed: string | Typed,
  answers: TypedAnswers,
): Checked {
  return checkNext(pass, step, typed, beliefAt(pass, step.id, answers));
}

function walk(
  pass: Derivation,
  answers: TypedAnswers,
  until: number,
): { readonly belief: Belief; readonly checked: ReadonlyMap<string, Checked> } {
  const belief = startOf(pass);
  const checked = new Map<string, Checked>();
  for (const step of pass.steps.slice(0, until)) {
    const typed = answers.get(step.id);
    const result = typed === undefined ? undefined : checkNext(pass, step, typed, belief);
    if (result !== undefined) checked.set(step.id, result);
    believe(pass, step, belief, result && standingOf(pass, step, result, belief));
  }
  return { belief, checked };
}

function standingOf(
  pass: Derivation,
  step: DerivedStep,
  checked: Checked,
  belief: Belief,
): Parameters<typeof believe>[3] {
  switch (checked.verdict) {
    case 'unreadable':
      return undefined;
    case 'correct':
    case 'imprecise': {
      const { value, expr } = checked.answer;
      return { value, standing: 'right', written: evaluate(expr, belief.carried) };
    }
    case 'carried':
      return { value: checked.answer.value, standing: 'wrong' };
    case 'wrong': {
      const { value } = checked.answer;
      return { value, standing: isSane(pass, step, value, belief) ? 'wrong' : 'ignored' };
    }
  }
}
