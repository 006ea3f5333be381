import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { edited, editableAt } from '../../../src/app/builder/edit.ts';
import { build } from '../../../src/app/builder/build.ts';
import { draftOf } from '../../../src/app/builder/draft.ts';
import { faultText } from '../../../src/app/builder/say.ts';
import { sourceOf } from '../../../src/app/session/own-source.ts';
import { readAddress } from '../../../src/app/session/address.ts';
import { addressOf } from '../../../src/app/session/source.ts';
import type { Exercise } from '../../../src/core/network/exercise.ts';
import { parseExerciseFile } from '../../../src/tutor/exercise/file.ts';
import { fileOf } from '../../../src/tutor/exercise/write.ts';
import { enFileProblem } from '../../../src/tutor/messages/en/files.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { backstep } from '../cli/command.ts';

// An exercise in which a step of the first pass comes to no number: it is refused wherever it comes from.

const plain: Exercise = {
  network: { layers: [1, 1, 1], activations: ['relu', 'sigmoid'], bias: false, trainBias: true },
  parameters: { weights: [[[0.8]], [[-0.6]]], biases: [] },
  examples: [{ input: [0.7], target: [1] }],
  loss: 'binary-cross-entropy',
  optimizer: { kind: 'sgd', learningRate: 0.5 },
};
const weights = (first: number, second: number): Exercise['parameters'] => ({
  weights: [[[first]], [[second]]],
  biases: [],
});
const dead = weights(-0.8, -0.6);

const rows: readonly { what: string; exercise: Exercise; says: string }[] = [
  {
    what: 'RMSprop without ε, and a dead ReLU',
    exercise: { ...plain, parameters: dead, optimizer: { kind: 'rmsprop', learningRate: 0.1, epsilon: 0 } },
    says: "optimizer.epsilon: w'[1][1][1] has no value, as its gradient is 0 and it would be divided by 0. Give epsilon (ε) a value above 0, such as 1e-8",
  },
  {
    what: 'Adam without ε, and a dead ReLU',
    exercise: { ...plain, parameters: dead, optimizer: { kind: 'adam', learningRate: 0.1, epsilon: 0 } },
    says: "optimizer.epsilon: w'[1][1][1] has no value, as its gradient is 0 and it would be divided by 0. Give epsilon (ε) a value above 0, such as 1e-8",
  },
  {
    what: 'a sigmoid that is 1 to the last digit, and the target 1',
    exercise: { ...plain, parameters: weights(9, 9) },
    says: 'the exercise: E has no value: it would be 0 divided by 0, 0 times infinity, or the like. Bring weights, biases and inputs nearer to 0',
  },
  {
    what: 'a sigmoid that is 1 to the last digit, and the target 0',
    exercise: { ...plain, parameters: weights(9, 9), examples: [{ input: [0.7], target: [0] }] },
    says: 'the exercise: E has no finite value: it divides by 0, takes the logarithm of 0, or is too large. Bring weights, biases and inputs nearer to 0',
  },
  {
    what: 'another example than the first',
    exercise: {
      ...plain,
      examples: [...plain.examples, { input: [-900], target: [0] }],
      parameters: weights(-1, 1),
    },
    says: 'examples[1]: E has no finite value: it divides by 0, takes the logarithm of 0, or is too large. Bring weights, biases and inputs nearer to 0',
  },
  {
    what: 'one example of a batch',
    exercise: {
      ...plain,
      batch: 'mean',
      examples: [...plain.examples, { input: [-900], target: [0] }],
      parameters: weights(-1, 1),
    },
    says: 'the exercise: E@2 has no finite value: it divides by 0, takes the logarithm of 0, or is too large. Bring weights, biases and inputs nearer to 0',
  },
];

describe.each(rows)('$what', ({ exercise, says }) => {
  test('is refused as a file, with one sentence', () => {
    const parsed = parseExerciseFile(fileOf(exercise));
    expect(parsed.ok ? [] : parsed.problems.map(enFileProblem)).toEqual([says]);
  });

  test('is refused as a link', async () => {
    const asked = await readAddress(new URLSearchParams(addressOf(sourceOf(exercise))));
    expect(asked).toEqual({ source: { kind: 'seed', seed: 1 }, problem: says });
  });

  test.each([['derive'], ['train', '--passes', '3'], ['export', '--to', 'python']])(
    'is refused by the command %s',
    async (command, ...options) => {
      const line = `${JSON.stringify(fileOf(exercise))}\n`;
      const { out } = await backstep([command, '-', ...options], line);
      expect(JSON.parse(out)).toEqual({ error: says });
    },
  );

  test('is refused by the builder', () => {
    const draft = draftOf(exercise, exercise.parameters, { isDrawn: false, seed: 1 });
    const built = build(draft);
    expect(built.ok ? [] : built.faults.map((fault) => faultText(draft, fault))).toEqual([
      `With these numbers ${says.replace(/^.*?: /, '')}.`,
    ]);
  });
});

test('the command ends with exit code 2, as with every other fault of a file', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'backstep-')), 'dead.json');
  writeFileSync(path, JSON.stringify(fileOf(rows[0]!.exercise)));
  expect(await backstep(['derive', path])).toEqual({
    code: 2,
    out: '',
    err: [`backstep: ${path}: ${rows[0]!.says}`],
  });
});

test('a number that is edited to such an exercise is refused', () => {
  const pass = passAt(plain, 1);
  const weight = editableAt(pass, 'w[2][1][1]')!;
  expect(edited(pass, weight, '0.5')).toMatchObject({ loss: plain.loss });
  expect(edited(pass, weight, '1e5')).toBe(
    'With these numbers E has no value: it would be 0 divided by 0, 0 times infinity, or the like. Bring weights, biases and inputs nearer to 0.',
  );
});

test('a later pass to which training leads out of sight is told with its number', async () => {
  const diverging: Exercise = {
    ...plain,
    network: { ...plain.network, activations: ['linear', 'linear'] },
    loss: 'half-squared-error',
    optimizer: { kind: 'sgd', learningRate: 1000 },
  };
  const { out } = await backstep(['derive', '-', '--pass', '30'], `${JSON.stringify(fileOf(diverging))}\n`);
  expect((JSON.parse(out) as { error: string }).error).toMatch(/^pass 30: .* has no (finite )?value/);
});
