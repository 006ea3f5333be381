import { sameToDigits } from '../../core/expressions/digits.ts';
import { quantitiesOf } from '../../core/expressions/expr.ts';
import { idOf, ownerOf } from '../../core/quantity.ts';
import type { Answer } from '../answer/read.ts';
import { before } from '../mistakes/stale.ts';
import { STEPS } from '../mistakes/update.ts';
import { exactValue, isPass, type Derivation, type DerivedStep } from '../pass.ts';

/** An old number where a new one is asked for, which two or three digits may not tell from it. */
export type Old =
  /** What the parameter was before its step: the answer may be that, or the new value cut short. */
  | { readonly kind: 'unmoved'; readonly id: string }
  /** What goes into a step of a function, to its last digit: the answer may be that, or what comes out cut short. */
  | { readonly kind: 'handedOn'; readonly id: string }
  /** Typed in an expression, just as it stood there in the pass before. */
  | { readonly kind: 'lastPass'; readonly value: number; readonly id: string };

/** The old number that an answer is, or is made of, whose digits are too few; undefined where it has none. */
export function oldIn(pass: Derivation, step: DerivedStep, answer: Answer): Old | undefined {
  if (Number.isFinite(answer.digits)) {
    const parameter = (STEPS as readonly string[]).includes(step.rule) ? ownerOf(step.result) : undefined;
    if (parameter === undefined) return isPass(pass) ? undefined : handedOn(pass, step, answer);
    const id = idOf(parameter);
    const apart = Math.abs(answer.value - exactValue(pass, id));
    return apart <= answer.halfUnit * (1 + 1e-9) ? { kind: 'unmoved', id } : undefined;
  }
  const last = isPass(pass) ? before(pass)?.values : undefined;
  if (last === undefined) return undefined;
  for (const { value } of answer.literals) {
    const isIt = (old: number | undefined): boolean =>
      old !== undefined && sameToDigits(Math.abs(value), Math.abs(old));
    const id = quantitiesOf(step.formula)
      .map(idOf)
      .find((each) => isIt(last.get(each)) && !isIt(exactValue(pass, each)));
    if (id !== undefined) return { kind: 'lastPass', value, id };
  }
  return undefined;
}

/** Of what is made of one value only: in a product or a sum a part may well be nearly all of it. */
function handedOn(pass: Derivation, { formula }: DerivedStep, { value }: Answer): Old | undefined {
  const [id, other] = quantitiesOf(formula).map(idOf);
  if (id === undefined || other !== undefined || exactValue(pass, id) !== value) return undefined;
  return { kind: 'handedOn', id };
}
