import fc from 'fast-check';
import { expect, test } from 'vitest';
import { halfUnit } from '../../../src/core/expressions/digits.ts';
import type { Exercise } from '../../../src/core/network/exercise.ts';
import { check } from '../../../src/tutor/checking/check.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { stepOf } from '../../../src/tutor/pass.ts';
import { worth } from '../support/misconceptions.ts';
import { allDraws, drawnPass, shortened, workedThrough } from '../support/learner.ts';

// Ways to write what is right that are not the step's own formula, as textbooks have them.

/** What stands for ∂a/∂z of a unit, by its activation. */
const SLOPES: Readonly<Record<string, (z: string, a: string) => readonly string[]>> = {
  sigmoid: (z, a) => [`${a} - ${a}^2`, `e^(-${z})/(1 + e^(-${z}))^2`, `sigmoid(${z})*sigmoid(-${z})`],
  tanh: (z, a) => [`(1 - ${a})*(1 + ${a})`, `1 - tanh(${z})^2`, `4/(e^(${z}) + e^(-${z}))^2`],
  softplus: (z, a) => [`1/(1 + e^(-${z}))`, `1 - e^(-${a})`, `e^(${z})/(1 + e^(${z}))`],
  silu: (z, a) => [`sigmoid(${z}) + ${a}*(1 - sigmoid(${z}))`, `${a} + sigmoid(${z})*(1 - ${a})`],
};
const ELU_BELOW = (z: string, a: string): readonly string[] => [`e^(${z})`, `${a} + 1`];
const ABOVE = (): readonly string[] => ['1'];

const NAMES = /[azt]\[\d+\](?:\[\d+\])?/g;

/** Whether four digits of each value leave the fourth digit of the whole: 1 − a of an a near 1 loses some. */
function keepsDigits(typed: string, values: ReadonlyMap<string, number>): boolean {
  const exact = worth(typed, values);
  return [...typed.matchAll(NAMES)].every(([id]) => {
    const value = values.get(id)!;
    const moved = worth(typed, new Map([...values, [id, value + halfUnit(value)]]));
    return Math.abs(moved - exact) <= halfUnit(exact);
  });
}

/** Other right ways to write a step. */
function formsOf(id: string, pass: ReturnType<typeof drawnPass>): readonly string[] {
  const { network, loss } = pass.exercise;
  const [layer = 0, unit = 0, along] = [...id.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const [z, a] = [`z[${layer}][${unit}]`, `a[${layer}][${unit}]`];
  const name = network.activations[layer - 1] ?? '';
  const at = pass.values.get(z) ?? 0;
  if (id.startsWith('da/dz') && name === 'softmax') {
    const other = `a[${layer}][${along === unit ? 3 - unit : along}]`;
    if (network.layers[layer] !== 2) return along === unit ? [`${a} - ${a}^2`] : [`-${other}*${a}`];
    return along === unit ? [`${a}*${other}`] : [`-${a}*(1 - ${a})`, `-${other}*(1 - ${other})`];
  }
  if (id.startsWith('da/dz') && name === 'elu') return at > 0 ? ABOVE() : ELU_BELOW(z, a);
  if (id.startsWith('da/dz')) return SLOPES[name]?.(z, a) ?? [];
  const isSquared = loss === 'half-squared-error' && layer === network.layers.length - 1;
  return id.startsWith('dE/da') && isSquared ? [`-(t[${unit}] - ${a})`, `-t[${unit}] + ${a}`] : [];
}

test('what is right in another form is right, from names and from the learner’s own four digits', () => {
  let [all, doubted] = [0, 0];
  fc.assert(
    fc.property(allDraws(), (draw) => {
      const pass = drawnPass(draw);
      fc.pre([...pass.values.values()].every(Number.isFinite));
      const answers = workedThrough(pass, (x) => shortened(x, 4, 'half up'));
      for (const [at, step] of pass.steps.entries()) {
        const earlier = new Map(pass.steps.slice(0, at).map(({ id }) => [id, answers.get(id)!]));
        for (const typed of formsOf(step.id, pass)) {
          if (!keepsDigits(typed, pass.values)) continue;
          const inNumbers = typed.replace(NAMES, (id) => {
            const own = answers.get(id) ?? shortened(pass.values.get(id)!, 4, 'half up');
            return `(${own})`;
          });
          for (const each of [typed, inNumbers]) {
            const { verdict } = check(pass, step, each, earlier);
            expect(['correct', 'imprecise'], `${step.id}: ${each}`).toContain(verdict);
            all += 1;
            if (verdict === 'imprecise') doubted += 1;
          }
        }
      }
    }),
    { numRuns: 100 },
  );
  expect(all).toBeGreaterThan(500);
  // Now and then a rounded value is that of a known mistake, digit for digit.
  expect(doubted / all).toBeLessThan(0.005);
});

const optimizer = { kind: 'sgd', learningRate: 0.5 } as const;

test.each<{
  exercise: Exercise;
  id: string;
  log: Readonly<Record<string, string>>;
  typed: readonly string[];
}>([
  {
    // Above 0 it would be the slope of the other side.
    exercise: {
      network: { layers: [1, 1], activations: ['elu'], bias: false, trainBias: true },
      parameters: { weights: [[[-1.43]]], biases: [] },
      examples: [{ input: [1.99], target: [0.5] }],
      loss: 'half-squared-error',
      optimizer,
    },
    id: 'da/dz[1][1]',
    log: { 'z[1][1]': '-2.846', 'a[1][1]': '-0.9419' },
    typed: ['e^z[1][1]', 'e^-2.846', '0.05808'],
  },
  {
    // Of three outputs it would be the slope along the own z.
    exercise: {
      network: { layers: [2, 2], activations: ['softmax'], bias: false, trainBias: true },
      parameters: {
        weights: [
          [
            [-1.21, -0.52],
            [-1, 1.39],
          ],
        ],
        biases: [],
      },
      examples: [{ input: [-0.09, 0.99], target: [1, 0] }],
      loss: 'cross-entropy',
      optimizer,
    },
    id: 'da/dz[1][2][1]',
    log: { 'a[1][1]': '0.09078', 'a[1][2]': '0.9092' },
    typed: ['-a[1][2]*(1-a[1][2])', '-0.9092*(1-0.9092)', '-0.08256', '-0.9092*0.0908'],
  },
])('what is a mistake elsewhere is none where it is right, of rounded numbers: $id', (row) => {
  const pass = passAt(row.exercise, 1);
  for (const typed of row.typed) {
    const { verdict } = check(pass, stepOf(pass, row.id), typed, new Map(Object.entries(row.log)));
    expect(verdict, typed).toBe('correct');
  }
});
