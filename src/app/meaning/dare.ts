import type { Pass } from '../../tutor/pass.ts';
import { bestRate, lossAlong, ownRate, promisePerRate, type LossAlong } from '../plot/rate.ts';

/** The loss after one step of any rate along the gradient of a pass, with the rates worth looking at. */
export type Dare = {
  readonly along: LossAlong;
  readonly own: number;
  readonly best: number;
  /** The largest rate in the picture: three times the best. */
  readonly reach: number;
  /** What the slopes promise for each unit of the rate. */
  readonly promise: number;
};

const REACH = 3;

/** Undefined where no rate lowers the loss. */
export function dareOf(pass: Pass): Dare | undefined {
  const along = lossAlong(pass);
  const best = bestRate(along);
  if (best === undefined) return undefined;
  const own = ownRate(pass);
  return { along, own, best, reach: Math.max(REACH * best, own), promise: promisePerRate(pass) };
}

/** Of the whole fall: a difference that can be seen. */
const SEEN = 0.02;

/** What the loss does beyond its best rate, as far as the picture goes. */
export function beyond({ along, best, reach }: Dare): 'rises' | 'flat' | 'edge' {
  const [lowest, end] = [along(best), along(reach)];
  const seen = SEEN * (along(0) - lowest);
  // What is beyond all bounds has risen.
  if (!(end <= lowest + seen)) return 'rises';
  return end < lowest - seen ? 'edge' : 'flat';
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
