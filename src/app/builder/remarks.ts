import { isCoupling } from '../../core/network/activations.ts';
import { exampleTable, textAt, type Draft } from './draft.ts';
import { numberOf } from './table.ts';

/** What can be worked through, but is seldom meant so. */
export type Remark =
  | { readonly kind: 'crossEntropyForSoftmax' | 'binaryForOneByOne' | 'noStep' | 'uphill' | 'longStep' }
  /** Of the first example, from 1, whose targets are no shares of 1, and what they add up to. */
  | { readonly kind: 'noShares'; readonly example: number; readonly sum: number };

/** Written with two decimals, thirds add up to 0.99. */
const NEAR_ONE = 0.011;

/** Longer steps than this are seldom meant. */
const LONG = 10;

/** What is said of the learning rate, if anything. */
function ofRate({ learningRate }: Draft): readonly Remark[] {
  const rate = numberOf(learningRate) ?? Number.NaN;
  if (rate === 0) return [{ kind: 'noStep' }];
  return rate < 0 ? [{ kind: 'uphill' }] : rate > LONG ? [{ kind: 'longStep' }] : [];
}

/** What is said of targets: it stands with the examples. */
export const isOfTargets = ({ kind }: Remark): boolean => kind === 'noShares';

export const remarksOf = (draft: Draft): readonly Remark[] => [...ofRate(draft), ...ofOutputs(draft)];

function ofOutputs(draft: Draft): readonly Remark[] {
  const { activation, units } = draft.layers.at(-1)!;
  if (!isCoupling(activation)) {
    return draft.loss === 'cross-entropy' ? [{ kind: 'binaryForOneByOne' }] : [];
  }
  const remarks: Remark[] = draft.loss === 'cross-entropy' ? [] : [{ kind: 'crossEntropyForSoftmax' }];
  const goals = exampleTable(draft).map((row) =>
    row.slice(-units).map(({ key }) => numberOf(textAt(draft, key)) ?? Number.NaN),
  );
  for (const [n, goal] of goals.entries()) {
    const sum = goal.reduce((total, value) => total + value, 0);
    if (Math.abs(sum - 1) <= NEAR_ONE) continue;
    // What is no number is a fault, and said as one.
    if (!Number.isNaN(sum)) return [...remarks, { kind: 'noShares', example: n + 1, sum }];
  }
  return remarks;
}
