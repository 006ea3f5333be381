import { expect, test, vi } from 'vitest';
import type { TrainingOrder, TrainingReport } from '../../../src/app/session/training.worker.ts';
import { train } from '../../../src/core/engine/train.ts';
import type { Exercise } from '../../../src/core/network/exercise.ts';
import { backstep } from '../cli/command.ts';
import { fileOf } from '../../../src/tutor/exercise/write.ts';

// One weight on one input, E = ½(t − w·x)²: each step makes the gap (1 − η·x²) times as large, here −999 times.
const exercise: Exercise = {
  network: { layers: [1, 1], activations: ['linear'], bias: false, trainBias: true },
  parameters: { weights: [[[1]]], biases: [] },
  examples: [{ input: [1], target: [0] }],
  loss: 'half-squared-error',
  optimizer: { kind: 'sgd', learningRate: 1000 },
};

/** Losses by the closed form, for as long as they are numbers. */
const LOSSES: readonly number[] = Array.from({ length: 100 }, (_, p) => 0.5 * (999 ** (p + 1)) ** 2).filter(
  Number.isFinite,
);

test('training stops before the pass with which the loss would be no number', () => {
  const { losses, stoppedAt, parameters } = train(exercise, 1000);
  expect(losses).toHaveLength(LOSSES.length);
  losses.forEach((loss, i) => {
    expect(loss / LOSSES[i]!).toBeCloseTo(1, 9);
  });
  expect(stoppedAt).toBe(LOSSES.length + 1);
  expect(Math.abs(parameters.weights[0]![0]![0]!) / 999 ** LOSSES.length).toBeCloseTo(1, 9);
});

test('training that stays among the numbers says nothing of it', () => {
  expect(train(exercise, LOSSES.length)).not.toHaveProperty('stoppedAt');
});

test('the command says so in plain words, and as JSON with the pass', async () => {
  const line = `${JSON.stringify(fileOf(exercise))}\n`;
  const { out } = await backstep(['train', '-', '--passes', '1000'], line);
  expect(JSON.parse(out)).toMatchObject({ stoppedAt: LOSSES.length + 1 });
  expect(out).not.toContain('null');
});

test('the worker of the page reports the last pass that is a number, and that it stopped there', async () => {
  let order: ((event: { data: TrainingOrder }) => void) | undefined;
  const reports: TrainingReport[] = [];
  vi.stubGlobal('addEventListener', (_: string, listener: typeof order) => (order = listener));
  vi.stubGlobal('postMessage', (report: TrainingReport) => reports.push(report));
  await import('../../../src/app/session/training.worker.ts');
  order?.({ data: { exercise, from: 3, passes: 1000 } });
  expect(reports.at(-1)).toMatchObject({ pass: LOSSES.length + 2, done: true, stopped: true });
  expect(reports.flatMap(({ points }) => points).every(([, loss]) => Number.isFinite(loss))).toBe(true);
  vi.unstubAllGlobals();
});
