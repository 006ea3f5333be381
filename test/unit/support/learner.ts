import fc from 'fast-check';
import { readShown, shownGiven } from '../../../src/core/expressions/digits.ts';
import { evaluate } from '../../../src/core/expressions/evaluate.ts';
import type { Network } from '../../../src/core/network/exercise.ts';
import type { LossName } from '../../../src/core/network/losses.ts';
import { idOf } from '../../../src/core/quantity.ts';
import { drawNumbers } from '../../../src/tutor/exercise/draw.ts';
import { randomStream } from '../../../src/tutor/exercise/random.ts';
import { exactValue, passOf, type Pass } from '../../../src/tutor/pass.ts';
import { CLASSIC, fittingLosses, networks, type NetworkLimits } from './networks.ts';

// Simulated learners: each works a pass through with a calculator, and copies numbers the way people do.

/** How a learner shortens a number: which way a tie goes, or off with the rest. */
export type Habit = 'half up' | 'half even' | 'cut';

/** x with so many significant digits, as "3775e-4". Trailing zeros are written: "1000e-4" has four digits. */
export function shortened(x: number, digits: number, habit: Habit): string {
  if (x === 0) return '0';
  // Fifteen digits drop what floating point adds to a decimal: 0.37745 is a tie, whatever its last bits are.
  const [mantissa = '', exponent = ''] = Math.abs(x).toExponential(14).split('e');
  const all = BigInt(mantissa.replace('.', ''));
  const unit = 10n ** BigInt(15 - digits);
  const twiceRest = 2n * (all % unit);
  const kept = all / unit;
  const isUp =
    habit !== 'cut' &&
    (twiceRest > unit || (twiceRest === unit && (habit === 'half up' || kept % 2n === 1n)));
  const rounded = isUp ? kept + 1n : kept;
  const [whole, power] =
    rounded === 10n ** BigInt(digits)
      ? [rounded / 10n, Number(exponent) - digits + 2]
      : [rounded, Number(exponent) - digits + 1];
  return `${x < 0 ? '-' : ''}${whole.toString()}e${power}`;
}

/**
 * What a learner types at each step who works from the givens as shown and from their own earlier answers.
 * @param slip changes a result before it is written down
 */
export function workedThrough(
  pass: Pass,
  write: (x: number) => string,
  slip: (x: number, id: string) => number = (x) => x,
): ReadonlyMap<string, string> {
  const own = new Map(
    pass.givens.map(idOf).map((id) => [id, readShown(shownGiven(exactValue(pass, id)))] as const),
  );
  const typed = new Map<string, string>();
  for (const { id, formula } of pass.steps) {
    const answer = write(slip(evaluate(formula, own), id));
    typed.set(id, answer);
    own.set(id, Number(answer));
  }
  return typed;
}

/** A network and the seed of its numbers: all it takes to try a law again. */
export type Draw = { readonly network: Network; readonly seed: number; readonly loss?: LossName };

/** The same with every activation, and every loss that goes with it. */
export const allDraws = (): fc.Arbitrary<Draw> =>
  networks({ maxHidden: 2, maxUnits: 3 }).chain((network) =>
    fc.record({
      network: fc.constant(network),
      seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      loss: fc.constantFrom(...fittingLosses(network)),
    }),
  );

/** Networks of up to three hidden layers of up to three units, with any seed. */
export const draws = (
  limits: NetworkLimits = { maxHidden: 3, maxUnits: 3, activations: CLASSIC },
): fc.Arbitrary<Draw> =>
  fc.record({ network: networks(limits), seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }) });

/** The first pass with the numbers of the seed, whatever they are: no draw is turned down. */
export function drawnPass({ network, seed, loss = 'half-squared-error' }: Draw): Pass {
  const drawn = drawNumbers(network, 1, randomStream(seed));
  const optimizer = { kind: 'sgd', learningRate: 0.5 } as const;
  return passOf({ network, ...drawn, loss, optimizer }, 1, drawn.parameters);
}
