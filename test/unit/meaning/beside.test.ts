import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wishOf } from '../../../src/app/diagram/wish.ts';
import { turnAt } from '../../../src/app/meaning/direction.ts';
import { gapOf, isTurnable, isTurningBack } from '../../../src/app/meaning/gap.ts';
import { questionAt, type PhaseQuestion } from '../../../src/app/meaning/phase-question.ts';
import { createKept, isAtRest, placeIn } from '../../../src/app/meaning/place.ts';
import { ribbonAt, type Known } from '../../../src/app/meaning/ribbon.ts';
import { movedCells } from '../../../src/app/trainer/nudge.ts';
import { readShown } from '../../../src/core/expressions/digits.ts';
import { weightsOf } from '../../../src/core/network/shape.ts';
import { mapParameters } from '../../../src/core/network/values.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { passOf, type Pass } from '../../../src/tutor/pass.ts';
import { writtenIn } from '../../../src/tutor/written.ts';
import { lookAt, moveOn, type Work } from '../../../src/app/session/work.ts';
import { part, passes, pick } from '../ideas/walks.ts';
import { begin, deskFor, give, right } from '../support/working.ts';
import { CHAIN, FORK, MAZUR, SOFTMAX, TWO_TWO_ONE } from '../support/exercises.ts';
import { isComparable, judged, lossOn } from '../support/judge.ts';

const passFor = (exercise: typeof MAZUR): Pass => passOf(exercise, 1, exercise.parameters);

/** A learner who has every number exact. */
const knownOf = (pass: Pass): Known => ({
  pass,
  cells: new Map([...pass.values].map(([id, value]) => [id, writtenIn(pass)(value, id)])),
  toMend: [],
  isOpen: false,
});

/** Slopes so small that their sign is floating point's. */
const TINY = 1e-12;

test('what stands beside a step gives way to typing, and is there again with an answer that was not right', () => {
  const start = begin(CHAIN);
  const at = (work: Work) => isAtRest(deskFor(CHAIN, work));
  expect(at(start)).toBe(true);
  expect(at({ ...start, draft: '9' })).toBe(false);
  const refused = give(CHAIN, start, '99.5');
  expect([refused.draft, at(refused)]).toEqual(['99.5', true]);
  expect(at({ ...refused, draft: '99' })).toBe(false);
  const mended = give(CHAIN, refused, right(CHAIN, refused));
  expect([mended.draft, at(mended)]).toEqual(['', true]);
});

test('what was chosen beside a step is there when it is come back to, and not in work begun anew', () => {
  const keptAt = createKept();
  const work = give(CHAIN, begin(CHAIN), right(CHAIN, begin(CHAIN)));
  keptAt(placeIn(deskFor(CHAIN, work))).choices.set('pull', 'w');
  expect(keptAt(placeIn(deskFor(CHAIN, lookAt(work, 'z[1][1]')))).choices.size).toBe(0);
  const back = moveOn(lookAt(work, 'z[1][1]'));
  expect(keptAt(placeIn(deskFor(CHAIN, back))).choices.get('pull')).toBe('w');
  const anew = { ...work, log: work.log.map((attempt) => ({ ...attempt, at: attempt.at + 1 })) };
  expect(keptAt(placeIn(deskFor(CHAIN, anew))).choices.size).toBe(0);
  expect(keptAt(placeIn(deskFor(CHAIN, { ...work, pass: 2 }))).choices.size).toBe(0);
});

test('which way E goes is what the network does when the value is raised', () => {
  fc.assert(
    fc.property(passes(), (pass) => {
      fc.pre(isComparable(pass.exercise));
      const responses = judged(pass.exercise);
      const turns = pass.steps.flatMap((step) => {
        const turn = turnAt(pass, step);
        return turn ? [{ step, turn }] : [];
      });
      // One for the outputs, one for the hidden units, where E moves at all.
      expect(turns.length).toBeLessThanOrEqual(Math.min(2, pass.exercise.network.layers.length - 1));
      for (const { id, rule } of pass.steps) {
        if (Math.abs(responses.get(id) ?? 0) < TINY) continue;
        if (rule === 'lossSlope' || rule === 'sumOverPaths')
          expect(turns.filter(({ step }) => step.rule === rule)).toHaveLength(1);
      }
      for (const { step, turn } of turns) {
        const response = responses.get(step.id)!;
        if (Math.abs(response) < TINY) continue;
        expect(turn.direction).toBe(response > 0 ? 'rises' : 'falls');
        if (turn.arms.length === 0) continue;
        const along = turn.arms.reduce((sum, { weight, delta }) => sum + weight * delta, 0);
        expect(along).toBeCloseTo(response, 9);
      }
    }),
  );
});

