import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shown } from '../../../../src/core/expressions/digits.ts';
import type { Exercise, Parameters } from '../../../../src/core/network/exercise.ts';
import { readFunctionText } from '../../../../src/tutor/function/exercise.ts';
import { consequenceOf, consequenceText, nudgeText } from '../../../../src/tutor/consequence.ts';
import { enAnswers } from '../../../../src/tutor/messages/en/answers.ts';
import { exactValue, stepOf, type Pass } from '../../../../src/tutor/pass.ts';
import { passAt } from '../../../../src/tutor/pass-at.ts';
import { judged, lossOn } from '../../support/judge.ts';
import { exercises } from '../../support/networks.ts';

// The losses are worked out apart from the tape: by plain loops, with slopes that are measured.

/** The parameters of a network after a step along these slopes, each found by its id. */
function stepped(
  { network, parameters, optimizer }: Exercise,
  slopes: ReadonlyMap<string, number>,
): Parameters {
  const moved = (id: string, value: number): number =>
    slopes.has(id) ? value - optimizer.learningRate * slopes.get(id)! : value;
  return {
    weights: parameters.weights.map((layer, k) =>
      layer.map((from, i) => from.map((w, j) => moved(`dE/dw[${k + 1}][${i + 1}][${j + 1}]`, w))),
    ),
    biases: network.bias
      ? parameters.biases.map((layer, k) => layer.map((b, j) => moved(`dE/db[${k + 1}][${j + 1}]`, b)))
      : [],
  };
}

const passOfOne = (exercise: Exercise): Pass => passAt(exercise, 1);

test('with another gradient in its place, the loss after the update is what a plain loop finds', () => {
  fc.assert(
    fc.property(
      exercises({ maxHidden: 2, maxUnits: 3 }),
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.nat(),
      (exercise, wrong, place) => {
        const pass = passOfOne(exercise);
        const slopes = new Map([...judged(exercise)].filter(([id]) => /^dE\/d[wb]/.test(id)));
        const ids = [...slopes.keys()];
        const id = ids[place % ids.length]!;
        const found = consequenceOf(pass, stepOf(pass, id), wrong)!;
        const lossWith = (all: ReadonlyMap<string, number>): number =>
          lossOn({ ...exercise, parameters: stepped(exercise, all) }, exercise.examples[0]!);
        expect(found.yours).toBeCloseTo(lossWith(new Map([...slopes, [id, wrong]])), 9);
        expect(found.right).toBeCloseTo(lossWith(slopes), 9);
      },
    ),
    { numRuns: 80 },
  );
});

const exercise: Exercise = {
  network: { layers: [1, 1, 1], activations: ['sigmoid', 'linear'], bias: false, trainBias: true },
  parameters: { weights: [[[0.5]], [[-0.8]]], biases: [] },
  examples: [{ input: [0.6], target: [0.9] }],
  loss: 'half-squared-error',
  optimizer: { kind: 'sgd', learningRate: 0.5 },
};

test('a wrong δ is carried on to every weight that it reaches', () => {
  const pass = passOfOne(exercise);
  // By hand: a₁ = σ(0.3), a₂ = −0.8·a₁; δ₂ taken as 1; the slope of σ is a₁(1 − a₁).
  const a = 1 / (1 + Math.exp(-0.3));
  const [v, w] = [-0.8 - 0.5 * 1 * a, 0.5 - 0.5 * (1 * -0.8 * a * (1 - a) * 0.6)];
  const after = v / (1 + Math.exp(-0.6 * w));
  const { yours } = consequenceOf(pass, stepOf(pass, 'dE/dz[2][1]'), 1)!;
  expect(yours).toBeCloseTo(0.5 * (0.9 - after) ** 2, 12);
});

test('a new weight counts as it is', () => {
  const pass = passOfOne(exercise);
  const right = judged(exercise).get("w'[1][1][1]")!;
  const after = 3 / (1 + Math.exp(-0.6 * right));
  const { yours } = consequenceOf(pass, stepOf(pass, "w'[2][1][1]"), 3)!;
  expect(yours).toBeCloseTo(0.5 * (0.9 - after) ** 2, 9);
});

test('the way forward has no such consequence, and what overflows is not told', () => {
  const pass = passOfOne(exercise);
  expect(consequenceOf(pass, stepOf(pass, 'z[1][1]'), 2)).toBeUndefined();
  expect(consequenceOf(pass, stepOf(pass, 'dE/dz[2][1]'), 1e300)).toBeUndefined();
  expect(consequenceText(pass, stepOf(pass, 'dE/dz[2][1]'), Number.NaN, enAnswers)).toBe('');
});

