import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parametersAtPass, train, trainer } from '../../../src/core/engine/train.ts';
import type { Exercise, Optimizer, Parameters } from '../../../src/core/network/exercise.ts';
import { updatedParameters } from '../../../src/core/network/values.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { passOf, type Pass } from '../../../src/tutor/pass.ts';
import { TWO_TWO_ONE } from '../support/exercises.ts';
import { judged } from '../support/judge.ts';
import { exercises } from '../support/networks.ts';
import { optimizers } from '../support/optimizers.ts';

/** One number w with E = ½(t − w)², whose slope is w − t. */
const bowl = (optimizer: Optimizer, from = 0, to = 1): Exercise => ({
  network: { layers: [1, 1], activations: ['linear'], bias: false, trainBias: true },
  parameters: { weights: [[[from]]], biases: [] },
  examples: [{ input: [1], target: [to] }],
  loss: 'half-squared-error',
  optimizer,
});

const weightAt = (exercise: Exercise, pass: number): number =>
  parametersAtPass(exercise, pass).weights[0]![0]![0]!;

/**
 * The published rules unrolled: every average as a sum over all passes so far, with no state at all.
 * @param g gradients of the passes up to now, weight decay not in them
 * @param w the parameter before each of these passes
 */
function unrolled(optimizer: Optimizer, g: readonly number[], w: readonly number[]): number {
  const { kind, learningRate: eta, momentum: mu = 0.9, rho = 0.99, beta1 = 0.9, beta2 = 0.999 } = optimizer;
  const { epsilon = 1e-8, weightDecay: decay = kind === 'adamw' ? 0.01 : 0 } = optimizer;
  const n = g.length;
  const whole = g.map((one, i) => (kind === 'adamw' ? one : one + decay * w[i]!));
  const faded = (kept: number, of: (x: number) => number): number =>
    whole.reduce((sum, one, i) => sum + kept ** (n - 1 - i) * of(one), 0);
  const now = whole.at(-1)!;
  const before = w.at(-1)!;
  const same = (x: number): number => x;
  const squared = (x: number): number => x * x;
  switch (kind) {
    case 'sgd':
      return before - eta * now;
    case 'momentum':
      return before - eta * faded(mu, same);
    case 'nesterov':
      return before - eta * (now + mu * faded(mu, same));
    case 'rmsprop':
      return before - (eta * now) / (Math.sqrt((1 - rho) * faded(rho, squared)) + epsilon);
    case 'adam':
    case 'adamw': {
      // A mean with weights that add up to 1: Σβ^i is (1 − β^n)/(1 − β).
      const mean = (kept: number, of: (x: number) => number): number =>
        faded(kept, of) / whole.reduce((sum, _, i) => sum + kept ** i, 0);
      const moved = (eta * mean(beta1, same)) / (Math.sqrt(mean(beta2, squared)) + epsilon);
      return before - moved - (kind === 'adamw' ? eta * decay * before : 0);
    }
  }
}

const near = (x: number, y: number): boolean =>
  Math.abs(x - y) <= 1e-9 * Math.max(1e-3, Math.abs(x), Math.abs(y));

/** What the outside judge says of the gradients: it knows no chain rule. */
function gradientsOf(
  exercise: Exercise,
  parameters: Parameters,
  example: number,
): ReadonlyMap<string, number> {
  const { weights, biases } = parameters;
  const { input, target } = exercise.examples[example]!;
  return judged({ ...exercise, parameters: { weights, biases }, examples: [{ input, target }] });
}

const SMOOTH = {
  activations: ['sigmoid', 'tanh', 'linear'],
  losses: ['half-squared-error'],
  maxHidden: 1,
  maxUnits: 2,
} as const;

