import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  candidates,
  carriedBy,
  knownAt,
  meetsFirst,
  stopAt,
  stopsOf,
} from '../../../src/app/ideas/two-phases.ts';
import { captionAt } from '../../../src/app/ideas/playhead-caption.ts';
import { readShown, shown } from '../../../src/core/expressions/digits.ts';
import { activation, gradient, idOf, preActivation } from '../../../src/core/quantity.ts';
import { exactValue, passOf } from '../../../src/tutor/pass.ts';
import { CHAIN, TWO_TWO_ONE } from '../support/exercises.ts';
import { judged } from '../support/judge.ts';
import { part, passes } from './walks.ts';

const states = fc.tuple(passes(), part, fc.boolean()).map(([pass, at, isTurned]) => {
  const stops = stopsOf(pass.exercise.network);
  return { pass, stops, playhead: { position: Math.round(at * stops.length), isTurned } };
});

test('what the arrows bring adds up to z on the way forward and to ∂E/∂a on the way back', () => {
  fc.assert(
    fc.property(passes(), (pass) => {
      const { network, parameters } = pass.exercise;
      const outside = judged(pass.exercise);
      const weights = stopsOf(network).flatMap((stop) => (stop.kind === 'weight' ? [stop.weight] : []));
      network.layers.forEach((count, layer) => {
        for (let unit = 1; unit <= count; unit += 1) {
          const into = weights.filter((weight) => weight.layer === layer && weight.to === unit);
          const out = weights.filter((weight) => weight.layer === layer + 1 && weight.from === unit);
          if (into.length > 0) {
            const own = network.bias ? parameters.biases[layer - 1]![unit - 1]! : 0;
            const sum = into.reduce((total, weight) => total + carriedBy(pass, weight).forward.value, own);
            expect(sum).toBeCloseTo(outside.get(`z[${layer}][${unit}]`)!, 10);
          }
          if (out.length > 0 && layer > 0) {
            const sum = out.reduce((total, weight) => total + carriedBy(pass, weight).backward.value, 0);
            expect(sum).toBeCloseTo(outside.get(`dE/da[${layer}][${unit}]`)!, 10);
          }
        }
      });
      for (const weight of weights) {
        const { layer, from, to } = weight;
        const slope = outside.get(`dE/dw[${layer}][${from}][${to}]`)!;
        expect(carriedBy(pass, weight).slope.value).toBeCloseTo(slope, 10);
      }
    }),
  );
});

/** Four digits of a number. */
const expectRounded = (text: string, value: number): void => {
  const [printed, apart] = [readShown(text), 5.01e-4 * Math.abs(value) + 1e-12];
  expect(Math.abs(printed - value), `${text} for ${value}`).toBeLessThanOrEqual(apart);
};

test('wherever the playhead is, the numbers in the units are those of the pass', () => {
  fc.assert(
    fc.property(states, ({ pass, stops, playhead }) => {
      const known = knownAt(pass, stops, playhead);
      const outside = judged(pass.exercise);
      const { input } = pass.exercise.examples[0]!;
      for (const [id, text] of known.forward) {
        const [layer, unit] = [...id.matchAll(/\d+/g)].map(Number);
        expectRounded(text, layer === 0 ? input[unit! - 1]! : outside.get(id)!);
      }
      for (const [id, text] of known.backward) expectRounded(text, outside.get(id.replace('a', 'dE/dz'))!);
      expect(captionAt(pass, stops, playhead)).not.toMatch(/undefined|NaN/);
    }),
  );
});

test('a weight has one slope on all of the page, and so have a z and a ∂E/∂a that one arrow makes', () => {
  fc.assert(
    fc.property(passes(), (pass) => {
      const { network } = pass.exercise;
      const isChain = network.layers.every((units) => units === 1) && !network.bias;
      for (const stop of stopsOf(network)) {
        if (stop.kind === 'loss') continue;
        const { layer, from, to } = stop.weight;
        const { forward, backward, slope } = carriedBy(pass, stop.weight);
        const same = (equation: string, id: string): void => {
          expect(equation.split(/ [=≈] /)[1]).toBe(shown(exactValue(pass, id)));
        };
        same(slope.equation, idOf(gradient(stop.weight)));
        if (isChain) same(forward.equation, idOf(preActivation(layer, to)));
        if (isChain && layer > 1) same(backward.equation, idOf(gradient(activation(layer - 1, from))));
      }
    }),
    { examples: [[passOf(CHAIN, 1, CHAIN.parameters)]] },
  );
});

test('going forward fills the units up, going back brings every δ, and nothing is known too early', () => {
  fc.assert(
    fc.property(passes(), (pass) => {
      const { layers } = pass.exercise.network;
      const stops = stopsOf(pass.exercise.network);
      const all = layers.reduce((sum, units) => sum + units, 0);
      const at = (position: number, isTurned: boolean) => knownAt(pass, stops, { position, isTurned });
      expect(at(0, false).forward.size).toBe(layers[0]);
      expect(at(0, false).hasLoss).toBe(false);
      expect(at(stops.length, false).forward.size).toBe(all);
      expect(at(stops.length, true).backward.size).toBe(0);
      expect(at(0, true).backward.size).toBe(all - layers[0]!);
      for (let p = 1; p <= stops.length; p += 1) {
        expect(at(p, false).forward.size).toBeGreaterThanOrEqual(at(p - 1, false).forward.size);
        expect(at(p - 1, true).backward.size).toBeGreaterThanOrEqual(at(p, true).backward.size);
        expect(at(p, false).backward.size).toBe(0);
      }
    }),
  );
});

test('each arrow is passed once on each way', () => {
  fc.assert(
    fc.property(passes(), (pass) => {
      const stops = stopsOf(pass.exercise.network);
      const positions = stops.map((_, i) => i);
      expect(positions.map((i) => stopAt(stops, { position: i + 1, isTurned: false }))).toEqual(stops);
      expect(positions.map((i) => stopAt(stops, { position: i, isTurned: true }))).toEqual(stops);
    }),
  );
});

test('the guess can be right: a weight of the last layer is among those to choose from', () => {
  fc.assert(
    fc.property(passes(), (pass) => {
      const options = candidates(pass.exercise.network, stopsOf(pass.exercise.network));
      expect(options.some((weight) => meetsFirst(pass.exercise.network, weight))).toBe(true);
      expect(options.length).toBeLessThanOrEqual(12);
    }),
  );
  const { network } = TWO_TWO_ONE;
  expect(candidates(network, stopsOf(network))).toHaveLength(6);
});
