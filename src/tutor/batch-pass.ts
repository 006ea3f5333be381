import { batchGivens, batchTape } from '../core/network/batch.ts';
import type { Exercise, Parameters } from '../core/network/exercise.ts';
import { valuesOf } from '../core/network/values.ts';
import { idOf } from '../core/quantity.ts';
import { passOn, useBatches, type Pass } from './pass.ts';

/** A pass over a batch: one derivation for each example, then what is done once. */
function passOfBatch(exercise: Exercise, number: number, parameters: Parameters): Pass {
  const givens = batchGivens(exercise, parameters, number);
  const steps = batchTape(exercise);
  const names = givens.map(([quantity]) => quantity);
  return {
    exercise,
    number,
    example: 0,
    parameters,
    parts: exercise.examples.map((_, example) => passOn(exercise, number, parameters, example)),
    givens: names,
    steps,
    quantities: [...names, ...steps.map(({ result }) => result)],
    values: valuesOf(
      steps,
      givens.map(([quantity, value]) => [idOf(quantity), value]),
    ),
  };
}

useBatches(passOfBatch);
