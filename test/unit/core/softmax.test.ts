import fc from 'fast-check';
import { expect, test } from 'vitest';
import { train } from '../../../src/core/engine/train.ts';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import { rangeOf } from '../../../src/core/expressions/range.ts';
import { quantity } from '../../../src/core/expressions/expr.ts';
import { text } from '../../../src/core/expressions/text.ts';
import { ACTIVATIONS } from '../../../src/core/network/activations.ts';
import type { Exercise } from '../../../src/core/network/exercise.ts';
import { updatedParameters } from '../../../src/core/network/values.ts';
import { idOf, preActivation } from '../../../src/core/quantity.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';

// Softmax far from 0, where e to the power of z overflows, or is 0 for all of a layer.

/** The first unit's formula, and the ids of the layer's z. */
function share(units: number) {
  const z = Array.from({ length: units }, (_, j) => preActivation(1, j + 1));
  const formula = ACTIVATIONS.softmax.value(quantity(z[0]!), z.map(quantity));
  return { formula, ids: z.map(idOf) };
}

/** 1/(1 + e^(z₂ − z₁) + …): the same with nothing that overflows unless the share is 0. */
const outside = ([first = 0, ...others]: readonly number[]): number =>
  1 / others.reduce((total, z) => total + Math.exp(z - first), 1);

const far = fc.integer({ min: -20_000, max: 20_000 }).chain((centre) =>
  fc.array(
    fc.double({ min: -4, max: 4, noNaN: true }).map((z) => centre / 10 + z),
    { minLength: 2, maxLength: 5 },
  ),
);

test('the formula on the page stays that of the books', () => {
  expect(text(share(2).formula)).toBe('exp(z[1][1])/(exp(z[1][1]) + exp(z[1][2]))');
});

test('has its value wherever z lies', () => {
  fc.assert(
    fc.property(far, (z) => {
      const { formula, ids } = share(z.length);
      const value = evaluate(formula, new Map(ids.map((id, i) => [id, z[i]!])));
      expect(Math.abs(value / outside(z) - 1)).toBeLessThan(1e-12);
    }),
  );
});

test('its interval holds its values, and is no wider than they reach', () => {
  fc.assert(
    fc.property(far, fc.double({ min: 0.01, max: 1, noNaN: true }), (z, radius) => {
      const { formula, ids } = share(z.length);
      const [low, high] = rangeOf(
        formula,
        new Map(ids.map((id, i) => [id, [z[i]! - radius, z[i]! + radius] as const])),
      );
      const ends = [-radius, radius].map((by) => outside(z.map((x, i) => (i === 0 ? x + by : x - by))));
      expect(low / ends[0]!).toBeCloseTo(1, 9);
      expect(high / ends[1]!).toBeCloseTo(1, 9);
    }),
  );
});

test('the engine has the same, and trains on', () => {
  const exercise: Exercise = {
    network: { layers: [1, 2], activations: ['softmax'], bias: true, trainBias: true },
    parameters: { weights: [[[1000, 1001]]], biases: [[0, 0.5]] },
    examples: [{ input: [1], target: [0.3, 0.7] }],
    loss: 'cross-entropy',
    optimizer: { kind: 'sgd', learningRate: 0.1 },
  };
  const pass = passAt(exercise, 1);
  const trained = train(exercise, 1);
  const [first, second] = [outside([1000, 1001.5]), outside([1001.5, 1000])];
  expect(trained.before).toBeCloseTo(-0.3 * Math.log(first) - 0.7 * Math.log(second), 12);
  const end = updatedParameters(exercise.network, pass.parameters, pass.values);
  // One step of descent: a − t is the slope of every z, and of its bias.
  expect(end.biases[0]![0]).toBeCloseTo(0 - 0.1 * (first - 0.3), 9);
  expect(trained.parameters.biases[0]![0]).toBeCloseTo(end.biases[0]![0]!, 12);
});
