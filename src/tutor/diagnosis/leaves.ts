import { callsIn, type Expr } from '../../core/expressions/expr.ts';
import type { Answer } from '../answer/read.ts';
import type { Difference } from './difference.ts';
import { hullOf } from './spans.ts';
import { isTold, leavesOf, same, type StandIns } from './stand-ins.ts';

// The values typed, held against those of formulas: which are missing, which too many.

/** More than so many values missing, or too many, are not one thing that can be pointed at. */
const MOST = 2;

/**
 * How the values typed differ from those of the formula that is nearest to them.
 * @param mayStand whether a whole number may stand there beside the formula's values
 * @param ofAllThere what is wrong where the values are just those of a formula
 */
export function closest(
  formulas: readonly Expr[],
  answer: Answer,
  standIns: StandIns,
  mayStand: (whole: number) => boolean,
  ofAllThere: (formula: Expr) => Difference | undefined,
): Difference | undefined {
  const typed = standIns.leaves;
  // None of the typed values is any of these formulas'.
  let isOther = typed.length > 1;
  let best: { readonly size: number; readonly difference: Difference } | undefined;
  for (const formula of formulas) {
    const { wanted, extra, wholes } = compared(formula, answer, standIns);
    const size = wanted.length + extra.length;
    if (extra.length < typed.length) isOther = false;
    if (size === 0 && wholes.every(mayStand) && isOfItsCalls(answer.expr, formula))
      return ofAllThere(formula);
    if (size === 0) continue;
    if (wanted.length > MOST || extra.length > MOST || size >= (best?.size ?? Infinity)) continue;
    const span = hullOf(
      extra.map(({ leaf }) => leaf),
      typed.map(({ leaf }) => leaf),
      answer,
    );
    best = {
      size,
      difference: {
        kind: kindOf(wanted.length, extra.length, typed.length),
        about: wanted.flatMap((leaf) => (leaf.kind === 'quantity' ? [leaf.id] : [])),
        ...(span && { span }),
      },
    };
  }
  return best?.difference ?? (isOther ? { kind: 'other', about: [] } : undefined);
}

/** The values of a formula that are not typed, those typed that are not its own, and whole numbers beside them. */
function compared(formula: Expr, answer: Answer, standIns: StandIns) {
  const wanted = leavesOf(formula).filter(isTold);
  const takeOut = (standIn: number): boolean => {
    const place = wanted.findIndex((leaf) => same(Math.abs(standIns.of(leaf)), Math.abs(standIn)));
    if (place >= 0) wanted.splice(place, 1);
    return place >= 0;
  };
  const extra = standIns.leaves.filter(({ standIn }) => !takeOut(standIn));
  // A whole number may be a value as well, where it is none of the formula's own.
  const wholes = wholesOf(answer.expr, formula).filter((whole) => !takeOut(whole));
  return { wanted, extra, wholes };
}

/** Whether an expression calls no function that a formula does not. */
const isOfItsCalls = (typed: Expr, formula: Expr): boolean =>
  callsIn(typed).every(({ fn }) => callsIn(formula).some((other) => other.fn === fn));

/** The whole numbers typed, but for those that a formula has itself: the 1 of 1 − a. */
function wholesOf(typed: Expr, formula: Expr): readonly number[] {
  const [found, own] = [typed, formula].map((expr) =>
    leavesOf(expr).flatMap((leaf) => (leaf.kind === 'number' && !isTold(leaf) ? [Math.abs(leaf.value)] : [])),
  );
  own?.forEach((value) => {
    const place = found?.indexOf(value) ?? -1;
    if (place >= 0) found?.splice(place, 1);
  });
  return found ?? [];
}

function kindOf(wanted: number, extra: number, typed: number): Difference['kind'] {
  if (wanted === 0) return 'extra';
  if (extra === 0) return 'missing';
  return extra === typed && typed > 1 ? 'other' : 'misplaced';
}
