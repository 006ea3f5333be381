import { evaluate, type Values } from '../../core/expressions/evaluate.ts';
import { inputGradient, type Step } from '../../core/network/tape.ts';
import { quantitiesOf } from '../../core/expressions/expr.ts';
import { shortName } from '../../core/expressions/names.ts';
import { idOf, updated, type Parameter } from '../../core/quantity.ts';
import { exactValue, type Pass } from '../../tutor/pass.ts';
import { writtenIn } from '../../tutor/written.ts';

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

/** More weights than these are not listed. */
const MOST = 6;

const weightsIn = ({ formula }: Step): readonly Parameter[] =>
  quantitiesOf(formula).flatMap((quantity) => (quantity.kind === 'weight' ? [quantity] : []));

/** The weights that the slope is worked out from, with their values: "w₁₁⁽¹⁾ = −0.67". */
export function weightsOf({ pass, step }: Bonus): readonly string[] {
  const written = writtenIn(pass);
  const all = weightsIn(step).map(
    (weight) => `${shortName(weight)} = ${written(exactValue(pass, idOf(weight)), idOf(weight))}`,
  );
  return all.length > MOST ? [...all.slice(0, MOST - 1), 'and so on'] : all;
}

/** Of the difference that the update makes: what rounding may take. */
const NEAR = 0.25;

/**
 * Whether a value is what comes of the weights after the update, and nearer to that than to the right one.
 * @param own the learner's numbers, where they are not the exact ones: their new weights come of their gradients
 */
export function isOfNewWeights({ pass, step }: Bonus, value: number, own: Values = pass.values): boolean {
  return [pass.values, new Map([...pass.values, ...own])].some((start) => {
    const renewed = new Map(start);
    for (const weight of weightsIn(step)) renewed.set(idOf(weight), start.get(idOf(updated(weight))) ?? NaN);
    const [mistaken, right] = [evaluate(step.formula, renewed), evaluate(step.formula, start)];
    const apart = Math.abs(mistaken - right);
    return apart > 0 && Math.abs(value - mistaken) <= Math.min(NEAR * apart, 5e-3 * Math.abs(mistaken));
  });
}

/** The slope of E along each input. */
export const inputSlopes = ({ exercise: { network }, values }: Pass): readonly number[] =>
  Array.from({ length: network.layers[0] ?? 0 }, (_, i) =>
    evaluate(inputGradient(network, i + 1).formula, values),
  );
