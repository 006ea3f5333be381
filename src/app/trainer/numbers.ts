import type { Exercise, Parameters } from '../../core/network/exercise.ts';
import { batchGivens } from '../../core/network/batch.ts';
import { givensOf, mapParameters } from '../../core/network/values.ts';
import { idOf, type Quantity } from '../../core/quantity.ts';
import { readAnswer, type Scope } from '../../tutor/answer/read.ts';

/** A number of an exercise that can be edited. */
export type Editable = { readonly id: string; readonly quantity: Quantity; readonly value: number };

/** All numbers of an exercise that a pass starts from. @param parameters as they are at that pass */
export const editableNumbers = (
  exercise: Exercise,
  parameters: Parameters,
  example: number,
): readonly Editable[] =>
  (exercise.batch
    ? batchGivens(exercise, parameters)
    : givensOf(exercise, parameters, exercise.examples[example]!)
  )
    // A new exercise begins with its first pass, and with an optimizer that has nothing to remember.
    .filter(([{ kind }]) => kind !== 'moment' && kind !== 'setting')
    .map(([quantity, value]) => ({ id: idOf(quantity), quantity, value }));

const NO_NAMES: Scope = {
  quantities: [],
  standing: () => 'known',
  values: new Map(),
  preferred: new Set(),
};

/** The number a text stands for, in any spelling an answer may have; undefined if it is none. */
export function readNumber(text: string): number | undefined {
  const reading = readAnswer(text, NO_NAMES);
  return reading.kind === 'answer' ? reading.answer.value : undefined;
}

/** The exercise with new numbers, by id; what has none stays. */
export function withNumbersOf(
  exercise: Exercise,
  parameters: Parameters,
  example: number,
  numbers: ReadonlyMap<string, number>,
): Exercise {
  const changed = (at: number, mark = ''): Exercise['examples'][number] => {
    const { input, target } = exercise.examples[at]!;
    return {
      input: input.map((x, i) => numbers.get(`a[0][${i + 1}]${mark}`) ?? x),
      target: target.map((t, j) => numbers.get(`t[${j + 1}]${mark}`) ?? t),
    };
  };
  return {
    ...exercise,
    parameters: mapParameters(
      exercise.network,
      parameters,
      (parameter, value) => numbers.get(idOf(parameter)) ?? value,
    ),
    // The example in view comes first: the new exercise starts with it. A batch has all of them in view.
    examples: exercise.batch
      ? exercise.examples.map((_, i) => changed(i, `@${i + 1}`))
      : [changed(example), ...exercise.examples.slice(example + 1), ...exercise.examples.slice(0, example)],
    optimizer: { ...exercise.optimizer, learningRate: numbers.get('η') ?? exercise.optimizer.learningRate },
  };
}
