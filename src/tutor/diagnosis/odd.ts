import { sameToDigits } from '../../core/expressions/digits.ts';
import { evaluate } from '../../core/expressions/evaluate.ts';
import { quantity as q, quantitiesOf } from '../../core/expressions/expr.ts';
import { idOf } from '../../core/quantity.ts';
import type { Span } from '../answer/problem.ts';
import type { Answer } from '../answer/read.ts';
import type { Belief } from '../checking/belief.ts';
import { termsOf } from '../mistakes/parts.ts';
import { same, type StandIns } from './stand-ins.ts';
import type { DerivedStep } from '../pass.ts';

/** One number of an answer that is wrong where all the rest is right: what it should have been, and where it stands. */
export type Odd = { readonly about: readonly string[]; readonly span: Span | undefined };

/** A number that is no quantity's, where one of the formula's would make the answer right; or one wrong term of a sum. */
export function miscopied(
  step: DerivedStep,
  answer: Answer,
  belief: Belief,
  standIns: StandIns,
): Odd | undefined {
  const right = standIns.of(step.formula);
  const unknown = standIns.leaves.filter(({ known }) => !known);
  const [odd] = unknown;
  if (odd === undefined) return undefined;
  const meant = quantitiesOf(step.formula).find((quantity) => {
    const value = standIns.of(q(quantity));
    return [value, -value].some((standIn) => same(standIns.typed(new Map([[odd.leaf, standIn]])), right));
  });
  if (unknown.length === 1 && meant !== undefined) {
    return { about: [idOf(meant)], span: answer.spans.get(odd.leaf) };
  }
  return wrongTerm(step, answer, belief);
}

/** A term that was worked out before it was typed, where all the others are right. */
function wrongTerm({ formula }: DerivedStep, answer: Answer, { carried }: Belief): Odd | undefined {
  const left = [...termsOf(formula)];
  const typed = termsOf(answer.expr);
  if (left.length < 2 || typed.length !== left.length) return undefined;
  const odd = typed.filter((term) => {
    const place = left.findIndex((wanted) =>
      sameToDigits(evaluate(term, carried), evaluate(wanted, carried)),
    );
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
  const [wrong] = odd;
  const [wanted] = left;
  if (wrong === undefined || wanted === undefined || odd.length !== 1) return undefined;
  const leaf = wrong.kind === 'negation' ? wrong.operand : wrong;
  if (leaf.kind !== 'number') return undefined;
  return { about: quantitiesOf(wanted).map(idOf), span: answer.spans.get(leaf) };
}
