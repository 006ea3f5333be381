import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layout } from '../../../../src/app/diagram/layout.ts';
import { cellsOf } from '../../../../src/app/diagram/scene.ts';
import { sameToDigits, shown } from '../../../../src/core/expressions/digits.ts';
import { evaluate } from '../../../../src/core/expressions/evaluate.ts';
import { quantitiesOf } from '../../../../src/core/expressions/expr.ts';
import { text } from '../../../../src/core/expressions/text.ts';
import { idOf } from '../../../../src/core/quantity.ts';
import { readAnswer } from '../../../../src/tutor/answer/read.ts';
import { beliefAt, check, scopeOf } from '../../../../src/tutor/checking/check.ts';
import { ladderOf, type Rung } from '../../../../src/tutor/ladder.ts';
import { askedOf } from '../../../../src/tutor/messages/context.ts';
import { enAnswers } from '../../../../src/tutor/messages/en/answers.ts';
import { en } from '../../../../src/tutor/messages/en/index.ts';
import { networkVoice } from '../../../../src/tutor/network-voice.ts';
import { partlyWorked } from '../../../../src/tutor/partly-worked.ts';
import type { Support } from '../../../../src/tutor/pace.ts';
import type { Pass } from '../../../../src/tutor/pass.ts';
import { drawnPass, draws } from '../../support/learner.ts';

const ladder = (pass: Pass, id: string, support: Support): readonly Rung[] => {
  const step = pass.steps.find((one) => one.id === id)!;
  const voice = networkVoice(step, askedOf(pass, step, pass.values, en), enAnswers);
  return ladderOf(pass, step, support, pass.values, voice);
};

/** What a hint's formula comes to for a learner who types it in. */
const typedIn = (pass: Pass, id: string, formula: string): number => {
  const step = pass.steps.find((one) => one.id === id)!;
  const reading = readAnswer(formula, scopeOf(pass, step, beliefAt(pass, id, new Map())));
  return reading.kind === 'answer' ? reading.answer.value : Number.NaN;
};

test('no hint before the last is the answer, or has it among its numbers', () => {
  fc.assert(
    fc.property(draws(), fc.constantFrom<Support>('formula', 'question', 'name'), (draw, support) => {
      const pass = drawnPass(draw);
      for (const { id, formula } of pass.steps) {
        const answer = shown(pass.values.get(id)!);
        const parents = quantitiesOf(formula).map((q) => shown(pass.values.get(idOf(q))!));
        for (const rung of ladder(pass, id, support)) {
          if (rung.kind === 'worked') continue;
          if ('text' in rung) expect(rung.text).not.toContain(answer);
          else {
            expect(rung.expr.kind).not.toBe('number');
            if (!parents.includes(answer) && !/^[01]/.test(answer))
              expect(text(rung.expr)).not.toContain(answer);
          }
        }
      }
    }),
    { numRuns: 15 },
  );
});

test('each formula of a hint, typed in as it stands, is a right answer', () => {
  fc.assert(
    fc.property(draws(), (draw) => {
      const pass = drawnPass(draw);
      for (const step of pass.steps) {
        for (const rung of ladder(pass, step.id, 'name')) {
          if (!('expr' in rung)) continue;
          const { verdict } = check(pass, step, text(rung.expr), new Map());
          // Four digits of each number are few where a known mistake comes to nearly the same.
          expect(['correct', 'imprecise'], `${step.id} ${rung.kind}`).toContain(verdict);
        }
      }
    }),
    { numRuns: 15 },
  );
});

test('what a hint lights up is in the picture of the network, but for the learning rate', () => {
  fc.assert(
    fc.property(draws(), (draw) => {
      const pass = drawnPass(draw);
      const cells = new Set(cellsOf(layout(pass.exercise.network, 'across')).map(({ id }) => id));
      for (const { id } of pass.steps) {
        for (const { lit } of ladder(pass, id, 'name')) {
          for (const one of lit) expect(one === 'η' || cells.has(one)).toBe(true);
        }
      }
    }),
    { numRuns: 15 },
  );
});

const chain: Pass = drawnPass({
  network: { layers: [2, 2, 1], activations: ['sigmoid', 'sigmoid'], bias: true, trainBias: true },
  seed: 4,
});

test.each<[string, Support, string]>([
  ['z[1][1]', 'formula', 'where principle allButOne numbers worked'],
  ['z[1][1]', 'name', 'where principle formula allButOne numbers worked'],
  ['a[1][1]', 'question', 'where principle formula numbers worked'],
  ['dE/db[2][1]', 'name', 'where principle formula worked'],
])('the hints of %s, of which the %s is shown, are: %s', (id, support, kinds) => {
  expect(
    ladder(chain, id, support)
      .map(({ kind }) => kind)
      .join(' '),
  ).toBe(kinds);
});

