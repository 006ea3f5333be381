import { quantitiesOf } from '../../../src/core/expressions/expr.ts';
import type { Exercise } from '../../../src/core/network/exercise.ts';
import { tapeOf } from '../../../src/core/network/tape.ts';
import { givensOf, valuesOf } from '../../../src/core/network/values.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { readAnswer, type Answer, type Scope } from '../../../src/tutor/answer/read.ts';

/** Two inputs, two hidden units, two outputs, with biases: every name has a namesake in the other layer. */
export const EXERCISE: Exercise = {
  network: { layers: [2, 2, 2], activations: ['sigmoid', 'sigmoid'], bias: true, trainBias: true },
  parameters: {
    weights: [
      [
        [0.15, 0.25],
        [0.2, 0.3],
      ],
      [
        [0.4, 0.5],
        [0.45, 0.55],
      ],
    ],
    biases: [
      [0.35, 0.36],
      [0.6, 0.61],
    ],
  },
  examples: [{ input: [0.05, 0.1], target: [0.01, 0.99] }],
  loss: 'half-squared-error',
  optimizer: { kind: 'sgd', learningRate: 0.5 },
};

/** Two inputs, one hidden unit, one output, no biases: most letters have one meaning. */
export const SMALL: Exercise = {
  ...EXERCISE,
  network: { layers: [2, 1, 1], activations: ['sigmoid', 'sigmoid'], bias: false, trainBias: false },
  parameters: { weights: [[[0.15], [0.2]], [[0.4]]], biases: [] },
  examples: [{ input: [0.05, 0.1], target: [0.01] }],
};

/** One number in each layer. */
export const CHAIN: Exercise = {
  ...SMALL,
  network: { ...SMALL.network, layers: [1, 1, 1] },
  parameters: { weights: [[[0.15]], [[0.4]]], biases: [] },
  examples: [{ input: [0.05], target: [0.01] }],
};

export function passOf(exercise: Exercise) {
  const steps = tapeOf(exercise.network, exercise.loss);
  const givens = givensOf(exercise, exercise.parameters, exercise.examples[0]!);
  const values = valuesOf(
    steps,
    givens.map(([quantity, value]) => [idOf(quantity), value] as const),
  );
  return {
    steps,
    quantities: [...givens.map(([quantity]) => quantity), ...steps.map((s) => s.result)],
    values,
  };
}

/** What a learner may write when `id` is asked; without one, at the end of the pass. */
export function scopeAt(id?: string, exercise = EXERCISE): Scope {
  const { steps, quantities, values } = passOf(exercise);
  const place = id === undefined ? steps.length : steps.findIndex((step) => step.id === id);
  if (place < 0) throw new Error(`${String(id)} is no step`);
  const places = new Map(steps.map((step, i) => [step.id, i]));
  const formula = steps[place]?.formula;
  return {
    quantities,
    values,
    standing: (name) => {
      const other = places.get(name) ?? -1;
      return other < place ? 'known' : other === place ? 'asked' : 'later';
    },
    preferred: new Set(formula ? quantitiesOf(formula).map(idOf) : []),
  };
}

export function answerTo(typed: string, scope = scopeAt()): Answer {
  const reading = readAnswer(typed, scope);
  if (reading.kind !== 'answer') throw new Error(`${typed}: ${JSON.stringify(reading)}`);
  return reading.answer;
}

/** Equal but for the last bits of floating point. */
export const isSame = (a: number, b: number): boolean =>
  a === b || Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
