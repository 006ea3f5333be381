import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  arrowsBetweenUnits,
  askedWeight,
  countWays,
  firstWeight,
  guessesFor,
  isAtOutput,
  linksOf,
  movesAlong,
  nextArrows,
  productOf,
  waysFrom,
  wholeMove,
  type Way,
} from '../../../src/app/ideas/chain.ts';
import { printedProduct } from '../../../src/app/formula/printed.ts';
import { shown } from '../../../src/core/expressions/digits.ts';
import { gradient, idOf } from '../../../src/core/quantity.ts';
import { exactValue, passOf, type Pass } from '../../../src/tutor/pass.ts';
import { CHAIN, FORK, MAZUR, TWO_TWO_ONE } from '../support/exercises.ts';
import { part, passes, pick } from './walks.ts';

const first = (exercise: typeof CHAIN): Pass => passOf(exercise, 1, exercise.parameters);

/** A way that a learner walks: at each unit one of the arrows that leave it. */
function walk(pass: Pass, start: number, turns: readonly number[]): Way {
  const { network } = pass.exercise;
  let way: Way = [pick(arrowsBetweenUnits(network), start)];
  for (let k = 0; !isAtOutput(network, way); k += 1) {
    way = [...way, pick(nextArrows(network, way), turns[k] ?? 0)];
  }
  return way;
}

/** Raised digits as plain ones. */
const plain = (raised: string): string =>
  raised.replace('⁻', '-').replace(/[^-]/g, (sign) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign)));

const walks = fc.tuple(passes(true), part, fc.array(part, { minLength: 3, maxLength: 3 }));

test('the products of all ways from a weight add up to its gradient', () => {
  fc.assert(
    fc.property(passes(), part, (pass, start) => {
      const weight = pick(arrowsBetweenUnits(pass.exercise.network), start);
      const ways = waysFrom(pass.exercise.network, weight, 1000);
      expect(ways).toHaveLength(countWays(pass.exercise.network, weight));
      const exact = (way: Way): number =>
        linksOf(pass, way, true).reduce((product, { value }) => product * value, 1);
      const sum = ways.reduce((total, way) => total + exact(way), 0);
      expect(sum).toBeCloseTo(exactValue(pass, idOf(gradient(weight))), 10);
    }),
  );
});

test('what stands behind the factors is what a calculator makes of them as they are printed', () => {
  fc.assert(
    fc.property(walks, fc.boolean(), ([pass, start, turns], isAtLoss) => {
      const links = linksOf(pass, walk(pass, start, turns), isAtLoss);
      const typed = links.map(({ text }) =>
        Number(text.replace('−', '-').replace(/·10(.*)$/, (_, power: string) => `e${plain(power)}`)),
      );
      const product = typed.reduce((all, factor) => all * factor, 1);
      expect(Math.abs(productOf(links) - product)).toBeLessThanOrEqual(1e-12 * Math.abs(product));
    }),
  );
  // 0.39 · 0.2137 is 0.08334, though with all digits it comes to 0.08333.
  expect(shown(printedProduct(['0.39', '0.2137']))).toBe('0.08334');
});

test('a way has two factors for each of its arrows and one for the loss', () => {
  fc.assert(
    fc.property(walks, ([pass, start, turns]) => {
      const way = walk(pass, start, turns);
      expect(linksOf(pass, way, false)).toHaveLength(2 * way.length);
      expect(linksOf(pass, way, true)).toHaveLength(2 * way.length + 1);
    }),
  );
});

test('each factor is how many times as much the next value moves, measured', () => {
  fc.assert(
    fc.property(walks, ([pass, start, turns]) => {
      const way = walk(pass, start, turns);
      const by = 1e-5;
      const [up, down] = [by, -by].map((amount) => movesAlong(pass, way, amount, true));
      linksOf(pass, way, true).forEach(({ value }, i) => {
        const span = (at: number): number => up![at]!.by - down![at]!.by;
        if (Math.abs(span(i)) < 1e-9) return;
        expect(Math.abs(span(i + 1) / span(i) - value)).toBeLessThan(1e-4 * Math.max(1, Math.abs(value)));
      });
    }),
  );
});

test('where one way leads to E, the last bar is the whole move of E; with several it is less or more', () => {
  fc.assert(
    fc.property(walks, fc.double({ min: -0.1, max: 0.1, noNaN: true }), ([pass, start, turns], by) => {
      const way = walk(pass, start, turns);
      if (countWays(pass.exercise.network, way[0]) > 1) return;
      expect(movesAlong(pass, way, by, true).at(-1)!.by).toBeCloseTo(wholeMove(pass, way[0], by), 12);
    }),
  );
  const fork = first(FORK);
  const parts = waysFrom(FORK.network, firstWeight, 9).map(
    (way) => movesAlong(fork, way, 0.1, true).at(-1)!.by,
  );
  // Each output's loss is its own: what the two ways move adds up exactly.
  expect(parts[0]! + parts[1]!).toBeCloseTo(wholeMove(fork, firstWeight, 0.1), 12);
});

test('the right number of factors is among the guesses, and each guess is another', () => {
  for (const count of [3, 5, 7, 9]) {
    const guesses = guessesFor(count);
    expect(guesses).toContain(count);
    expect(new Set(guesses).size).toBe(guesses.length);
  }
});

test.each([CHAIN, FORK, MAZUR, TWO_TWO_ONE])(
  'the last task asks about a weight of the network',
  (exercise) => {
    const asked = askedWeight(exercise.network);
    expect(idOf(asked)).not.toBe(idOf(firstWeight));
    expect(first(exercise).values.has(idOf(gradient(asked)))).toBe(true);
  },
);