test('a loss that hardly differs is not told: that the number hardly matters would be taken for right', () => {
  const pass = passOfOne(exercise);
  const right = pass.values.get('dE/dw[1][1][1]')!;
  const said = consequenceText(pass, stepOf(pass, 'dE/dw[1][1][1]'), right * 1.0001, enAnswers);
  expect(said).toBe('');
  const { yours, right: after, before } = consequenceOf(pass, stepOf(pass, 'dE/dw[1][1][1]'), right * 0.95)!;
  expect(shown(yours)).not.toBe(shown(after));
  expect(yours - after).toBeLessThan((before - after) / 10);
  expect(consequenceText(pass, stepOf(pass, 'dE/dw[1][1][1]'), right * 0.95, enAnswers)).toBe('');
  const output = pass.values.get('dE/dw[2][1][1]')!;
  expect(consequenceText(pass, stepOf(pass, 'dE/dw[2][1][1]'), -output, enAnswers)).toMatch(
    /with your number/,
  );
});

test('the network tells a right slope its number, and of a wrong one how it differs, not by how much', () => {
  const pass = passOfOne(exercise);
  // A nudge of the weight to both sides, in a loop of its own.
  const loss = (w: number): number => 0.5 * (0.9 + 0.8 / (1 + Math.exp(-0.6 * w))) ** 2;
  const measured = (loss(0.5001) - loss(0.4999)) / 0.0002;
  const said = (value: number, isRight = false): string =>
    nudgeText(pass, stepOf(pass, 'dE/dw[1][1][1]'), value, isRight, enAnswers);
  const number = shown(measured);
  expect(said(measured, true)).toBe(`Nudged: E moved ${number} times as much as w₁₁⁽¹⁾, as you said.`);
  // What the learner's rounding makes of it is no other number, but it is not what was measured.
  expect(said(measured * 1.0003, true)).toBe(
    `Nudged: E moved ${number} times as much as w₁₁⁽¹⁾: that is yours without rounding on the way.`,
  );
  const way = measured > 0 ? ['rises', 'fall'] : ['falls', 'rise'];
  expect(said(-measured)).toBe(
    `Nudged: when w₁₁⁽¹⁾ rises, E ${way[0]!}. With your ${shown(-measured)} it would ${way[1]!}.`,
  );
  expect(said(measured / 2)).toMatch('more than');
  expect(said(measured * 2)).toMatch('less than');
  for (const wrong of [-measured, measured / 2, measured * 2])
    expect(said(wrong)).not.toContain(` ${number}`);
  expect(nudgeText(pass, stepOf(pass, "w'[1][1][1]"), 0.0512, false, enAnswers)).toBe('');
});

test.each([
  [-4, -4, 'Nudged: f moved −4.000 times as much as x, as you said.'],
  [-4, -5, 'Nudged: when x rises, f falls, but by less than 5.000 times as much.'],
  [-4, -3, 'Nudged: when x rises, f falls, but by more than 3.000 times as much.'],
  [-4, 3, 'Nudged: when x rises, f falls. With your 3.000 it would rise.'],
  [4, 5, 'Nudged: f moved, but less than 5.000 times as much as x.'],
  [4, 3, 'Nudged: f moved more than 3.000 times as much as x.'],
  [4, 0, 'Nudged: when x rises, f rises. 0 would mean that it does not move.'],
  [-4, 0, 'Nudged: when x rises, f falls. 0 would mean that it does not move.'],
])('of the slope %d, and %d for it, the network says: %s', (slope, value, said) => {
  const read = readFunctionText({ lines: ['f = k*x'], inputs: { k: slope, x: 2 } });
  if (!read.ok) throw new Error(read.problem.kind);
  const step = stepOf(read.value, 'df/dx');
  expect(nudgeText(read.value, step, value, slope === value, enAnswers)).toBe(said);
});

test('the exact slope is what was measured, digit for digit', () => {
  // The recurrent network of the gallery: one of its slopes is −0.82505, a tie.
  const read = readFunctionText({
    lines: ['h1 = tanh(w*h0 + u*x1)', 'h2 = tanh(w*h1 + u*x2)', 'f = (h2 - t)^2 / 2'],
    inputs: { w: 0.7, h0: 0.1, u: 0.9, x1: 0.5, x2: -0.4, t: 0.8 },
  });
  if (!read.ok) throw new Error(read.problem.kind);
  const slopes = read.value.steps.filter(({ result }) => result.kind === 'partial');
  const said = slopes.map((step) =>
    nudgeText(read.value, step, exactValue(read.value, step.id), true, enAnswers),
  );
  // Where measuring itself is off by a digit, nothing is said.
  expect(said.filter((text) => text !== '' && !text.endsWith('as you said.'))).toEqual([]);
  expect(said.filter((text) => text !== '').length).toBeGreaterThan(25);
});

test('at a corner of ReLU nothing is measured', () => {
  const cornered: Exercise = {
    ...exercise,
    network: { ...exercise.network, activations: ['relu', 'linear'] },
    examples: [{ input: [0], target: [0.9] }],
  };
  const pass = passOfOne(cornered);
  expect(nudgeText(pass, stepOf(pass, 'da/dz[1][1]'), 1, true, enAnswers)).toBe('');
});
