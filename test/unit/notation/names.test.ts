import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latex, latexName } from '../../../src/core/expressions/latex.ts';
import { mathmlName } from '../../../src/core/expressions/mathml.ts';
import { shortName } from '../../../src/core/expressions/names.ts';
import type { Exercise, Network } from '../../../src/core/network/exercise.ts';
import { inNotation } from '../../../src/core/notation/naming.ts';
import {
  DEFAULT_NOTATION,
  NOTATIONS,
  RATES,
  SYMBOLS,
  WEIGHTS,
  type Notation,
} from '../../../src/core/notation/notation.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { readAnswer, type Scope } from '../../../src/tutor/answer/read.ts';
import { stepOf } from '../../../src/tutor/pass.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { EXERCISE } from '../answer/pass.ts';
import { BATCH, DEEP_BATCH } from '../support/batches.ts';
import { MAZUR } from '../support/exercises.ts';
import { exercises } from '../support/networks.ts';
import { optimizers } from '../support/optimizers.ts';

const keys = <K extends string>(table: Readonly<Record<K, unknown>>): K[] => Object.keys(table) as K[];

const ALL: readonly Notation[] = keys(SYMBOLS).flatMap((symbols) =>
  WEIGHTS.flatMap((weights) => keys(RATES).map((rate) => ({ symbols, weights, rate }))),
);

/** LaTeX as a person types it, whose letters need no font. */
const plain = (text: string): string => text.replace(/\\mathrm\{(\w+)\}/g, '$1').replace(/\s+/g, ' ');

// https://mattmazur.com/2015/03/17/a-step-by-step-backpropagation-example/, where the inputs are i₁ and i₂.
describe("in Mazur's notation his article reads as he wrote it", () => {
  const pass = passAt(MAZUR, 1);
  test.each([
    ['z[1][1]', 'net_{h1}', 'x_{1} \\cdot w_{1} + x_{2} \\cdot w_{2} + b_{1}'],
    ['z[1][2]', 'net_{h2}', 'x_{1} \\cdot w_{3} + x_{2} \\cdot w_{4} + b_{1}'],
    ['a[1][1]', 'out_{h1}', '\\sigma\\left(net_{h1}\\right)'],
    ['z[2][1]', 'net_{o1}', 'out_{h1} \\cdot w_{5} + out_{h2} \\cdot w_{6} + b_{2}'],
    ['z[2][2]', 'net_{o2}', 'out_{h1} \\cdot w_{7} + out_{h2} \\cdot w_{8} + b_{2}'],
    ['dE/da[2][1]', '\\frac{\\partial E}{\\partial out_{o1}}', 'out_{o1} - t_{1}'],
    [
      'da/dz[2][1]',
      '\\frac{\\partial out_{o1}}{\\partial net_{o1}}',
      'out_{o1} \\cdot \\left(1 - out_{o1}\\right)',
    ],
    [
      'dE/dw[2][1][1]',
      '\\frac{\\partial E}{\\partial w_{5}}',
      '\\frac{\\partial E}{\\partial net_{o1}} \\cdot out_{h1}',
    ],
    ["w'[2][1][1]", 'w_{5}^{\\prime}', 'w_{5} - \\eta \\cdot \\frac{\\partial E}{\\partial w_{5}}'],
  ])('%s is %s = %s', (id, name, formula) => {
    const step = stepOf(pass, id);
    inNotation(NOTATIONS.mazur, MAZUR, () => {
      expect(plain(latexName(step.result))).toBe(name);
      expect(plain(latex(step.formula))).toBe(formula);
    });
  });

  test('what he publishes for a weight is what that name has here', () => {
    const published = { w1: 0.149780716, w2: 0.199561432, w3: 0.249751144, w4: 0.299502287 };
    const later = { w5: 0.35891648, w6: 0.408666186, w7: 0.51130127, w8: 0.561370121 };
    inNotation(NOTATIONS.mazur, MAZUR, () => {
      for (const [name, value] of Object.entries({ ...published, ...later })) {
        const [step] = pass.steps.filter(
          ({ result }) => result.kind === 'updated' && shortName(result.parameter).normalize('NFKC') === name,
        );
        expect(pass.values.get(step!.id)).toBeCloseTo(value, 8);
      }
    });
  });
});

