import { evaluate } from '../../core/expressions/evaluate.ts';
import { inputGradient, type Step } from '../../core/network/tape.ts';
import type { Pass } from '../../tutor/pass.ts';

/** The slope of E along one input, in a pass that has it as a last step. */
export type Bonus = { readonly pass: Pass; readonly step: Step };

/** @param unit of the input, from 1 */
export function bonusOf(pass: Pass, unit: number): Bonus {
  const step = inputGradient(pass.exercise.network, unit);
  return {
    step,
    pass: {
      ...pass,
      steps: [...pass.steps, step],
      quantities: [...pass.quantities, step.result],
      values: new Map([...pass.values, [step.id, evaluate(step.formula, pass.values)]]),
    },
  };
}

/** The slope of E along each input. */
export const inputSlopes = ({ exercise: { network }, values }: Pass): readonly number[] =>
  Array.from({ length: network.layers[0] ?? 0 }, (_, i) =>
    evaluate(inputGradient(network, i + 1).formula, values),
  );