test('no guess where E does not move, and none is told of a target that E passes by', () => {
  const turnsOf = (targets: readonly number[]) => {
    const pass = passFor({ ...SOFTMAX, examples: [{ input: [0.8, 0.4], target: targets }] });
    return pass.steps.flatMap((step) => turnAt(pass, step) ?? []);
  };
  // Worked out by hand: a is 0.4020, 0.2343, 0.3637; E = −Σ t·ln(a) does not see an output whose target is 0.
  expect(turnsOf([0, 1, 0])).toMatchObject([{ raised: { unit: 2 }, direction: 'falls', followsGap: true }]);
  expect(turnsOf([0.3, 0.7, 0])).toMatchObject([
    { raised: { unit: 1 }, direction: 'falls', followsGap: false },
  ]);
  // At the target, and on the flat side of ReLU, there is nothing to guess.
  for (const loss of ['absolute-error', 'huber', 'half-squared-error'] as const) {
    const network = { ...CHAIN.network, activations: ['relu', 'linear'] as const };
    const pass = passFor({ ...CHAIN, network, loss, examples: [{ input: [-1], target: [0] }] });
    expect(pass.steps.flatMap((step) => turnAt(pass, step) ?? [])).toEqual([]);
  }
});

test('to lower E z should go against its δ, as far as the network shows', () => {
  fc.assert(
    fc.property(passes(), (pass) => {
      fc.pre(isComparable(pass.exercise));
      const responses = judged(pass.exercise);
      for (const { id, result } of pass.steps) {
        const wish = wishOf(result, pass.values.get(id)!);
        const response = responses.get(id)!;
        if (!id.startsWith('dE/dz')) expect(wish).toBe(0);
        else if (Math.abs(response) > TINY) expect(wish).toBe(response > 0 ? -1 : 1);
      }
    }),
  );
});

/** Numbers by which the options of a question are compared, from the outside judge. */
function sizes(kind: PhaseQuestion['kind'], pass: Pass, id: string): number {
  const results = judged(pass.exercise);
  const given = (of: string): number => results.get(of) ?? pass.values.get(of)!;
  switch (kind) {
    case 'pull': {
      const [letter, layer, from] = /^(.)\[(\d+)\]\[(\d+)\]/.exec(id)!.slice(1);
      const carried = letter === 'b' ? 1 : given(`a[${Number(layer) - 1}][${from}]`);
      return Math.abs(given(id) * carried);
    }
    case 'share':
      return given(id.replace(/^a\[\d+\]/, 'E'));
    case 'delta':
      return Math.abs(given(id));
    case 'change':
      return Math.abs(given(`dE/d${id}`));
    case 'way':
      return 0;
  }
}

test('the right answer to a question without numbers is the largest, as nudges and plain loops have it', () => {
  fc.assert(
    fc.property(passes(), (pass) => {
      fc.pre(isComparable(pass.exercise));
      for (const step of pass.steps) {
        const question = questionAt(pass, step);
        if (question === undefined) continue;
        const { kind, options } = question;
        expect(options.length).toBeGreaterThan(1);
        expect(options.some(({ isRight }) => isRight)).toBe(true);
        if (kind === 'way') {
          const slope = judged(pass.exercise).get(`dE/da[${pass.exercise.network.layers.length - 1}][1]`)!;
          expect(options.find(({ isRight }) => isRight)?.id).toBe(slope < 0 ? 'up' : 'down');
          continue;
        }
        const rated = options.map(({ id }) => sizes(kind, pass, id));
        const most = Math.max(...rated);
        if (most < TINY) continue;
        // Equal to four digits is equal on the page.
        options.forEach(({ isRight }, i) => {
          if (rated[i]! < 0.998 * most) expect(isRight).toBe(false);
          if (rated[i] === most) expect(isRight).toBe(true);
        });
        // Which δ will be larger cannot be seen where they are close: that is not asked.
        const [, second] = rated.toSorted((a, b) => b - a);
        if (kind === 'delta') expect(second! / most).toBeLessThan(0.8 + 1e-6);
      }
    }),
    { numRuns: 60 },
  );
});

test.each([
  { name: '2-2-1', exercise: TWO_TWO_ONE, kinds: ['pull', 'way', 'delta', 'change'] },
  { name: 'chain', exercise: CHAIN, kinds: ['way', 'delta', 'change'] },
  { name: 'fork', exercise: FORK, kinds: ['share', 'delta', 'change'] },
  { name: 'mazur', exercise: MAZUR, kinds: ['pull', 'share', 'delta', 'change'] },
])('$name asks one question a phase where there is a choice', ({ exercise, kinds }) => {
  const pass = passFor(exercise);
  expect(pass.steps.flatMap((step) => questionAt(pass, step)?.kind ?? [])).toEqual(kinds);
});

