import { withParts, type MatrixExpr } from './expr.ts';
import type { MatrixStep } from './steps.ts';

/** A sign that the formulas of numbers do not have. */
export type MatrixSign = 'jacobian' | 'nabla' | 'transpose' | 'elementwise';

/** The signs of a step's result and formula, each once. */
export function signsOf({ result, formula }: MatrixStep): readonly MatrixSign[] {
  return [...new Set([result, ...withParts(formula)].flatMap((part) => signOf(part) ?? []))];
}

function signOf(part: MatrixExpr): MatrixSign | undefined {
  if (part.kind === 'transpose' || part.kind === 'elementwise') return part.kind;
  if (part.kind !== 'symbol') return undefined;
  return part.nabla ? 'nabla' : part.letter === 'J' ? 'jacobian' : undefined;
}
