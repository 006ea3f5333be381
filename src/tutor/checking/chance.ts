import { sameToDigits } from '../../core/expressions/digits.ts';
import { evaluate } from '../../core/expressions/evaluate.ts';
import { quantitiesOf } from '../../core/expressions/expr.ts';
import { valuesOf } from '../../core/network/values.ts';
import { idOf } from '../../core/quantity.ts';
import type { Answer } from '../answer/read.ts';
import { exactValue, isPass, type Derivation, type DerivedStep } from '../pass.ts';

/** How far the inputs are moved, by parts of themselves: both ways, so that at a corner one of them is on its own side. */
const MOVES = [1e-3, -1e-3];

/**
 * Whether an answer of names only is what is asked with these inputs of a function, and with others it is not: u₁ is 1,
 * and so is the slope of a sum. Where numbers were typed too, that cannot be told: they may stand for values.
 */
export function isByChance(
  pass: Derivation,
  { id }: DerivedStep,
  { expr, literals, value }: Answer,
): boolean {
  if (isPass(pass) || literals.length > 0 || quantitiesOf(expr).length === 0) return false;
  if (!sameToDigits(value, exactValue(pass, id))) return false;
  return MOVES.every((move) => {
    const moved = valuesOf(
      pass.steps,
      pass.givens.map((given, i): [string, number] => {
        const input = exactValue(pass, idOf(given));
        return [idOf(given), input + (input || 1) * move * (1 + ((i * 0.618) % 1))];
      }),
    );
    const asked = moved.get(id) ?? Number.NaN;
    return Math.abs(evaluate(expr, moved) - asked) > 1e-9 * Math.max(1, Math.abs(asked));
  });
}
