import { idOf, type Quantity } from '../../../core/quantity.ts';
import type { FunctionStep } from '../../../core/function/tape.ts';

/** Whose values run along an arrow in a step: forward into what is worked out, or back along what is sloped. */
export function flowOf(
  { result, rule }: FunctionStep,
  from: Quantity,
  to: Quantity,
): 'forward' | 'backward' | undefined {
  if (result.kind !== 'partial') return idOf(to) === idOf(result) ? 'forward' : undefined;
  if (rule === 'localSlope' || rule === 'outputSlope')
    return idOf(to) === idOf(result.of) && idOf(from) === idOf(result.wrt) ? 'backward' : undefined;
  return idOf(from) === idOf(result.wrt) ? 'backward' : undefined;
}