test('the factors of all paths, multiplied and added, are the slope, once in each layer', () => {
  fc.assert(
    fc.property(passes(), (pass) => {
      fc.pre(isComparable(pass.exercise));
      const responses = judged(pass.exercise);
      const shownAt = pass.steps.flatMap((step, i) => {
        const ribbon = ribbonAt(knownOf(pass), step);
        return ribbon ? [{ ribbon, id: pass.steps[i - 1]!.id }] : [];
      });
      expect(shownAt).toHaveLength(pass.exercise.network.layers.length - 1);
      for (const { ribbon, id } of shownAt) {
        const products = ribbon.paths.map(({ product }) => product);
        if (ribbon.count > ribbon.paths.length) continue;
        const sum = products.reduce((all, one) => all + one, 0);
        const value = readShown(ribbon.slope);
        const half = value === 0 ? TINY : 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(value))) - 3);
        expect(ribbon.sign, `${ribbon.slope}, ${sum}`).toBe(
          Math.abs(sum - value) <= half * (1 + 1e-9) ? '=' : '≈',
        );
        const size = products.reduce((sum, one) => sum + Math.abs(one), 0);
        const total = products.reduce((sum, one) => sum + one, 0);
        // Each factor is rounded.
        expect(Math.abs(total - responses.get(id)!)).toBeLessThanOrEqual(5e-3 * size + TINY);
        ribbon.paths.forEach(({ factors, product }) => {
          const read = factors.reduce((of, { value }) => of * readShown(value.replace(/[()]/g, '')), 1);
          expect(Math.abs(read - product)).toBeLessThanOrEqual(1e-12 * Math.abs(product));
        });
      }
    }),
  );
});

test('the path to the first weight of a 2-2-1 network has five factors, from the loss to the input', () => {
  const pass = passFor(TWO_TWO_ONE);
  const ribbon = pass.steps.flatMap((step) => ribbonAt(knownOf(pass), step) ?? [])[1]!;
  expect(ribbon.paths[0]!.factors.map(({ name }) => name)).toEqual([
    '∂E/∂a₁⁽²⁾',
    '∂a₁⁽²⁾/∂z₁⁽²⁾',
    'w₁₁⁽²⁾',
    '∂a₁⁽¹⁾/∂z₁⁽¹⁾',
    'x₁',
  ]);
  expect(ribbon.paths[0]!.factors.at(-1)!.value).toBe('0.50');
});

test('a path has the numbers of the network on the screen, and none that is to be mended or not checked yet', () => {
  const pass = passFor(CHAIN);
  const known = knownOf(pass);
  const step = pass.steps.findLast((one) => ribbonAt(known, one) !== undefined)!;
  const own = { ...known, cells: new Map([...known.cells, ['dE/da[2][1]', '0.4321']]) };
  expect(ribbonAt(own, step)!.paths[0]!.factors[0]!.value).toBe('0.4321');
  expect(ribbonAt(own, step)!.sign).toBe('≈');
  expect(ribbonAt({ ...own, toMend: ['dE/da[2][1]'] }, step)).toBeUndefined();
  expect(ribbonAt({ ...known, toMend: ['z[1][1]'] }, step)).toBeDefined();
  expect(ribbonAt({ ...known, isOpen: true }, step)).toBeUndefined();
});

test('a weight that is turned leads to the loss of the network with that weight', () => {
  fc.assert(
    fc.property(passes(), part, fc.integer({ min: -20, max: 20 }), (pass, which, twentieths) => {
      const { exercise } = pass;
      const turned = idOf(pick(weightsOf(exercise.network), which));
      const by = twentieths / 20;
      const known = { cells: new Map([['E', '']]), values: pass.values };
      const parameters = mapParameters(exercise.network, exercise.parameters, (parameter, value) =>
        idOf(parameter) === turned ? value + by : value,
      );
      const expected = lossOn({ ...exercise, parameters }, exercise.examples[0]!);
      const { values } = movedCells(pass, known, { id: turned, by });
      expect(values.get('E')).toBeCloseTo(expected, 9);
    }),
  );
});

test('weights may be turned from the loss on until the first slope of one is asked', () => {
  const pass = passFor(TWO_TWO_ONE);
  const turnable = pass.steps.filter((step) => isTurnable(pass, step)).map(({ id }) => id);
  expect(turnable).toEqual(['dE/da[2][1]', 'da/dz[2][1]', 'dE/dz[2][1]']);
});

test('what the network says stands beside what it should say, when the loss has just been found', () => {
  const pass = passFor(MAZUR);
  expect(gapOf(pass)).toEqual({ says: ['0.7514', '0.7729'], should: ['0.01', '0.99'] });
  expect(pass.steps.filter((step) => isTurningBack(pass, step)).map(({ id }) => id)).toEqual(['dE/da[2][1]']);
});
