import type { Exercise } from '../../core/network/exercise.ts';
import { isForward } from '../../core/network/tape.ts';
import '../batch-pass.ts';
import { passOf, passOn, type Pass } from '../pass.ts';

/** Where a pass of an exercise comes to no number: a division by 0, the logarithm of 0, a value out of reach. */
export type NotFinite = {
  /** The first step without a number, by id. */
  readonly step: string;
  /** What it would be divided by is 0 since ε is. */
  readonly lacksEpsilon: boolean;
  /** What floating point has instead: NaN or ±Infinity. */
  readonly value: number;
  /** The example, from 0, where it is not one of the pass itself. */
  readonly example?: number;
};

/** The first step of a pass that comes to no number. */
export function notFiniteIn({ steps, values, exercise }: Pass): NotFinite | undefined {
  const step = steps.find(({ id }) => !Number.isFinite(values.get(id)));
  if (step === undefined) return undefined;
  const lacksEpsilon = step.rule === 'scaledStep' && exercise.optimizer.epsilon === 0;
  return { step: step.id, lacksEpsilon, value: values.get(step.id) ?? Number.NaN };
}

/** The same of the first pass with these numbers; then of what the network does with each other example, and its loss. */
export function notFinite(exercise: Exercise): NotFinite | undefined {
  const first = passOf(exercise, 1, exercise.parameters);
  const found = notFiniteIn(first);
  if (found !== undefined || exercise.batch) return found;
  for (let example = 1; example < exercise.examples.length; example += 1) {
    const pass = passOn(exercise, 1, exercise.parameters, example);
    const other = notFiniteIn({ ...pass, steps: pass.steps.filter(isForward) });
    if (other !== undefined) return { ...other, example };
  }
  return undefined;
}