// Neural Networks and Deep Learning, chapter 2: ∂C/∂w^l_jk = a^{l−1}_k δ^l_j (BP4), δ^l_j the slope by z^l_j.
test("in Nielsen's order of indices every gradient of a weight is his equation BP4", () => {
  const pass = passAt(EXERCISE, 1);
  inNotation(NOTATIONS.nielsen, EXERCISE, () => {
    for (const { id, rule, result, formula } of pass.steps) {
      if (rule !== 'weightGradient') continue;
      const [, j, k, l] = /w_\{(\d)(\d)\}\^\{\((\d)\)\}/.exec(latexName(result)) ?? [];
      const tail = l === '1' ? `x_{${k}}` : `a_{${k}}^{(${Number(l) - 1})}`;
      expect(latex(formula), id).toBe(`\\frac{\\partial E}{\\partial z_{${j}}^{(${l})}} \\cdot ${tail}`);
    }
  });
});

/** Everything of a pass may be named. */
function scopeOf(exercise: Exercise): Scope & { readonly hasShared: boolean } {
  const { quantities, values } = passAt(exercise, 1);
  const { trainBias, bias } = exercise.network;
  return {
    ...{ quantities, values, standing: () => 'known', preferred: new Set<string>() },
    hasShared: bias && !trainBias,
  };
}

const nameIn = (typed: string, scope: Scope): string => {
  const reading = readAnswer(typed, scope);
  if (reading.kind !== 'answer') return JSON.stringify(reading);
  const { expr } = reading.answer;
  return expr.kind === 'quantity' ? expr.id : JSON.stringify(expr);
};

const anyExercise = fc.oneof(
  exercises({ maxUnits: 4, maxHidden: 2 }),
  fc
    .tuple(exercises({ maxUnits: 2, maxHidden: 2 }), optimizers())
    .map(([exercise, optimizer]) => ({ ...exercise, optimizer })),
);

/** No two quantities have the same name, and every name that is shown reads as what it stands for. */
function expectNames(exercise: Exercise, notation: Notation, isSmall = false): void {
  const scope = scopeOf(exercise);
  inNotation(notation, exercise, () => {
    const seen = new Map<string, string>();
    for (const quantity of scope.quantities) {
      const id = idOf(quantity);
      const name = shortName(quantity);
      // The one bias of a layer is called so at each of its units.
      const isShared = quantity.kind === 'bias' && scope.hasShared && seen.has(name);
      if (!isShared) expect(seen.get(name), `${name}, ${id}`).toBeUndefined();
      const stands = seen.get(name) ?? id;
      seen.set(name, stands);
      expect(nameIn(name, scope), name).toBe(stands);
      // Ids stay what they are.
      expect(nameIn(id, scope), id).toBe(id);
      // LaTeX has the example of a batch, and a browser the comma of two-digit indices, as only this page writes them.
      if (!isSmall) continue;
      expect(nameIn(latexName(quantity), scope), latexName(quantity)).toBe(stands);
      // A browser copies the hat of m̂ as a sign of its own.
      if (quantity.kind !== 'moment' || quantity.mark !== 'hat') {
        const copied = [...mathmlName(quantity).matchAll(/>([^<]+)</g)].map(([, part]) => part).join('');
        expect(nameIn(copied, scope), copied).toBe(stands);
      }
    }
  });
}

test('names are unique and read back, in every notation, for networks of any shape', () => {
  fc.assert(
    fc.property(anyExercise, fc.constantFrom(...ALL), (exercise, notation) => {
      expectNames(exercise, notation, true);
    }),
    { numRuns: 30 },
  );
});

