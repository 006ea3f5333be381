import { sameToDigits } from '../../core/expressions/digits.ts';
import { evaluate } from '../../core/expressions/evaluate.ts';
import { quantitiesOf } from '../../core/expressions/expr.ts';
import { around, meet } from '../../core/expressions/interval.ts';
import { idOf } from '../../core/quantity.ts';
import type { Answer } from '../answer/read.ts';
import { reach, type Belief } from '../checking/belief.ts';
import { nears } from '../checking/judge.ts';
import type { Derivation, DerivedStep } from '../pass.ts';
import type { Difference } from './difference.ts';
import { same, type StandIns } from './stand-ins.ts';

// What the value of an answer alone tells of how it differs from the right one.

/** A value that has the right size, as far as its digits tell, and the other sign. */
export function turnedSize(
  step: DerivedStep,
  { value, halfUnit }: Answer,
  belief: Belief,
): Difference | undefined {
  const isRight =
    sameToDigits(-value, evaluate(step.formula, belief.own)) || nears(-value, reach(step, belief));
  const isRounded = value !== 0 && halfUnit > 0 && halfUnit < 0.05 * Math.abs(value);
  const isShort = isRounded && meet(around(-value, halfUnit), reach(step, belief));
  return value !== 0 && (isRight || isShort) ? { kind: 'size', about: [] } : undefined;
}

/**
 * The same of a sum in a function, b − q for q − b: likelier than that one part was left out, where that comes to the same.
 * @param standIns of a calculation: it is such a sum itself then
 */
export function turnedSum(
  step: DerivedStep,
  answer: Answer,
  belief: Belief,
  standIns?: StandIns,
): Difference | undefined {
  if (step.rule !== 'operation' || step.formula.kind !== 'sum') return undefined;
  if (standIns === undefined) return turnedSize(step, answer, belief);
  if (answer.expr.kind !== 'sum' && answer.expr.kind !== 'negation') return undefined;
  // Whole numbers stand for themselves, so that only their value tells.
  const isWhole = standIns.leaves.length === 0;
  return isWhole || same(-standIns.typed(), standIns.of(step.formula))
    ? turnedSize(step, answer, belief)
    : undefined;
}

/** Digits from which on a number can be told to be one value and no other. */
const TELLING = 4;

/** Lost signs that are tried together. */
const SIGNS = 4;

/** A number that is what the step comes to where some of its values have lost their minus. */
export function lostSigns({ formula }: DerivedStep, answer: Answer, belief: Belief): Difference | undefined {
  if (answer.digits < TELLING) return undefined;
  const negative = quantitiesOf(formula)
    .map(idOf)
    .filter((id) => (belief.own.get(id) ?? 0) < 0);
  if (negative.length > SIGNS) return undefined;
  const about = subsets(negative).find((ids) => {
    const turned = [belief.carried, belief.own].map((values) => {
      const without = new Map([...values].map(([id, x]) => [id, ids.includes(id) ? -x : x]));
      return evaluate(formula, without);
    });
    return turned.some((value) => sameToDigits(answer.value, value));
  });
  return about && { kind: 'sign', about };
}

/** Every choice of some, the fewest first. */
const subsets = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: 2 ** ids.length - 1 }, (_, bits) =>
    ids.filter((_id, i) => ((bits + 1) >> i) & 1),
  ).toSorted((a, b) => a.length - b.length);

/** A number that is the learner's own answer to another step, the latest of the same kind first. */
export function elsewhere(
  pass: Derivation,
  step: DerivedStep,
  { value, digits }: Answer,
  { carried, confirmed }: Belief,
): Difference | undefined {
  if (digits < TELLING) return undefined;
  const found = pass.steps.filter(
    ({ id }) => confirmed.has(id) && sameToDigits(value, carried.get(id) ?? Number.NaN),
  );
  const other = found.findLast(({ rule }) => rule === step.rule) ?? found.at(-1);
  return other && { kind: 'elsewhere', about: [other.id], of: other.result };
}
