import { compile, run } from '../../core/engine/program.ts';
import { trainedParameters } from '../../core/network/shape.ts';
import { gradient, idOf, learningRate, loss } from '../../core/quantity.ts';
import { exactValue, type Pass } from '../../tutor/pass.ts';

/** Whether the update goes along the gradient, so that a learning rate says how far. */
export const isPlainDescent = ({ steps }: Pass): boolean =>
  steps.every(({ rule, phase }) => phase !== 'update' || rule === 'gradientDescent');

/** E of the pass's example after one step of this rate along the gradient of the pass. */
export type LossAlong = (rate: number) => number;

export function lossAlong(pass: Pass): LossAlong {
  const givens = pass.givens.map(idOf);
  const forward = compile(
    pass.steps.filter(({ phase }) => phase === 'forward' || phase === 'loss'),
    givens,
  );
  const place = (id: string): number => forward.slots.get(id)!;
  const moves = trainedParameters(pass.exercise.network).map((parameter) => ({
    slot: place(idOf(parameter)),
    from: exactValue(pass, idOf(parameter)),
    slope: exactValue(pass, idOf(gradient(parameter))),
  }));
  for (const id of givens) forward.memory[place(id)] = exactValue(pass, id);
  return (rate) => {
    for (const { slot, from, slope } of moves) forward.memory[slot] = from - rate * slope;
    run(forward);
    return forward.memory[place(idOf(loss))]!;
  };
}

/** How steeply the loss falls along the gradient at rate 0: the sum of the squares of all slopes. */
export const promisePerRate = (pass: Pass): number =>
  trainedParameters(pass.exercise.network).reduce(
    (sum, parameter) => sum + exactValue(pass, idOf(gradient(parameter))) ** 2,
    0,
  );

/** Rates are looked for from 1/1000 to 10,000, each so many times the last. */
const [LEAST, MOST, RATIO] = [1e-3, 1e4, 1.03];
const RATES = Array.from(
  { length: Math.ceil(Math.log(MOST / LEAST) / Math.log(RATIO)) + 1 },
  (_, i) => LEAST * RATIO ** i,
);
/** Of the whole fall: where the loss has first come so near to the lowest, the picture has its middle. */
const NEAR = 0.002;
/** How far the picture goes, in times of that. */
const REACH = 3;
/** Of a rate: closer together, two rates are one. */
const SAME = 1e-7;
/** Places of a slider over the picture. */
export const PLACES = 300;

/** Of one step along the gradient: the rate with the lowest loss, of all up to the largest in the picture. */
export type BestStep = {
  readonly rate: number;
  readonly reach: number;
  /** The loss still falls where the picture ends. */
  readonly isEdge: boolean;
};

/**
 * The rate that lowers the loss most in one step, found by measuring; undefined where no rate lowers it. Everything that
 * tells the best rate takes it from here.
 */
export function bestStep(along: LossAlong, own: number): BestStep | undefined {
  const lossAt = (rate: number): number => finite(along(rate));
  const losses = RATES.map(lossAt);
  const start = along(0);
  const fall = start - Math.min(...losses);
  if (!(fall > 1e-12)) return undefined;
  const near = RATES[losses.findIndex((loss) => loss <= start - (1 - NEAR) * fall)]!;
  const reach = Math.max(REACH * near, own);
  // Wherever the slider can stand, and closer together where rates are small.
  const places = Array.from({ length: PLACES + 1 }, (_, i) => (reach * i) / PLACES);
  const rates = [...places, ...RATES.filter((rate) => rate < (1 - SAME) * reach)]
    .sort((one, other) => one - other)
    .filter((rate, i, all) => i === 0 || rate - all[i - 1]! > SAME * rate);
  const seen = rates.map(lossAt);
  const dips = rates.flatMap((rate, i) => {
    const [before, at, after] = [seen[i - 1] ?? Infinity, seen[i]!, seen[i + 1] ?? Infinity];
    if (at > before || at > after) return [];
    return [rate, refine(lossAt, rates[i - 1] ?? rate, rates[i + 1] ?? rate)];
  });
  const rate = dips.reduce((best, dip) => (lossAt(dip) < lossAt(best) ? dip : best));
  const isEdge = rate > (1 - SAME) * reach;
  return { rate: isEdge ? reach : rate, reach, isEdge };
}

const finite = (value: number): number => (Number.isFinite(value) ? value : Number.MAX_VALUE);

/** The lowest place between two rates, by golden sections. */
function refine(lossAt: LossAlong, from: number, to: number): number {
  const part = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  for (let i = 0; i < 40; i += 1) {
    const [left, right] = [high - part * (high - low), low + part * (high - low)];
    if (lossAt(left) <= lossAt(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

export type RatePoint = { readonly rate: number; readonly loss: number };

const SAMPLES = 160;

export const alongTo = (along: LossAlong, most: number): readonly RatePoint[] =>
  Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const rate = (most * i) / SAMPLES;
    return { rate, loss: finite(along(rate)) };
  });

/** The learning rate of the exercise. */
export const ownRate = (pass: Pass): number => exactValue(pass, idOf(learningRate));

export const OUTCOMES = ['lower', 'between', 'higher'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What one step of another rate does, against one of the exercise's own rate. */
export function outcomeOf(along: LossAlong, rate: number, own: number): Outcome {
  const [before, after, usual] = [along(0), along(rate), along(own)];
  if (after < usual) return 'lower';
  return after < before ? 'between' : 'higher';
}
