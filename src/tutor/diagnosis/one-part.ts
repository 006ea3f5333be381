import { halfUnit, sameToDigits } from '../../core/expressions/digits.ts';
import { quantity as q, quantitiesOf, type Expr } from '../../core/expressions/expr.ts';
import { idOf, type Quantity } from '../../core/quantity.ts';
import type { Answer } from '../answer/read.ts';
import type { Belief } from '../checking/belief.ts';
import { formulasOf } from '../mistakes/sites.ts';
import { findStep, type Derivation, type DerivedStep } from '../pass.ts';
import type { Difference } from './difference.ts';
import { isPlain, same, type StandIns } from './stand-ins.ts';

// An answer that is one of the values that go into the step, and nothing else: typed as a number, as its name, or as
// the calculation that it comes from.

const partsOf = ({ formula }: DerivedStep): readonly Quantity[] => [
  ...new Map(quantitiesOf(formula).map((part) => [idOf(part), part])).values(),
];

/** The value of a step that a calculation is, by its structure, where the step takes more than that one. */
export function partWorkedOut(
  pass: Derivation,
  step: DerivedStep,
  { of, typed, leaves }: StandIns,
): Quantity | undefined {
  const parts = partsOf(step);
  const value = typed();
  // Whole numbers stand for themselves: 1·1 is no slope of 1.
  return parts.length < 2 || leaves.length === 0
    ? undefined
    : parts.find((part) => {
        const own = findStep(pass, idOf(part));
        const ways = [q(part), ...(own ? formulasOf(pass, own) : [])];
        return ways.some((way) => same(value, of(way)));
      });
}

/** The value of a step that an answer comes to, where the step takes more than that one. */
export function partOf(step: DerivedStep, answer: Answer, { carried }: Belief): Quantity | undefined {
  const parts = partsOf(step);
  return parts.length < 2 || hasOne(answer.expr)
    ? undefined
    : parts.find((part) => comesTo(answer, carried.get(idOf(part)) ?? Number.NaN));
}

/** Has 1 or −1 as a factor: the step's own calculation, of a number that has lost its digits. */
const hasOne = (expr: Expr): boolean =>
  expr.kind === 'negation'
    ? hasOne(expr.operand)
    : expr.kind === 'product' && expr.factors.some((factor) => Math.abs(valueOf(factor)) === 1);

/** Of a number with its sign. */
const valueOf = (expr: Expr): number =>
  expr.kind === 'negation' ? -valueOf(expr.operand) : expr.kind === 'number' ? expr.value : Number.NaN;

/** That all but one of the values of a step is lacking. */
export const lackingAllBut = (step: DerivedStep, given: Quantity): Difference => ({
  kind: 'part',
  about: partsOf(step)
    .map(idOf)
    .filter((id) => id !== idOf(given)),
});

/** The fewest digits of the numbers of a calculation that tell what it comes to. */
const TELLING = 3;

/** Whether an answer is this value: a number to four digits, a calculation to as many as its numbers have. */
function comesTo({ expr, value, literals }: Answer, wanted: number): boolean {
  if (expr.kind === 'number') return sameToDigits(value, wanted);
  const digits = literals.filter((each) => !isPlain(each.value)).map((each) => each.digits);
  // What comes to 0 may have left out anything.
  if (value === 0 || digits.length === 0) return false;
  const fewest = Math.min(4, ...digits);
  return (
    sameToDigits(value, wanted) ||
    (fewest >= TELLING && Math.abs(value - wanted) <= 2 * halfUnit(wanted, fewest))
  );
}
