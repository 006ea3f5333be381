import { tapeOf, type Step } from '../../../src/core/network/tape.ts';
import type { Exercise, Parameters } from '../../../src/core/network/exercise.ts';
import type { Values } from '../../../src/core/expressions/evaluate.ts';
import { givensOf, valuesOf } from '../../../src/core/network/values.ts';
import { idOf } from '../../../src/core/quantity.ts';

/** The derivation of a pass. */
export const stepsOf = ({ network, loss }: Exercise): readonly Step[] => tapeOf(network, loss);

/** All values of pass p, from the derivation alone. */
export const passValues = (
  exercise: Exercise,
  parameters: Parameters = exercise.parameters,
  pass = 1,
): Values =>
  valuesOf(
    stepsOf(exercise),
    givensOf(exercise, parameters, exercise.examples[(pass - 1) % exercise.examples.length]!).map(
      ([quantity, value]) => [idOf(quantity), value] as const,
    ),
  );
