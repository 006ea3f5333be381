import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureRace, stuckOf, unlabelled } from '../../../src/app/ideas/race.ts';
import {
  alongTo,
  bestStep,
  lossAlong,
  outcomeOf,
  ownRate,
  promisePerRate,
} from '../../../src/app/plot/rate.ts';
import { train } from '../../../src/core/engine/train.ts';
import { shown } from '../../../src/core/expressions/digits.ts';
import type { ActivationName } from '../../../src/core/network/activations.ts';
import type { Exercise } from '../../../src/core/network/exercise.ts';
import { meanLoss, updatedParameters } from '../../../src/core/network/values.ts';
import { drawExercise } from '../../../src/tutor/exercise/generator.ts';
import { rate } from '../../../src/tutor/messages/en/ideas-rate.ts';
import { passOf, type Pass } from '../../../src/tutor/pass.ts';
import { CHAIN, FORK, MAZUR, TWO_TWO_ONE } from '../support/exercises.ts';
import { passes } from './walks.ts';

const atRate = (exercise: Exercise, learningRate: number): Exercise => ({
  ...exercise,
  optimizer: { kind: 'sgd', learningRate },
});

/** The loss after one step, from the tape alone. */
function lossAfter({ exercise }: Pass, rate: number): number {
  const pass = passOf(atRate(exercise, rate), 1, exercise.parameters);
  const { network, examples } = exercise;
  const moved = updatedParameters(network, pass.parameters, pass.values);
  return meanLoss({ ...exercise, examples: examples.slice(0, 1) }, moved);
}

