import type { Pass } from '../../tutor/pass.ts';
import { bestStep, lossAlong, ownRate, promisePerRate, type LossAlong } from '../plot/rate.ts';

/** The loss after one step of any rate along the gradient of a pass, with the rates worth looking at. */
export type Dare = {
  readonly along: LossAlong;
  readonly own: number;
  /** Of all rates in the picture. */
  readonly best: number;
  /** The largest rate in the picture. */
  readonly reach: number;
  /** The loss still falls there. */
  readonly isEdge: boolean;
  /** What the slopes promise for each unit of the rate. */
  readonly promise: number;
};

/** Undefined where no rate lowers the loss. */
export function dareOf(pass: Pass): Dare | undefined {
  const along = lossAlong(pass);
  const own = ownRate(pass);
  const best = bestStep(along, own);
  return best && { ...best, along, own, best: best.rate, promise: promisePerRate(pass) };
}

/** Of the whole fall: a difference that can be seen. */
const SEEN = 0.02;

/** What the loss does beyond its best rate, as far as the picture goes. */
export function beyond({ along, best, reach, isEdge }: Dare): 'rises' | 'flat' | 'edge' {
  if (isEdge) return 'edge';
  const [lowest, end] = [along(best), along(reach)];
  // What is beyond all bounds has risen.
  return end <= lowest + SEEN * (along(0) - lowest) ? 'flat' : 'rises';
}

/** Of what the slopes promise: so near to it the loss is still on the line. */
const NEAR = 0.03;

/** Whether at the exercise's own rate the fall is still as promised. */
export const isPromiseKept = ({ along, own, promise }: Dare): boolean =>
  Math.abs(along(0) - along(own) - own * promise) <= NEAR * own * promise;

/** Of the loss before: less than this is an exact hit, and its digits are those of floating point. */
const NOTHING = 1e-9;

/** Whether the best step leaves no loss that could be told in digits. */
export const isNothing = ({ along, best }: Dare): boolean => along(best) <= NOTHING * along(0);