test.each(ALL)('so they are in a batch, with $symbols, $weights, $rate', (notation) => {
  expectNames(BATCH, notation);
  expectNames(DEEP_BATCH, notation);
});

test.each(ALL)(
  'so they are with more than nine weights and units, with $symbols, $weights, $rate',
  (notation) => {
    const network: Network = { ...EXERCISE.network, layers: [11, 12, 2] };
    const zeros = (count: number): number[] => Array.from({ length: count }, () => 0.5);
    expectNames(
      {
        ...EXERCISE,
        network,
        parameters: {
          weights: [zeros(11).map(() => zeros(12)), zeros(12).map(() => zeros(2))],
          biases: [zeros(12), zeros(2)],
        },
        examples: [{ input: zeros(11), target: zeros(2) }],
      },
      notation,
    );
  },
);

test.each([
  ['net_h1', 'z[1][1]'],
  ['net_{h1}', 'z[1][1]'],
  ['neth1', 'z[1][1]'],
  ['netₕ₁', 'z[1][1]'],
  ['net[1][1]', 'z[1][1]'],
  ['net_1^(1)', 'z[1][1]'],
  ['z[1][1]', 'z[1][1]'],
  ['z_1^(2)', 'z[2][1]'],
  ['out_h2', 'a[1][2]'],
  ['out[2][1]', 'a[2][1]'],
  ['outo1', 'a[2][1]'],
  ['w5', 'w[2][1][1]'],
  ['w_6', 'w[2][2][1]'],
  ['w_{11}^{(2)}', 'w[2][1][1]'],
  ['w[2][1][2]', 'w[2][1][2]'],
  ["w5'", "w'[2][1][1]"],
  ["w'5", "w'[2][1][1]"],
  ['dE/dw5', 'dE/dw[2][1][1]'],
  ['∂E/∂w₅', 'dE/dw[2][1][1]'],
  ['dE/dout_o1', 'dE/da[2][1]'],
  ['dout_o1/dnet_o1', 'da/dz[2][1]'],
  ['dE/dneth1', 'dE/dz[1][1]'],
  ['delta_o1', 'dE/dz[2][1]'],
  ['b1', 'b[1][1]'],
  ['α', 'η'],
  ['alpha', 'η'],
  ['eta', 'η'],
])('with net and out and numbered weights %s is %s', (typed, id) => {
  const notation: Notation = { symbols: 'net', weights: 'numbered', rate: 'alpha' };
  inNotation(notation, EXERCISE, () => {
    expect(nameIn(typed, scopeOf(EXERCISE))).toBe(id);
  });
});

test.each([
  ['w_{21}^{(2)}', 'w[2][1][2]'],
  ['w21^(2)', 'w[2][1][2]'],
  ['w[2][1][2]', 'w[2][1][2]'],
  ['dE/dw_{21}^{(1)}', 'dE/dw[1][1][2]'],
  ["w'_{12}^{(1)}", "w'[1][2][1]"],
])("in Nielsen's order %s is %s", (typed, id) => {
  inNotation(NOTATIONS.nielsen, EXERCISE, () => {
    expect(nameIn(typed, scopeOf(EXERCISE))).toBe(id);
  });
});

test('a notation holds for what is done in it, and no longer', () => {
  const step = stepOf(passAt(MAZUR, 1), 'z[1][1]');
  expect(inNotation(NOTATIONS.mazur, MAZUR, () => shortName(step.result))).toBe('netₕ₁');
  expect(() =>
    inNotation(NOTATIONS.mazur, MAZUR, () => {
      throw new Error('on purpose');
    }),
  ).toThrow('on purpose');
  expect(shortName(step.result)).toBe('z₁⁽¹⁾');
  expect(inNotation(DEFAULT_NOTATION, MAZUR, () => shortName(step.result))).toBe('z₁⁽¹⁾');
});
