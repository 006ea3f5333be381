import { expect, test } from 'vitest';
import type { ActivationName } from '../../../../src/core/network/activations.ts';
import type { Exercise } from '../../../../src/core/network/exercise.ts';
import { submit } from '../../../../src/app/session/acts.ts';
import { deskOf } from '../../../../src/app/session/desk.ts';
import { lookAt, newWork, type Work } from '../../../../src/app/session/work.ts';
import { checkAll } from '../../../../src/tutor/checking/check.ts';
import { passAt } from '../../../../src/tutor/pass-at.ts';
import { told } from '../../support/diagnosing.ts';

/** A network with two or three outputs; hidden unit 1 of the ReLU network has z = 0. */
const networkOf = (hidden: ActivationName, outputs: number): Exercise => ({
  network: { layers: [1, 2, outputs], activations: [hidden, 'sigmoid'], bias: false, trainBias: true },
  parameters: {
    weights: [
      [[hidden === 'relu' ? 0 : 0.41, 0.73]],
      [Array.from({ length: outputs }, (_, j) => 0.3 + 0.2 * j), Array.from({ length: outputs }, () => -0.6)],
    ],
    biases: [],
  },
  examples: [{ input: [0.7], target: [0.2, 0.9, 0.4].slice(0, outputs) }],
  loss: 'half-squared-error',
  optimizer: { kind: 'sgd', learningRate: 0.5 },
});

const one = networkOf('sigmoid', 1);
const three = networkOf('sigmoid', 3);
const cornered = networkOf('relu', 1);

/** What the page says of an answer in another convention, after all steps before have been answered right. */
function said(exercise: Exercise, id: string, typed: string): string {
  const pass = passAt(exercise, 1);
  const write = (work: Work, draft: string): Work => ({ ...work, draft });
  let work = newWork(exercise, 1);
  for (const step of pass.steps) {
    if (step.id === id) break;
    work = submit(deskOf(exercise, write(work, String(pass.values.get(step.id))), checkAll), 0).work;
  }
  const desk = deskOf(exercise, write(work.viewing === undefined ? work : lookAt(work, id), typed), checkAll);
  expect(desk.step?.id).toBe(id);
  return submit(desk, 0).told!.text;
}

// Each answer is worked out by hand from the formula of the other convention.
const exact = (exercise: Exercise, id: string): number => passAt(exercise, 1).values.get(id)!;
const four = (x: number): string => x.toPrecision(6);

test.each<[string, Exercise, string, string, string, RegExp]>([
  [
    't − a for a − t',
    one,
    'dE/da[2][1]',
    four(0.2 - exact(one, 'a[2][1]')),
    'error-sign',
    /If it grows, does E rise or fall\? The slope of ½\(t − a\)² along a is a − t\. Books with t − a/,
  ],
  [
    't − a, typed',
    one,
    'dE/da[2][1]',
    't[1] - a[2][1]',
    'error-sign',
    /The slope of ½\(t − a\)² along a is a − t/,
  ],
  [
    'no ½ in the loss',
    one,
    'E',
    four((0.2 - exact(one, 'a[2][1]')) ** 2),
    'half-missing',
    /loss of this exercise is ½\(t − a\)²/,
  ],
  [
    'the slope of the loss without ½',
    one,
    'dE/da[2][1]',
    four(2 * (exact(one, 'a[2][1]') - 0.2)),
    'factor-two',
    /this exercise’s loss, ½\(t − a\)²/,
  ],
  [
    'the mean over three outputs',
    three,
    'E',
    four(exact(three, 'E') / 3),
    'mean-or-sum',
    /In this exercise E is the sum over the outputs, not their mean/,
  ],
  [
    'the mean over three outputs, taken in each',
    three,
    'E[1]',
    four(exact(three, 'E[1]') / 3),
    'mean-or-sum',
    /In this exercise E is the sum/,
  ],
  ['slope 1 of ReLU at 0', cornered, 'da/dz[1][1]', '1', 'relu-at-zero', /books differ.*this exercise/i],
  ['slope ½ of ReLU at 0', cornered, 'da/dz[1][1]', '0.5', 'relu-at-zero', /books differ.*this exercise/i],
  [
    'the delta of books with t − a',
    one,
    'dE/dz[2][1]',
    four(-exact(one, 'dE/dz[2][1]')),
    'error-sign',
    /The slope of ½\(t − a\)² along a is a − t/,
  ],
  [
    'the gradient of books with t − a',
    one,
    'dE/dw[2][1][1]',
    four(-exact(one, 'dE/dw[2][1][1]')),
    'error-sign',
    /The slope of ½\(t − a\)² along a is a − t/,
  ],
])(
  '%s is recognised, and answered with the convention of the exercise',
  (_, exercise, id, typed, name, words) => {
    const { verdict, names } = told(passAt(exercise, 1), id, typed);
    expect(verdict).toBe('wrong');
    expect(names[0]).toBe(name);
    expect(said(exercise, id, typed)).toMatch(words);
  },
);

test('an answer that follows the convention of the exercise is just right', () => {
  expect(told(passAt(one, 1), 'dE/da[2][1]', 'a[2][1] - t[1]').verdict).toBe('correct');
  expect(told(passAt(cornered, 1), 'da/dz[1][1]', '0').verdict).toBe('correct');
});

test('after two answers with too few digits it is said that values can be inserted', () => {
  const exercise = one;
  let work: Work = newWork(exercise, 1);
  const texts: string[] = [];
  // Two digits of 0.7·0.41 = 0.287.
  for (const draft of ['0.29', '0.29']) {
    const outcome = submit(deskOf(exercise, { ...work, draft }, checkAll), 0);
    work = outcome.work;
    texts.push(outcome.told!.text);
  }
  expect(texts[0]).not.toContain('inserted');
  expect(texts[1]).toMatch(/can be inserted with all its digits: choose it there/);
});
