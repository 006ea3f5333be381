import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { showMe, startAtLoss } from '../../../src/app/session/acts.ts';
import { deskOf } from '../../../src/app/session/desk.ts';
import { newWork } from '../../../src/app/session/work.ts';
import { shown } from '../../../src/core/expressions/digits.ts';
import type { Exercise } from '../../../src/core/network/exercise.ts';
import { readAnswer, type Scope } from '../../../src/tutor/answer/read.ts';
import { checkAll } from '../../../src/tutor/checking/check.ts';
import { drawNumbers } from '../../../src/tutor/exercise/draw.ts';
import { randomStream } from '../../../src/tutor/exercise/random.ts';
import { workedAnswer } from '../../../src/tutor/hints.ts';
import { passAt } from '../../../src/tutor/pass-at.ts';
import { exactValue, type Pass } from '../../../src/tutor/pass.ts';
import { allDraws, drawnPass } from '../support/learner.ts';
import { optimizers } from '../support/optimizers.ts';

// What "Show me" writes is an answer like any other: it is read, it is right, and it has a value.

vi.setConfig({ testTimeout: 60_000 });

/** A working has numbers only. */
const NO_NAMES: Scope = { quantities: [], standing: () => 'later', values: new Map(), preferred: new Set() };

/** Below 10⁻³⁰⁷ a float holds fewer digits than are asked for. */
const isHeld = (value: number): boolean =>
  value === 0 || (Number.isFinite(value) && Math.abs(value) > 1e-300);

/** Every step shown, one after the other, each from the values of those before; what of it does not stand. */
const notStanding = (pass: Pass): readonly string[] =>
  [true, false].flatMap((byPage) => notStandingOf(pass, byPage));

function notStandingOf(pass: Pass, byPage: boolean): readonly string[] {
  const values = new Map(pass.values);
  const typed = new Map<string, string>();
  for (const step of pass.steps) {
    const worked = workedAnswer(pass, step, values);
    const read = readAnswer(worked, NO_NAMES);
    typed.set(step.id, worked);
    // The page goes on from what the step is, a learner from what the working comes to.
    const own = read.kind === 'answer' ? read.answer.value : Number.NaN;
    values.set(step.id, byPage ? exactValue(pass, step.id) : own);
  }
  const checked = checkAll(
    pass,
    new Map([...typed].map(([id, text]) => [id, byPage ? { typed: text, origin: 'shown' } : text])),
  );
  return pass.steps.flatMap(({ id }) => {
    const found = checked.get(id);
    const cell = found && found.verdict !== 'unreadable' ? shown(found.answer.value) : '';
    const isRight = byPage ? cell === shown(exactValue(pass, id)) : /\d/.test(cell);
    return found?.verdict === 'correct' && isRight
      ? []
      : [`${id} = ${typed.get(id) ?? ''} = ${cell}: ${found?.verdict ?? ''}`];
  });
}

/** 4-10-10-3, tanh, tanh, softmax, cross-entropy, with biases. */
function wide(seed: number): Exercise {
  const network = {
    layers: [4, 10, 10, 3],
    activations: ['tanh', 'tanh', 'softmax'] as const,
    bias: true,
    trainBias: true,
  };
  const numbers = drawNumbers(network, 1, randomStream(seed));
  return { network, ...numbers, loss: 'cross-entropy', optimizer: { kind: 'sgd', learningRate: 0.1 } };
}

describe('a step that is shown is right', () => {
  // By chance what its rounded numbers come to is the value of a known mistake: dE/da[1][10] of seed 1.
  test.each([...Array(8).keys()])('in a wide network with the numbers of seed %i', (seed) => {
    expect(notStanding(passAt(wide(seed), 1))).toEqual([]);
  });

  test('in networks of every kind', () => {
    fc.assert(
      fc.property(allDraws(), (draw) => {
        const pass = drawnPass(draw);
        fc.pre([...pass.values.values()].every(Number.isFinite));
        expect(notStanding(pass)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test.each([0.001, 5, 20, 100])('with weights %d times as large, where units saturate', (times) => {
    fc.assert(
      fc.property(allDraws(), (draw) => {
        const { exercise } = drawnPass(draw);
        const weights = exercise.parameters.weights.map((layer) =>
          layer.map((row) => row.map((weight) => Number((weight * times).toPrecision(6)))),
        );
        const pass = passAt({ ...exercise, parameters: { ...exercise.parameters, weights } }, 1);
        fc.pre([...pass.values.values()].every(isHeld));
        expect(notStanding(pass)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('where every power of e is too small for a float', () => {
    const exercise: Exercise = {
      network: { layers: [1, 2], activations: ['softmax'], bias: false, trainBias: true },
      parameters: { weights: [[[-3358, -2898]]], biases: [] },
      examples: [{ input: [1], target: [0, 1] }],
      loss: 'half-squared-error',
      optimizer: { kind: 'sgd', learningRate: 0.5 },
    };
    expect(notStanding(passAt(exercise, 1))).toEqual([]);
  });

  test('with every optimizer, in the third pass too', () => {
    fc.assert(
      fc.property(allDraws(), optimizers(), fc.constantFrom(1, 3), (draw, optimizer, number) => {
        const { exercise } = drawnPass(draw);
        const pass = passAt({ ...exercise, optimizer }, number);
        fc.pre([...pass.values.values()].every((value) => Math.abs(value) < 1e6));
        expect(notStanding(pass)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test('where it adds up so much that the working is longer than what is read', () => {
    const units = 100;
    const network = { layers: [units, 1], activations: ['linear'] as const, bias: false, trainBias: true };
    const drawn = drawNumbers(network, 1, randomStream(1));
    const exercise: Exercise = {
      network,
      parameters: { weights: [drawn.parameters.weights[0]!.map(([w]) => [w! / 300_000])], biases: [] },
      examples: [{ input: drawn.examples[0]!.input.map((x) => x / 700_000), target: [0.5] }],
      loss: 'half-squared-error',
      optimizer: { kind: 'sgd', learningRate: 0.1 },
    };
    expect(notStanding(passAt(exercise, 1))).toEqual([]);
  });
});

test('on the page: filled in up to the loss, then shown step by step, none comes to nothing', () => {
  const exercise = wide(1);
  const first = deskOf(exercise, newWork(exercise, 0), checkAll);
  let { work } = startAtLoss(first, 0);
  for (let shownSteps = 0; shownSteps < 12; shownSteps += 1) {
    const before = deskOf(exercise, work, checkAll);
    const outcome = showMe(before, 0);
    expect(outcome.told?.text).toMatch(/ [=≈] [^ ]*\d[^ ]*\.$/);
    ({ work } = outcome);
    expect(deskOf(exercise, work, checkAll).answers.has(before.step!.id)).toBe(true);
  }
});
