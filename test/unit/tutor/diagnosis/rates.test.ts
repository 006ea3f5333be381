import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomStream } from '../../../../src/tutor/exercise/random.ts';
import { exactValue } from '../../../../src/tutor/pass.ts';
import { arrivals, handedIn, sameCause, tellable, toldFrom, type Manner } from '../../support/diagnosing.ts';
import { drawnPass, draws, shortened, type Draw } from '../../support/learner.ts';
import { doubleMisconceptions, misconceptions } from '../../support/misconceptions.ts';

// What share of answers with known causes is told right, on networks that nothing was made for.

/** Networks of one to three hidden layers of one to three units. */
const networks = (seed: number, count: number): readonly Draw[] =>
  fc
    .sample(draws(), { seed, numRuns: 2 * count })
    .filter(({ network }) => network.layers.length > 2)
    .slice(0, count);

type Tally = { all: number; named: number; right: number; imprecise: number; readonly misses: string[] };

const share = (part: number, { all }: Tally): number => part / all;

describe('of the mistakes that can be told apart', () => {
  const tally = (seed: number, count: number, manner: Manner, kind: typeof misconceptions): Tally => {
    const counted: Tally = { all: 0, named: 0, right: 0, imprecise: 0, misses: [] };
    for (const draw of networks(seed, count)) {
      for (const arrived of arrivals(drawnPass(draw))) {
        const { pass, step, belief } = arrived;
        const single = misconceptions(draw.network, step.id);
        const mistakes = kind(draw.network, step.id);
        const among = kind === misconceptions ? single : [...single, ...mistakes];
        for (const mistake of tellable(arrived, mistakes, among)) {
          const typed = handedIn(arrived, mistake, manner);
          const { verdict, names } = toldFrom(pass, step, typed, belief);
          counted.all += 1;
          if (verdict === 'correct' || verdict === 'carried') counted.right += 1;
          if (verdict === 'imprecise') counted.imprecise += 1;
          if (sameCause(names[0] ?? '', mistake.cause)) counted.named += 1;
          else counted.misses.push(`${step.id} ${mistake.cause}: ${typed} is ${verdict} ${names.join()}`);
        }
      }
    }
    return counted;
  };

  test.each<{ manner: Manner; seed: number }>([
    { manner: 'value', seed: 101 },
    { manner: 'value of own numbers', seed: 102 },
    { manner: 'numbers', seed: 103 },
    { manner: 'names', seed: 104 },
  ])('handed in as $manner, 98 of 100 are named first, none is right, one at most imprecise', (given) => {
    const counted = tally(given.seed, 5, given.manner, misconceptions);
    expect(counted.all).toBeGreaterThan(1000);
    expect(counted.right, counted.misses.join('\n')).toBe(0);
    expect(share(counted.imprecise, counted)).toBeLessThanOrEqual(0.01);
    expect(share(counted.named, counted), counted.misses.join('\n')).toBeGreaterThanOrEqual(0.98);
  });

  test.each<{ manner: Manner; seed: number }>([
    { manner: 'value', seed: 105 },
    { manner: 'numbers', seed: 106 },
  ])('two made at once and handed in as $manner are named in 80 of 100', ({ manner, seed }) => {
    const counted = tally(seed, 2, manner, doubleMisconceptions);
    expect(counted.all).toBeGreaterThan(400);
    expect(counted.right, counted.misses.join('\n')).toBe(0);
    expect(share(counted.named, counted), counted.misses.join('\n')).toBeGreaterThanOrEqual(0.8);
  });
});

describe('of random wrong numbers, two in a hundred at most are given a cause', () => {
  const random = randomStream(107);
  const sign = (): number => (random() < 0.5 ? -1 : 1);
  test.each([
    { name: 'between half and twice the right one', draw: (x: number) => x * (0.5 + 1.5 * random()) },
    {
      name: 'of the right one’s size and any sign',
      draw: (x: number) => sign() * x * 10 ** (2 * random() - 1),
    },
    { name: 'between −1 and 1', draw: () => 2 * random() - 1 },
  ])('$name', ({ draw }) => {
    let [all, explained] = [0, 0];
    for (const network of networks(108, 10)) {
      for (const { pass, step, belief } of arrivals(drawnPass(network))) {
        const typed = shortened(draw(exactValue(pass, step.id)), 4, 'half up');
        const { verdict, names } = toldFrom(pass, step, typed, belief);
        if (verdict !== 'wrong') continue;
        all += 1;
        if (names.length > 0) explained += 1;
      }
    }
    expect(all).toBeGreaterThan(300);
    expect(explained / all).toBeLessThanOrEqual(0.02);
  });
});
