import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parametersAtPass, train } from '../../../src/core/engine/train.ts';
import type { Exercise, Optimizer } from '../../../src/core/network/exercise.ts';
import { updatedParameters } from '../../../src/core/network/values.ts';
import { parseExerciseFile } from '../../../src/tutor/exercise/file.ts';
import { resolveExercise } from '../../../src/tutor/exercise/resolve.ts';
import { fileOf } from '../../../src/tutor/exercise/write.ts';
import { enFileProblem } from '../../../src/tutor/messages/en/files.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';

/** One weight: E = ½(t − w·x)², with a slope of (w·x − t)·x. */
const exercise = (optimizer: Optimizer): Exercise => ({
  network: { layers: [1, 1], activations: ['linear'], bias: false, trainBias: true },
  parameters: { weights: [[[0.8]]], biases: [] },
  examples: [{ input: [0.7], target: [0.2] }],
  loss: 'half-squared-error',
  optimizer,
});

/** Adam and AdamW as in PyTorch's documentation, in a plain loop. */
function weightsBy(
  { kind, learningRate: lr, weightDecay = 0.01 }: Optimizer,
  updates: number,
): readonly number[] {
  let [w, m, v] = [0.8, 0, 0];
  return Array.from({ length: updates }, (_, i) => {
    const g = (w * 0.7 - 0.2) * 0.7;
    if (kind === 'adamw') w -= lr * weightDecay * w;
    m = 0.9 * m + 0.1 * g;
    v = 0.999 * v + 0.001 * g * g;
    w -= (lr * (m / (1 - 0.9 ** (i + 1)))) / (Math.sqrt(v / (1 - 0.999 ** (i + 1))) + 1e-8);
    return w;
  });
}

const weightOf = ({ weights }: Exercise['parameters']): number => weights[0]![0]![0]!;

test.each(['adam', 'adamw'] as const)(
  'a file with the state of %s goes on where it was, by hand and by the engine',
  (kind) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.constantFrom(0.01, 0.1, 0.5), (made, learningRate) => {
        const optimizer: Optimizer = { kind, learningRate };
        const original = exercise(optimizer);
        const { state, ...numbers } = parametersAtPass(original, made + 1);
        const parameters = { ...numbers, state: { ...state, updates: made } };
        const parsed = parseExerciseFile(JSON.parse(JSON.stringify(fileOf({ ...original, parameters }))));
        if (!parsed.ok) throw new Error(parsed.problems.map(enFileProblem).join());
        const later = resolveExercise(parsed.value);
        const outside = weightsBy(optimizer, made + 3);
        const first = passAt(later, 1);
        expect(weightOf(updatedParameters(later.network, first.parameters, first.values))).toBeCloseTo(
          outside[made]!,
          12,
        );
        expect(weightOf(train(later, 3).parameters)).toBeCloseTo(outside[made + 2]!, 12);
        // A pass by hand after others, and training that goes on after passes by hand.
        const third = passAt(later, 3);
        expect(third.values.get('p')).toBe(made + 3);
        expect(weightOf(train({ ...later, parameters: third.parameters }, 1, 3).parameters)).toBeCloseTo(
          outside[made + 2]!,
          12,
        );
      }),
      { numRuns: 40 },
    );
  },
);

test.each([
  ['adam', -1, 'parameters.state.updates: expected a whole number from 0, found -1'],
  ['adam', 1.5, 'parameters.state.updates: expected a whole number from 0, found 1.5'],
  [
    'rmsprop',
    3,
    'parameters.state.updates: expected nothing that this optimizer does not have, found it with "rmsprop"',
  ],
] as const)('of %s, %d updates are refused', (kind, updates, says) => {
  const faulty = exercise({ kind, learningRate: 0.1 });
  const file = fileOf({ ...faulty, parameters: { ...faulty.parameters, state: { updates } } });
  const parsed = parseExerciseFile(file);
  expect(parsed.ok ? [] : parsed.problems.map(enFileProblem)).toEqual([says]);
});