describe('an optimizer', () => {
  test('moves every parameter as the published rule does, unrolled over all passes', () => {
    fc.assert(
      fc.property(exercises({ ...SMOOTH, maxExamples: 2 }), optimizers(), (drawn, optimizer) => {
        const exercise = { ...drawn, optimizer };
        const history = new Map<string, { g: number[]; w: number[] }>();
        for (let number = 1; number <= 4; number += 1) {
          const pass = passAt(exercise, number);
          fc.pre([...pass.values.values()].every((value) => Math.abs(value) < 1e3));
          const slopes = gradientsOf(exercise, pass.parameters, pass.example);
          for (const [id, value] of slopes) {
            const [, name] = /^dE\/d([wb]\[.*)$/.exec(id) ?? [];
            if (name === undefined) continue;
            const past = history.get(name) ?? { g: [], w: [] };
            history.set(name, past);
            past.g.push(value);
            past.w.push(pass.values.get(name)!);
            // Beside a root of nothing a last digit of the gradient decides.
            if (past.g.some((g) => Math.abs(g) < 1e-5)) continue;
            const moved = pass.values.get(name.replace(/^./, "$&'"))!;
            expect(
              near(moved, unrolled(optimizer, past.g, past.w)),
              `${name} ${JSON.stringify(optimizer)}`,
            ).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  // By hand, for w = 0, t = 1 (g = w − 1), from the rules as printed in PyTorch's documentation.
  test.each<[Optimizer, number, number]>([
    // v: −1, −1.8; w: 0.1, 0.1 + 0.1·1.8
    [{ kind: 'momentum', learningRate: 0.1, momentum: 0.9 }, 0.1, 0.28],
    // g + 0.9 v: −1.9; then v = −0.9 − 0.81 = −1.71, g + 0.9 v = −0.81 − 1.539 = −2.349
    [{ kind: 'nesterov', learningRate: 0.1, momentum: 0.9 }, 0.19, 0.4249],
    // s = 0.5, step 0.1/√0.5; then g = −0.8585786, s = 0.25 + 0.5·0.7371573 = 0.6185786, step 0.0858579/0.7864977
    [{ kind: 'rmsprop', learningRate: 0.1, rho: 0.5, epsilon: 0 }, 0.1414213562, 0.2505862],
    // m̂ = g, ŝ = g²: the first step is η whatever the gradient is; then g = −0.9, m̂ = −0.18/0.19, ŝ = 0.001809/0.001999:
    // step 0.1·0.9473684/0.9512896
    [{ kind: 'adam', learningRate: 0.1, epsilon: 0 }, 0.1, 0.1995878],
    // The decay takes nothing from w = 0; then w shrinks by 0.1·0.5·0.1
    [{ kind: 'adamw', learningRate: 0.1, epsilon: 0, weightDecay: 0.5 }, 0.1, 0.1945878],
    // g = −1; then −0.9 + 0.5·0.1 = −0.85
    [{ kind: 'sgd', learningRate: 0.1, weightDecay: 0.5 }, 0.1, 0.185],
    // The same g goes into the means, as with PyTorch's weight_decay: m̂ = −0.175/0.19, ŝ = 0.0017215/0.001999
    [{ kind: 'adam', learningRate: 0.1, epsilon: 0, weightDecay: 0.5 }, 0.1, 0.1992516],
    // g = −0.8585786 + 0.5·0.1414214 = −0.7878680, s = 0.25 + 0.5·0.6207359
    [{ kind: 'rmsprop', learningRate: 0.1, rho: 0.5, epsilon: 0, weightDecay: 0.5 }, 0.1414213562, 0.2466701],
  ])('%o goes from 0 by the printed rule', (optimizer, first, second) => {
    expect(weightAt(bowl(optimizer), 2)).toBeCloseTo(first, 9);
    expect(weightAt(bowl(optimizer), 3)).toBeCloseTo(second, 7);
  });

  test.each<Optimizer>([
    { kind: 'momentum', learningRate: 0.1 },
    { kind: 'nesterov', learningRate: 0.1 },
    { kind: 'adam', learningRate: 0.05 },
    { kind: 'rmsprop', learningRate: 0.001 },
  ])('%o comes to the bottom of a bowl', (optimizer) => {
    const end = train(bowl(optimizer, -1, 0.5), 3000).parameters.weights[0]![0]![0]!;
    expect(Math.abs(end - 0.5)).toBeLessThan(0.002);
  });

  test('heavy-ball momentum swings as a damped oscillator: the roots of z² − (1 + μ − η)z + μ', () => {
    // On E = ½w² the distances follow w_{n+1} = (1 + μ − η)·w_n − μ·w_{n−1}, whatever was before.
    const exercise = bowl({ kind: 'momentum', learningRate: 0.3, momentum: 0.8 }, 1, 0);
    const w = Array.from({ length: 12 }, (_, i) => weightAt(exercise, i + 1));
    for (let n = 2; n < w.length; n += 1) {
      expect(w[n]).toBeCloseTo((1 + 0.8 - 0.3) * w[n - 1]! - 0.8 * w[n - 2]!, 12);
    }
  });
});

describe('what an optimizer keeps', () => {
  const flat = (value: unknown): readonly number[] =>
    typeof value === 'number' ? [value] : Object.values(value as object).flatMap(flat);

  test('goes from pass to pass alike in the derivation and in the engine, over 50 passes', () => {
    fc.assert(
      fc.property(exercises({ ...SMOOTH, maxExamples: 3 }), optimizers(), (drawn, optimizer) => {
        const exercise = { ...drawn, optimizer };
        const { network } = exercise;
        const engine = trainer(exercise);
        let pass: Pass = passOf(exercise, 1, exercise.parameters);
        for (let number = 1; number <= 50; number += 1) {
          const end = updatedParameters(network, pass.parameters, pass.values);
          engine.pass();
          if (!flat(end).every((x) => Math.abs(x) < 1e6)) return;
          const [mine, theirs] = [flat(end), flat(engine.parameters())];
          expect(theirs).toHaveLength(mine.length);
          expect(
            mine.filter((x, i) => Math.abs(x - theirs[i]!) > 1e-9 * Math.max(1e-3, Math.abs(x))),
          ).toEqual([]);
          pass = passOf(exercise, number + 1, end);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('is handed to an engine that starts in the middle', () => {
    const exercise: Exercise = { ...TWO_TWO_ONE, optimizer: { kind: 'adam', learningRate: 0.05 } };
    const later = trainer({ ...exercise, parameters: parametersAtPass(exercise, 4) }, 4);
    later.pass();
    later.pass();
    expect(later.parameters()).toEqual(parametersAtPass(exercise, 6));
  });

  test('stands among the givens of the next pass, under its name', () => {
    const exercise: Exercise = { ...TWO_TWO_ONE, optimizer: { kind: 'momentum', learningRate: 0.5 } };
    const [first, second] = [passAt(exercise, 1), passAt(exercise, 2)];
    expect(first.values.get('v[2][1][1]')).toBe(0);
    expect(second.values.get('v[2][1][1]')).toBe(first.values.get("v'[2][1][1]"));
  });

  test('is nothing for plain descent: its steps and givens are what they were', () => {
    expect(passAt(TWO_TWO_ONE, 2).parameters).not.toHaveProperty('state');
    expect(passAt(TWO_TWO_ONE, 2).givens.at(-1)).toEqual({ kind: 'learningRate' });
  });
});

test('the steps of an optimizer come parameter by parameter, under these ids', () => {
  const ids = (optimizer: Optimizer): readonly string[] =>
    passAt(bowl(optimizer), 1)
      .steps.filter(({ phase }) => phase === 'update')
      .map(({ id }) => id);
  const at = (...names: readonly string[]): readonly string[] => names.map((name) => `${name}[1][1][1]`);
  expect(ids({ kind: 'sgd', learningRate: 1 })).toEqual(at("w'"));
  expect(ids({ kind: 'sgd', learningRate: 1, weightDecay: 0.1 })).toEqual(at('g', "w'"));
  expect(ids({ kind: 'momentum', learningRate: 1, weightDecay: 0.1 })).toEqual(at('g', "v'", "w'"));
  expect(ids({ kind: 'nesterov', learningRate: 1 })).toEqual(at("v'", "w'"));
  expect(ids({ kind: 'rmsprop', learningRate: 1 })).toEqual(at("s'", "w'"));
  expect(ids({ kind: 'rmsprop', learningRate: 1, weightDecay: 0.1 })).toEqual(at('g', "s'", "w'"));
  const ofAdam = at("m'", "s'", 'mhat', 'shat', "w'");
  for (const kind of ['adam', 'adamw'] as const) expect(ids({ kind, learningRate: 1 })).toEqual(ofAdam);
  // AdamW takes the decay past the gradient.
  expect(ids({ kind: 'adam', learningRate: 1, weightDecay: 0.1 })).toEqual([...at('g'), ...ofAdam]);
  expect(ids({ kind: 'adamw', learningRate: 1, weightDecay: 0.1 })).toEqual(ofAdam);
});
