import { sameToDigits } from '../../core/expressions/digits.ts';
import { evaluate } from '../../core/expressions/evaluate.ts';
import { mapLeaves, negation, quantity as q, quantitiesOf, type Expr } from '../../core/expressions/expr.ts';
import { idOf } from '../../core/quantity.ts';
import type { Span } from '../answer/problem.ts';
import type { Answer } from '../answer/read.ts';
import { reach, type Belief } from '../checking/belief.ts';
import { nears } from '../checking/judge.ts';
import { before } from '../mistakes/stale.ts';
import { rowsOf } from '../mistakes/variants.ts';
import { isPass, type Derivation, type DerivedStep } from '../pass.ts';
import type { Cause } from './cause.ts';
import { spansOf } from './spans.ts';
import type { StandIns } from './stand-ins.ts';

/** A calculation with numbers of the pass before, and the same with those of this pass in their place. */
export type Renewed = { readonly answer: Answer; readonly about: readonly string[]; readonly span?: Span };

export function renewed(
  pass: Derivation,
  step: DerivedStep,
  answer: Answer,
  { carried }: Belief,
  standIns: StandIns,
): Renewed | undefined {
  const values = isPass(pass) ? before(pass)?.values : undefined;
  if (values === undefined) return undefined;
  const ids = [...quantitiesOf(step.formula).map(idOf), ...carried.keys()];
  const now = new Map<Expr, Expr>();
  const about: string[] = [];
  const spans = new Map(answer.spans);
  for (const { leaf, known } of standIns.leaves) {
    if (known || leaf.kind !== 'number') continue;
    const id = ids.find((each) => sameToDigits(Math.abs(leaf.value), Math.abs(values.get(each) ?? NaN)));
    const quantity = id === undefined ? undefined : pass.quantities.find((each) => idOf(each) === id);
    if (id === undefined || quantity === undefined) continue;
    const present = q(quantity);
    const span = answer.spans.get(leaf);
    if (span) spans.set(present, span);
    about.push(id);
    now.set(leaf, leaf.value < 0 === (values.get(id) ?? 0) < 0 ? present : negation(present));
  }
  if (now.size === 0) return undefined;
  const expr = mapLeaves(answer.expr, (leaf) => now.get(leaf) ?? leaf);
  const [span] = spansOf([...now.keys()], answer);
  return {
    answer: { ...answer, expr, value: evaluate(expr, carried), alternatives: [], spans },
    about,
    ...(span && { span }),
  };
}

/** Whether the old numbers are all that is wrong. */
export function isRightNow(step: DerivedStep, { answer: { value } }: Renewed, belief: Belief): boolean {
  return sameToDigits(value, evaluate(step.formula, belief.own)) || nears(value, reach(step, belief));
}

/**
 * That numbers of the pass before were taken, with each mistake that the calculation would still be with those of this.
 * @param others causes of that
 */
export function ofOldNumbers(
  pass: Derivation,
  { about, span }: Renewed,
  others: readonly Cause[],
): readonly Cause[] {
  const STALE = 'stale-forward';
  const order = rowsOf(pass).map(({ id }) => id);
  const both = others.flatMap(({ ids: [id, second], about: own, extra, unlikely }): readonly Cause[] => {
    if (second !== undefined) return [];
    const ids = order.indexOf(id) < order.indexOf(STALE) ? ([id, STALE] as const) : ([STALE, id] as const);
    return [{ ids, about: own, ...(extra && { extra }), unlikely, ...(span && { span }) }];
  });
  return both.length > 0 ? both : [{ ids: [STALE], about, unlikely: false, ...(span && { span }) }];
}