test('the curve along the gradient is the loss after one step of that rate', () => {
  fc.assert(
    fc.property(passes(), fc.double({ min: 0, max: 60, noNaN: true }), (pass, rate) => {
      const along = lossAlong(pass);
      expect(along(0)).toBeCloseTo(pass.values.get('E')!, 12);
      const expected = lossAfter(pass, rate);
      fc.pre(Number.isFinite(expected));
      expect(Math.abs(along(rate) - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
    }),
  );
});

test('the promise is the slope of that curve at its beginning', () => {
  fc.assert(
    fc.property(passes(true), (pass) => {
      const along = lossAlong(pass);
      const step = 1e-6;
      const promise = promisePerRate(pass);
      const measured = (along(-step) - along(step)) / (2 * step);
      expect(Math.abs(measured - promise)).toBeLessThan(1e-4 * Math.max(1, promise));
    }),
  );
});

/** Fails where a rate of a fine scan over the picture has a lower loss than the rate that is told as the best. */
function expectLowest(pass: Pass): void {
  const along = lossAlong(pass);
  const best = bestStep(along, ownRate(pass));
  if (best === undefined) return;
  const told = along(best.rate);
  expect(told).toBeLessThan(along(0));
  expect(best.rate).toBeLessThanOrEqual(best.reach);
  // Places of the slider, and others that fall on none of the search.
  const placed = [300, 1777].flatMap((count) =>
    Array.from({ length: count + 1 }, (_, i) => along((best.reach * i) / count)),
  );
  const lowest = Math.min(...placed.filter((loss) => !Number.isNaN(loss)));
  expect(told).toBeLessThanOrEqual(lowest + 1e-9 * along(0));
}

test('on the networks of seeds nobody places a rate below the best', () => {
  const { network, loss, optimizer } = TWO_TWO_ONE;
  for (let seed = 1; seed <= 60; seed += 1) {
    const exercise = drawExercise({ network, loss, optimizer, exampleCount: 1 }, seed);
    expectLowest(passOf(exercise, 1, exercise.parameters));
  }
});

test('nobody places a rate below the best of any network', () => {
  fc.assert(fc.property(passes(), expectLowest));
});

test('the best rate of the first network of all leaves next to nothing', () => {
  const { network, loss, optimizer } = TWO_TWO_ONE;
  const first = drawExercise({ network, loss, optimizer, exampleCount: 1 }, 1);
  const along = lossAlong(passOf(first, 1, first.parameters));
  const best = bestStep(along, 0.5)!;
  expect(best.rate).toBeCloseTo(44.41, 1);
  expect(best.isEdge).toBe(false);
  expect(along(best.rate)).toBeLessThan(1e-9);
});

test('where the loss falls as far as the picture goes, its edge is the best, and it is said to be the edge', () => {
  const best = bestStep((rate) => Math.exp(-rate), 0.5)!;
  expect(best).toEqual({ rate: best.reach, reach: best.reach, isEdge: true });
});

test('the curve that is drawn starts at the loss of the pass and ends at the last rate', () => {
  fc.assert(
    fc.property(passes(), fc.double({ min: 0.1, max: 100, noNaN: true }), (pass, most) => {
      const points = alongTo(lossAlong(pass), most);
      expect(points[0]).toEqual({ rate: 0, loss: lossAlong(pass)(0) });
      expect(points.at(-1)!.rate).toBeCloseTo(most, 10);
    }),
    { numRuns: 30 },
  );
});

test('what η = 50 does is told by working it out', () => {
  const along = lossAlong(passOf(TWO_TWO_ONE, 1, TWO_TWO_ONE.parameters));
  expect(outcomeOf(along, 0.5, 0.5)).toBe('between');
  expect(outcomeOf((rate) => 1 - rate, 50, 0.5)).toBe('lower');
  expect(outcomeOf((rate) => 1 + rate, 50, 0.5)).toBe('higher');
});

test.each([
  { name: 'chain', exercise: CHAIN },
  { name: 'fork', exercise: FORK },
  { name: '2-2-1', exercise: TWO_TWO_ONE },
  { name: 'mazur', exercise: MAZUR },
])('$name: each curve is that of training at its rate, and carries the right name', async ({ exercise }) => {
  const race = await measureRace(passOf(exercise, 1, exercise.parameters));
  if (race === undefined) throw new Error('no rate lowers the loss');
  for (const { rate, losses } of [race.small, race.own, race.best, race.large, race.fifty]) {
    const training = train(atRate(exercise, rate), 100);
    expect(losses).toEqual([training.before, ...training.losses]);
  }
  const end = (of: keyof typeof race): number => (race[of] as typeof race.own).losses.at(-1)!;
  const start = race.own.losses[0]!;
  expect(end('small')).toBeGreaterThan(0.95 * start);
  expect(end('best')).toBeLessThanOrEqual(end('own'));
  if (!race.isHarmless) expect(end('large')).toBeGreaterThan(end('best') + 0.03 * start);
  expect(unlabelled(race)).toHaveLength(race.isHarmless ? 2 : 3);
});

test('a rate that does no harm at first, and is stuck where others end lower, is told with theirs, as the picture has them', async () => {
  const { network, loss, optimizer } = TWO_TWO_ONE;
  const first = drawExercise({ network, loss, optimizer, exampleCount: 1 }, 1);
  const race = (await measureRace(passOf(first, 1, first.parameters)))!;
  expect(race.isHarmless).toBe(true);
  // ½·0.08²: the network answers 0, and should answer 0.08.
  expect(race.large.losses[100]).toBeCloseTo(0.0032, 6);
  const stuck = stuckOf(race)!;
  const said = rate.namedRight(['A 1', 'B 2'], '360', stuck, 1);
  expect(said).toContain('the loss stays 0.003200. The good rate, η = 44.41, goes on to');
  // The curve of 0.50 ends above that of 360.
  expect(race.own.losses[100]).toBeGreaterThan(race.large.losses[100]!);
  expect(said).toContain(
    `η = 0.50 has come to ${shown(race.own.losses[100]!)} after 100 passes, and still falls.`,
  );
  expect(stuckOf({ ...race, own: race.best })).not.toHaveProperty('own');
  expect(stuckOf({ ...race, large: race.best })).toBeUndefined();
});

/** What the rule of thumb on the page claims. */
test.each([2, 4])('a promise of 1/%i of the loss is kept by half or more in 19 of 20 networks', (part) => {
  const kinds: readonly (readonly [ActivationName, ActivationName])[] = [
    ['sigmoid', 'sigmoid'],
    ['tanh', 'sigmoid'],
    ['tanh', 'linear'],
    ['relu', 'linear'],
    ['linear', 'linear'],
  ];
  const { network, loss, optimizer } = TWO_TWO_ONE;
  for (const activations of kinds) {
    let kept = 0;
    for (let seed = 1; seed <= 20; seed += 1) {
      const exercise = drawExercise(
        { network: { ...network, activations }, loss, optimizer, exampleCount: 1 },
        seed,
      );
      const pass = passOf(exercise, 1, exercise.parameters);
      const whole = pass.values.get('E')!;
      const promised = whole / part;
      const fell = whole - lossAfter(pass, promised / promisePerRate(pass));
      if (fell > promised / 2) kept += 1;
    }
    expect(kept, activations.join()).toBeGreaterThanOrEqual(19);
  }
});

test('a network whose slopes are all 0 is not raced', async () => {
  const still: Exercise = { ...CHAIN, examples: [{ input: [0], target: [0.5] }] };
  const flat: Exercise = {
    ...still,
    network: { ...CHAIN.network, activations: ['relu', 'relu'] },
    parameters: { weights: [[[-1]], [[-1]]], biases: [] },
  };
  expect(await measureRace(passOf(flat, 1, flat.parameters))).toBeUndefined();
});
