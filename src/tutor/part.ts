import type { Step } from '../core/network/tape.ts';
import { withoutExample } from '../core/quantity.ts';
import { isPass, stepOf, type Derivation, type DerivedStep, type Pass } from './pass.ts';

/** Of a step of one example of a batch: the derivation of that example by itself, and the step in it. */
export function partWith(
  derivation: Derivation,
  { result, id }: DerivedStep,
): { readonly pass: Pass; readonly step: Step; readonly example: number } | undefined {
  const { example } = result;
  const pass = example && isPass(derivation) ? derivation.parts?.[example - 1] : undefined;
  return pass && example ? { pass, step: stepOf(pass, withoutExample(id)), example } : undefined;
}
