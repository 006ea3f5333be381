import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valuesWith } from '../../../src/app/ideas/recompute.ts';
import {
  activationOf,
  isFlat,
  reachOf,
  samplesOf,
  steepest,
  steepestSite,
  unitAt,
  unitsWithZ,
  zOf,
} from '../../../src/app/ideas/slope.ts';
import type { ActivationName } from '../../../src/core/network/activations.ts';
import { idOf, preActivation, weight } from '../../../src/core/quantity.ts';
import { exactValue, passOf } from '../../../src/tutor/pass.ts';
import { part, passes, pick } from './walks.ts';

const z = fc.double({ min: -8, max: 8, noNaN: true });

test('a unit whose z is moved shows the slope and the δ that central differences give', () => {
  fc.assert(
    fc.property(passes(true), part, z, (pass, which, at) => {
      const unit = pick(unitsWithZ(pass.exercise.network), which);
      const id = idOf(preActivation(unit.layer, unit.unit));
      const step = 1e-4;
      const [up, down] = [at + step, at - step].map((held) => ({
        loss: valuesWith(pass, new Map([[id, held]])).get('E')!,
        a: unitAt(pass, unit, held).a,
      }));
      const state = unitAt(pass, unit, at);
      expect((up!.a - down!.a) / (2 * step)).toBeCloseTo(state.slope, 6);
      expect((up!.loss - down!.loss) / (2 * step)).toBeCloseTo(state.delta, 5);
    }),
  );
});

test('left where it is, a unit shows the numbers of the pass', () => {
  fc.assert(
    fc.property(passes(), part, (pass, which) => {
      const unit = pick(unitsWithZ(pass.exercise.network), which);
      const key = `[${unit.layer}][${unit.unit}]`;
      expect(unitAt(pass, unit, zOf(pass, unit))).toEqual({
        z: exactValue(pass, `z${key}`),
        a: exactValue(pass, `a${key}`),
        slope: exactValue(pass, `da/dz${key}`),
        delta: exactValue(pass, `dE/dz${key}`),
      });
      expect(Math.abs(zOf(pass, unit))).toBeLessThanOrEqual(reachOf(pass));
    }),
  );
});

test('a weight held at another number gives the pass of a network that has it', () => {
  fc.assert(
    fc.property(passes(), z, (pass, held) => {
      const { exercise, parameters } = pass;
      const weights = structuredClone(parameters.weights) as number[][][];
      weights[0]![0]![0] = held;
      const other = passOf(exercise, 1, { ...parameters, weights });
      expect(valuesWith(pass, new Map([[idOf(weight(1, 1, 1)), held]]))).toEqual(other.values);
    }),
  );
});

test.each<[ActivationName, number, ReturnType<typeof steepestSite>]>([
  ['sigmoid', 0.25, 'middle'],
  ['tanh', 1, 'middle'],
  ['relu', 1, 'right'],
  ['linear', 1, 'alike'],
  ['leaky-relu', 1, 'right'],
])('%s is never steeper than %d, and steepest %s', (name, most, site) => {
  const samples = samplesOf(name, 8);
  expect(steepest(samples)).toBe(most);
  expect(steepestSite(name, 8)).toBe(site);
  for (const { slope } of samples) expect(slope).toBeLessThanOrEqual(most);
});

test('every unit but a linear one can be made to stop within the reach of the slider', () => {
  fc.assert(
    fc.property(passes(), part, (pass, which) => {
      const unit = pick(unitsWithZ(pass.exercise.network), which);
      const name = activationOf(pass.exercise.network, unit);
      const most = steepest(samplesOf(name, reachOf(pass)));
      const far = unitAt(pass, unit, -reachOf(pass));
      expect(isFlat(far.slope, most)).toBe(name !== 'linear');
    }),
  );
});
