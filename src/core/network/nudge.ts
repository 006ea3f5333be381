import { sameToDigits } from '../expressions/digits.ts';
import { evaluate, type Values } from '../expressions/evaluate.ts';
import { isForward, type Step } from './tape.ts';

/**
 * The values of a pass's forward part and loss when one quantity is given another value: what comes after it is worked
 * out anew, what stands beside it is held.
 * @param values of the whole pass
 */
export function nudged(steps: readonly Step<string>[], values: Values, id: string, value: number): Values {
  const moved = new Map(values);
  moved.set(id, value);
  for (const step of steps) {
    if (isForward(step) && step.id !== id) moved.set(step.id, evaluate(step.formula, moved));
  }
  return moved;
}

/** How far a quantity is moved to see what follows; smaller where the curve bends too much for four digits. */
const REACHES = [0.01, 0.003, 0.001, 0.0003, 0.0001, 0.00001] as const;

export type Measured = {
  /** How many times as much the one moved as the other. */
  readonly slope: number;
  /** How far the quantity was moved to either side. */
  readonly reach: number;
  /** On its two sides the one moves differently, however little the other is moved: there is no slope. */
  readonly isCorner: boolean;
};

/** The slope of one quantity along another as a central difference: measured, without any rule of differentiation. */
export function measuredSlope(
  steps: readonly Step<string>[],
  values: Values,
  of: string,
  along: string,
): Measured {
  const at = values.get(along);
  if (at === undefined) throw new Error(`${along} has no value to move`);
  const ofMoved = (by: number): number => {
    const value = nudged(steps, values, along, at + by).get(of);
    if (value === undefined) throw new Error(`${of} has no value`);
    return value;
  };
  const central = (reach: number): number => (ofMoved(reach) - ofMoved(-reach)) / (2 * reach);
  /** How far the slopes of the two sides are apart, and their size. */
  const sides = (reach: number): { readonly gap: number; readonly size: number } => {
    const [up, here, down] = [ofMoved(reach), ofMoved(0), ofMoved(-reach)];
    return {
      gap: Math.abs(up - 2 * here + down) / reach,
      size: (Math.abs(up - here) + Math.abs(here - down)) / reach,
    };
  };
  // Where a curve only bends, the sides come together as the reach gets smaller.
  const isCornerWithin = (reach: number): boolean => {
    const [far, near] = [sides(reach), sides(reach / 10)];
    return near.gap > far.gap / 2 && near.gap > 0.01 * near.size;
  };
  for (const reach of REACHES) {
    const slope = central(reach);
    // Richardson: the two differences together are two orders better than either.
    const better = (4 * central(reach / 2) - slope) / 3;
    if (sameToDigits(slope, better)) return { slope, reach, isCorner: isCornerWithin(reach) };
  }
  const reach = REACHES[REACHES.length - 1]!;
  return { slope: central(reach), reach, isCorner: isCornerWithin(reach) };
}
