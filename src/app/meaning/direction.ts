import type { Step } from '../../core/network/tape.ts';
import { activation, gradient, idOf, preActivation, target, type Unit } from '../../core/quantity.ts';
import { quantitiesOf } from '../../core/expressions/expr.ts';
import { exactValue, type Pass } from '../../tutor/pass.ts';

/** Which way a slope says that E goes when what it is along rises. */
export type Direction = 'rises' | 'falls';

/** Undefined where E does not move. */
export const directionOf = (slope: number): Direction | undefined =>
  slope > 0 ? 'rises' : slope < 0 ? 'falls' : undefined;

/** What reaches E by one arrow: the weight's sign and that of the δ at its head. */
export type Arm = { readonly head: Unit; readonly weight: number; readonly delta: number };

/** What can be guessed before a slope of E is worked out, and why the answer is what it is. */
export type Turn = {
  /** What is raised. */
  readonly raised: Unit;
  readonly direction: Direction;
  /** Of an output: E moves as the distance to the target does. −t·ln(a) falls beyond the target too. */
  readonly followsGap: boolean;
  /** The arrows that leave it; none at an output. */
  readonly arms: readonly Arm[];
};

/** Undefined but at the first output and the first hidden unit whose ∂E/∂a is asked for and is not 0. */
export function turnAt(pass: Pass, { id, rule, result }: Step): Turn | undefined {
  if (rule !== 'lossSlope' && rule !== 'sumOverPaths') return undefined;
  const moves = (other: Step): boolean => other.rule === rule && exactValue(pass, other.id) !== 0;
  if (pass.steps.find(moves)?.id !== id) return undefined;
  if (result.kind !== 'partial' || result.wrt.kind !== 'activation') return undefined;
  const direction = directionOf(exactValue(pass, id));
  if (direction === undefined) return undefined;
  return {
    raised: result.wrt,
    direction,
    followsGap: rule === 'lossSlope' && directionOf(gapAt(pass, result.wrt)) === direction,
    arms: rule === 'lossSlope' ? [] : armsOf(pass, result.wrt),
  };
}

/** How far an output is above its target. */
const gapAt = (pass: Pass, output: Unit): number =>
  exactValue(pass, idOf(activation(output.layer, output.unit))) - exactValue(pass, idOf(target(output.unit)));

function armsOf(pass: Pass, { layer, unit }: Unit): readonly Arm[] {
  const { formula } = pass.steps.find(({ id }) => id === idOf(gradient(activation(layer, unit))))!;
  return quantitiesOf(formula).flatMap((quantity) => {
    if (quantity.kind !== 'weight') return [];
    const head = preActivation(quantity.layer, quantity.to);
    return [
      {
        head,
        weight: exactValue(pass, idOf(quantity)),
        delta: exactValue(pass, idOf(gradient(head))),
      },
    ];
  });
}
