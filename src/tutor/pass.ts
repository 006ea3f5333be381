import type { Values } from '../core/expressions/evaluate.ts';
import { exampleOfPass, type Exercise, type Parameters } from '../core/network/exercise.ts';
import { tapeOf, type Step } from '../core/network/tape.ts';
import { givensOf, valuesOf } from '../core/network/values.ts';
import { idOf, type Quantity } from '../core/quantity.ts';

/** A step of any derivation: its rule says more to who knows what is derived. */
export type DerivedStep = Step<string>;

/** Named numbers worked out one after the other, of whatever they are: what is given, every step, every exact value. */
export type Derivation = {
  /** Of a pass, which one, from 1. What is done once is 1. */
  readonly number: number;
  readonly givens: readonly Quantity[];
  readonly steps: readonly DerivedStep[];
  /** Givens and results: all that has a name here. */
  readonly quantities: readonly Quantity[];
  readonly values: Values;
};

/** One pass of training a network. */
export type Pass = Omit<Derivation, 'steps'> & {
  readonly exercise: Exercise;
  /** Index of its example, from 0; of a batch, of the first. */
  readonly example: number;
  /** Of a batch: the derivation of each example by itself, with the names that it has there. */
  readonly parts?: readonly Pass[];
  /** What it starts with. */
  readonly parameters: Parameters;
  readonly steps: readonly Step[];
};

/** @param parameters what the pass starts with */
export const passOf = (exercise: Exercise, number: number, parameters: Parameters): Pass =>
  (exercise.batch ? ofBatch : passOn)(exercise, number, parameters);

type Derive = (exercise: Exercise, number: number, parameters: Parameters) => Pass;

/** The page asks its first question without batches: whoever needs them imports batch-pass.ts. */
let ofBatch: Derive = () => {
  throw new Error('batch-pass.ts');
};

export const useBatches = (derive: Derive): void => {
  ofBatch = derive;
};

/** A pass on one example. @param example its index, from 0 */
export function passOn(
  exercise: Exercise,
  number: number,
  parameters: Parameters,
  example = exampleOfPass(exercise, number),
): Pass {
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

/** Whether it is a network that is derived. Only mistakes that networks give room for may ask. */
export const isPass = (derivation: Derivation): derivation is Pass => 'exercise' in derivation;

type Steps<S extends DerivedStep> = { readonly steps: readonly S[] };

export const indexOfStep = ({ steps }: Derivation, id: string): number =>
  steps.findIndex((step) => step.id === id);

export const findStep = <S extends DerivedStep>({ steps }: Steps<S>, id: string): S | undefined =>
  steps.find((step) => step.id === id);

/** The step with this id. Throws where there is none: ids come from the derivation itself. */
export function stepOf<S extends DerivedStep>(derivation: Steps<S>, id: string): S {
  const step = findStep(derivation, id);
  if (step === undefined) throw new Error(`${id} is not a step of this pass`);
  return step;
}

/** The exact value of a given quantity or a step. */
export function exactValue({ values }: Derivation, id: string): number {
  const value = values.get(id);
  if (value === undefined) throw new Error(`${id} is not a quantity of this pass`);
  return value;
}
