import { shown, shownGiven } from '../../core/expressions/digits.ts';
import { trainer } from '../../core/engine/train.ts';
import type { Pass } from '../../tutor/pass.ts';
import { pause } from './pause.ts';
import { bestStep, lossAlong, ownRate, type BestStep } from '../plot/rate.ts';

export type RunnerId = 'small' | 'own' | 'best' | 'large' | 'fifty';

/** One rate with the mean loss before the first pass and after each of the next hundred. */
export type Runner = { readonly id: RunnerId; readonly rate: number; readonly losses: readonly number[] };

export type Race = Readonly<Record<RunnerId, Runner>> & {
  /** Best for one single step on the example of this pass. */
  readonly single: BestStep;
  /** Where targets lie at the ends of a flat curve, no rate is seen to be too large. */
  readonly isHarmless: boolean;
};

const PASSES = 100;
/** Milliseconds of work before the page gets its turn. */
const SLICE_MS = 8;
/** The rate that the last question asks about. */
export const FIFTY = 50;

/** Less than this part of the loss is gone after all passes: the rate is too small. */
const HARDLY = 0.05;
/** A loss that falls by less than this part after the first tenth of the passes is stuck. */
const STUCK = 0.5;
/** Of the loss before: a difference that can be seen. */
const SEEN = 0.03;
/** Doublings of the best rate that are tried. */
const DOUBLINGS = 10;

/** Mean losses over the passes at a rate, from the parameters that the pass starts with. */
async function lossesAt(pass: Pass, rate: number): Promise<readonly number[]> {
  const { exercise, parameters, number } = pass;
  const training = trainer(
    { ...exercise, parameters, optimizer: { ...exercise.optimizer, learningRate: rate } },
    number,
  );
  const losses = [training.meanLoss()];
  let turn = performance.now();
  while (losses.length <= PASSES) {
    training.pass();
    const loss = training.meanLoss();
    // Beyond all bounds is beyond all bounds, whatever floating point makes of it.
    losses.push(Number.isNaN(loss) ? Infinity : loss);
    if (performance.now() - turn < SLICE_MS) continue;
    await pause();
    turn = performance.now();
  }
  return losses;
}

const rounded = (rate: number, digits: number): number => Number(rate.toPrecision(digits));
const finite = (loss: number): number => (Number.isFinite(loss) ? loss : Number.MAX_VALUE);
const endOf = ({ losses }: Runner): number => finite(losses.at(-1)!);

/**
 * Finds rates that are too small, best and too large for a network, by training it with each. Undefined where no rate
 * lowers the loss. The page gets its turn between.
 */
export async function measureRace(pass: Pass): Promise<Race | undefined> {
  const single = bestStep(lossAlong(pass), ownRate(pass));
  if (single === undefined) return undefined;
  const runner = async (id: RunnerId, rate: number): Promise<Runner> => {
    await pause();
    return { id, rate, losses: await lossesAt(pass, rate) };
  };
  const own = await runner('own', ownRate(pass));
  const start = own.losses[0]!;

  let small = await runner('small', rounded(own.rate / 10, 2));
  while (endOf(small) < (1 - HARDLY) * start && small.rate > 1e-6) {
    small = await runner('small', rounded(small.rate / 10, 2));
  }
  let best: Runner = { ...own, id: 'best' };
  for (let k = 0; k <= 8; k += 1) {
    const next = await runner('best', rounded(single.rate / 2 ** k, 4));
    if (endOf(next) < endOf(best)) best = next;
  }
  const doubled = (k: number): Promise<Runner> => runner('large', rounded(2 ** k * single.rate, 2));
  let large = await doubled(3);
  let isHarmless = true;
  for (let k = 1; k <= DOUBLINGS && isHarmless; k += 1) {
    const next = await doubled(k);
    const isStuck = endOf(next) > STUCK * finite(next.losses[PASSES / 10]!);
    // Who has named it too large should not see it end below their own.
    if (!isStuck || endOf(next) - endOf(best) < SEEN * start || endOf(next) < endOf(own)) continue;
    large = next;
    isHarmless = false;
  }
  return { single, isHarmless, own, small, best, large, fifty: await runner('fifty', FIFTY) };
}

/** Between two losses that stay the same to four digits. */
const SAME = 5e-4;

/**
 * Of a largest rate that does no harm at first, but moves nothing any more where another ends lower: where it stays, and
 * how the best ends; and the exercise's own, where the picture has that above it. Undefined where it is not stuck so.
 */
export function stuckOf({ large, best, own }: Race) {
  const end = endOf(large);
  const isStill = Math.abs(finite(large.losses[PASSES / 10]!) - end) <= SAME * end;
  if (!isStill || endOf(best) >= (1 - HARDLY) * end) return undefined;
  const told = ({ rate, losses }: Runner) => ({
    rate: shownGiven(rate),
    loss: shown(losses.at(-1)!),
    isFalling: losses.at(-1)! < losses.at(-2)!,
  });
  return { at: shown(end), best: told(best), ...(endOf(own) >= end && { own: told(own) }) };
}

/** What the curves are called until they are named. */
export const LETTERS = ['A', 'B', 'C'];

/** Those that are to be told apart, in an order that gives nothing away: it follows from the numbers. */
export function unlabelled({ small, best, large, single, isHarmless }: Race): readonly Runner[] {
  const orders = isHarmless
    ? [
        [small, best],
        [best, small],
      ]
    : [
        [small, best, large],
        [small, large, best],
        [best, small, large],
        [best, large, small],
        [large, small, best],
        [large, best, small],
      ];
  return orders[Math.floor(single.rate * 1000) % orders.length]!;
}
