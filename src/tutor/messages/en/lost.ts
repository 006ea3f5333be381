import type { Expr } from '../../../core/expressions/expr.ts';
import { shownGiven } from '../../../core/expressions/digits.ts';
import { shortText } from '../../../core/expressions/text.ts';
import type { Lost } from '../../answer/lost.ts';

/** Why a part of a formula has no value. */
export function lostText({ part, of: [first = 0, second = 0] }: Lost): string {
  const whole = shortText(part);
  const given = (expr: Expr, value: number): string =>
    expr.kind === 'number' || (expr.kind === 'negation' && expr.operand.kind === 'number')
      ? `not of ${shownGiven(value)}`
      : `and ${shortText(expr)} is ${shownGiven(value)}`;
  if (part.kind === 'quotient' && second === 0) return `${whole} divides by 0.`;
  if (part.kind === 'call' && part.fn === 'log')
    return `ln is there for numbers above 0 only, ${given(part.argument, first)}.`;
  if (part.kind === 'call' && /^a(?:sin|cos)$/.test(part.fn))
    return `arc${part.fn.slice(1)} is there for numbers from −1 to 1 only, ${given(part.argument, first)}.`;
  if (part.kind === 'call' && part.fn === 'sqrt')
    return `There is no root of a number below 0, ${given(part.argument, first)}.`;
  if (part.kind === 'power' && first < 0) return `${whole}: a number below 0 has whole powers only.`;
  if (part.kind === 'power' && first === 0) return `${whole} divides by 0.`;
  return `${whole} is too large for a number here.`;
}
