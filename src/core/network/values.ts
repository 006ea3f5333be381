import { evaluate, type Values } from '../expressions/evaluate.ts';
import { quantity } from '../expressions/expr.ts';
import {
  activation,
  bias,
  idOf,
  learningRate,
  loss,
  moment,
  target,
  updated,
  weight,
  type Kept,
  type Parameter,
  type Quantity,
} from '../quantity.ts';
import type { Example, Exercise, Network, Numbers, Parameters } from './exercise.ts';

import { isForward, tapeOf, type Step } from './tape.ts';
import { biasesOf, trainedParameters, weightsOf } from './shape.ts';
import { ruleOf } from './update.ts';

/** The number of a parameter. Throws where the network has no such parameter. */
export function parameterValue({ weights, biases }: Numbers, parameter: Parameter): number {
  const value =
    parameter.kind === 'weight'
      ? weights[parameter.layer - 1]?.[parameter.from - 1]?.[parameter.to - 1]
      : biases[parameter.layer - 1]?.[parameter.unit - 1];
  if (value === undefined) throw new Error(`${idOf(parameter)} is not in the network`);
  return value;
}

/**
 * What is known before a pass: inputs, parameters, targets, learning rate, and what else the optimizer takes, in the
 * order of the page. @param pass from 1
 */
export function givensOf(
  { network, optimizer }: Exercise,
  parameters: Parameters,
  example: Example,
  pass = 1,
): readonly (readonly [Quantity, number])[] {
  return [
    ...example.input.map((x, i) => [activation(0, i + 1), x] as const),
    ...[...weightsOf(network), ...biasesOf(network)].map(
      (parameter) => [parameter, parameterValue(parameters, parameter)] as const,
    ),
    ...example.target.map((t, j) => [target(j + 1), t] as const),
    [learningRate, optimizer.learningRate],
    ...ruleOf(optimizer).givens(optimizer, updatesBefore(parameters) + pass),
    ...trainedParameters(network).flatMap((parameter) =>
      ruleOf(optimizer).keeps.map((letter) => {
        const kept = parameters.state?.[letter];
        return [moment(letter, parameter), kept ? parameterValue(kept, parameter) : 0] as const;
      }),
    ),
  ];
}

/** Updates that had been made before the first pass. */
export const updatesBefore = ({ state }: Parameters): number => state?.updates ?? 0;

/** Every step's value, and the givens', by id. */
export function valuesOf(
  steps: readonly Pick<Step, 'id' | 'formula'>[],
  givens: Iterable<readonly [string, number]>,
): Values {
  const values = new Map(givens);
  for (const { id, formula } of steps) values.set(id, evaluate(formula, values));
  return values;
}

/** Mean over all examples of the loss with these parameters. */
export function meanLoss(exercise: Exercise, parameters: Parameters): number {
  const steps = tapeOf(exercise.network, exercise.loss).filter(isForward);
  const losses = exercise.examples.map((example) => {
    const givens = givensOf(exercise, parameters, example);
    const values = valuesOf(
      steps,
      givens.map(([given, value]) => [idOf(given), value]),
    );
    return evaluate(quantity(loss), values);
  });
  return losses.reduce((total, one) => total + one, 0) / losses.length;
}

/** Parameters with each number made anew, and nothing kept by an optimizer. */
export function mapParameters(
  network: Network,
  parameters: Numbers,
  change: (parameter: Parameter, value: number) => number,
): Numbers {
  return {
    weights: parameters.weights.map((layer, k) =>
      layer.map((from, i) => from.map((value, j) => change(weight(k + 1, i + 1, j + 1), value))),
    ),
    biases: network.bias
      ? parameters.biases.map((layer, k) => layer.map((value, j) => change(bias(k + 1, j + 1), value)))
      : [],
  };
}

/** The parameters after the pass whose values these are, and what the optimizer keeps; what is not trained stays. */
export const updatedParameters = (network: Network, parameters: Parameters, values: Values): Parameters => ({
  ...mapParameters(network, parameters, (parameter, value) => values.get(idOf(updated(parameter))) ?? value),
  ...stateOf(network, parameters, (kept) => values.get(idOf(kept))),
});

const KEPT: readonly Kept[] = ['v', 'm', 's'];

/** What an optimizer keeps, where it keeps anything. @param valueOf undefined for what it does not keep */
export function stateOf(
  network: Network,
  shape: Parameters,
  valueOf: (kept: Quantity) => number | undefined,
): Pick<Parameters, 'state'> {
  const [first] = trainedParameters(network);
  const letters = KEPT.filter((letter) => first && valueOf(moment(letter, first, 'new')) !== undefined);
  if (letters.length === 0) return {};
  const numbers = (letter: Kept): Numbers =>
    mapParameters(network, shape, (parameter) => valueOf(moment(letter, parameter, 'new')) ?? 0);
  const updates = updatesBefore(shape);
  const kept = Object.fromEntries(letters.map((letter) => [letter, numbers(letter)]));
  return { state: { ...kept, ...(updates > 0 && { updates }) } };
}