// The one symbol left is the idea of the step, not whatever comes first.
test.each([
  ['z[1][1]', ['w[1][2][1]']],
  ['E', ['a[2][1]']],
  ['dE/da[2][1]', ['t[1]']],
  ['da/dz[2][1]', ['a[2][1]']],
  ['dE/dz[2][1]', ['da/dz[2][1]']],
  ['dE/dw[2][1][1]', ['a[1][1]']],
  ['dE/da[1][1]', ['w[2][1][1]']],
  ["w'[1][1][1]", ['dE/dw[1][1][1]']],
])('at %s all numbers are put in but %s', (id, left) => {
  const rung = ladder(chain, id, 'name').find(({ kind }) => kind === 'allButOne')!;
  expect('expr' in rung && quantitiesOf(rung.expr).map(idOf)).toEqual(left);
});

test('a part that is worked out is right, is not the answer, and leaves a formula that is', () => {
  let parts = 0;
  fc.assert(
    fc.property(draws(), (draw) => {
      const pass = drawnPass(draw);
      for (const step of pass.steps) {
        const done = partlyWorked(pass, step, pass.values);
        if (done === undefined) continue;
        const right = pass.values.get(step.id)!;
        const asTyped = typedIn(pass, step.id, text(done.rest));
        if (done.part === undefined) {
          // Four digits of each number may cost the whole a few units of its fourth.
          expect(Math.abs(asTyped - right)).toBeLessThanOrEqual(
            2e-3 * Math.max(Math.abs(right), sizeOf(pass)),
          );
          continue;
        }
        expect(sameToDigits(asTyped, right)).toBe(true);
        parts += 1;
        expect(typedIn(pass, step.id, text(done.part.expr))).toBeCloseTo(done.part.value, 9);
        expect(sameToDigits(done.part.value, right)).toBe(false);
        expect(evaluate(done.part.expr, pass.values)).toBe(done.part.value);
      }
    }),
    { numRuns: 15 },
  );
  expect(parts).toBeGreaterThan(100);
});

/** How large the numbers of a pass are. */
const sizeOf = ({ values }: Pass): number => Math.max(...[...values.values()].map(Math.abs));

test.each([
  ['z[1][1]', 'a[0][1]·w[1][1][1]'],
  ['E', 't[1] − a[2][1]'],
  ['da/dz[2][1]', '1 − a[2][1]'],
  ["w'[1][1][1]", 'η·dE/dw[1][1][1]'],
])('at %s the part is %s', (id, part) => {
  const step = chain.steps.find((one) => one.id === id)!;
  expect(text(partlyWorked(chain, step, chain.values)!.part!.expr)).toBe(part);
});

test('where a step is one product, all numbers but one are put in instead', () => {
  const step = chain.steps.find(({ id }) => id === 'dE/dz[2][1]')!;
  const done = partlyWorked(chain, step, chain.values)!;
  expect(done.part).toBeUndefined();
  expect(quantitiesOf(done.rest)).toHaveLength(1);
});

test.each([
  ['sigmoid', (z: string) => `1/(1 + exp(${z}))`, (z: number) => 1 / (1 + Math.exp(-z))],
  ['softplus', (z: string) => `ln(1 + exp(${z}))`, (z: number) => Math.log(1 + Math.exp(z))],
  ['silu', (z: string) => `${z}·σ(${z})`, (z: number) => z / (1 + Math.exp(-z))],
  ['tanh', (z: string) => `(exp(${z}) − exp(${z}))/(exp(${z}) + exp(${z}))`, Math.tanh],
] as const)('the numbers of %s go into its formula, with one sign each', (activation, form, value) => {
  const network = { layers: [2, 2, 1], activations: [activation, 'sigmoid'] as const, bias: true };
  for (let seed = 1; seed <= 20; seed += 1) {
    const pass = drawnPass({ network: { ...network, trainBias: true }, seed });
    const rung = ladder(pass, 'a[1][1]', 'formula').find(({ kind }) => kind === 'numbers')!;
    const line = 'expr' in rung ? text(rung.expr) : '';
    const z = pass.values.get('z[1][1]')!;
    // Every number in it is z, or −z where the formula has a minus before it.
    expect(line.replace(/−?\d\.\d+/g, '#')).toBe(form('#'));
    expect(line.match(/\d\.\d+/g)).toEqual(line.match(/\d\.\d+/g)!.map(() => shown(Math.abs(z))));
    expect('expr' in rung && evaluate(rung.expr, new Map())).toBeCloseTo(value(z), 2);
  }
});
