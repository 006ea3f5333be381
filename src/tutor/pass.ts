import type { Values } from '../core/expressions/evaluate.ts';
import { exampleOfPass, type Exercise, type Parameters } from '../core/network/exercise.ts';
import { tapeOf, type Step } from '../core/network/tape.ts';
import { givensOf, valuesOf } from '../core/network/values.ts';
import { idOf, type Quantity } from '../core/quantity.ts';

/** One pass of an exercise with all its numbers: what is given, every step, every exact value. */
export type Pass = {
  readonly exercise: Exercise;
  /** From 1. */
  readonly number: number;
  /** Index of its example, from 0. */
  readonly example: number;
  /** What it starts with. */
  readonly parameters: Parameters;
  readonly givens: readonly Quantity[];
  readonly steps: readonly Step[];
  /** Givens and results: all that has a name in this pass. */
  readonly quantities: readonly Quantity[];
  readonly values: Values;
};

/** @param parameters what the pass starts with */
export function passOf(exercise: Exercise, number: number, parameters: Parameters): Pass {
  const example = exampleOfPass(exercise, number);
  const current = exercise.examples[example];
  if (current === undefined) throw new Error('an exercise needs at least one example');
  const givens = givensOf(exercise, parameters, current, number);
  const steps = tapeOf(exercise.network, exercise.loss, exercise.optimizer);
  return {
    exercise,
    number,
    example,
    parameters,
    givens: givens.map(([quantity]) => quantity),
    steps,
    quantities: [...givens.map(([quantity]) => quantity), ...steps.map(({ result }) => result)],
    values: valuesOf(
      steps,
      givens.map(([quantity, value]) => [idOf(quantity), value]),
    ),
  };
}

export const indexOfStep = ({ steps }: Pass, id: string): number => steps.findIndex((step) => step.id === id);

export const findStep = ({ steps }: Pass, id: string): Step | undefined =>
  steps.find((step) => step.id === id);

/** The step of a pass with this id. Throws where there is none: ids come from the pass itself. */
export function stepOf(pass: Pass, id: string): Step {
  const step = findStep(pass, id);
  if (step === undefined) throw new Error(`${id} is not a step of this pass`);
  return step;
}

/** The exact value of a given quantity or a step. */
export function exactValue({ values }: Pass, id: string): number {
  const value = values.get(id);
  if (value === undefined) throw new Error(`${id} is not a quantity of this pass`);
  return value;
}
