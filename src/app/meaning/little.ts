import { activation, idOf, partial, preActivation } from '../../core/quantity.ts';
import { exactValue, type Pass } from '../../tutor/pass.ts';
import type { Share } from '../trainer/end.ts';

/**
 * The slopes of σ that what reaches the first layer has come back through, where that layer stands for less of the fall
 * than the last one. Undefined where there is nothing to explain, or σ does not explain it.
 */
export function slopesBeforeFirst(pass: Pass, shares: readonly Share[]): readonly number[] | undefined {
  const { layers, activations } = pass.exercise.network;
  const last = layers.length - 1;
  const ofLayer = (layer: number): number =>
    shares
      .filter(({ id }) => /^[wb]\[(\d+)\]/.exec(id)?.[1] === String(layer))
      .reduce((sum, { share }) => sum + share, 0);
  // Each example of a batch has slopes of its own.
  if (pass.parts || last < 2 || ofLayer(1) >= ofLayer(last)) return undefined;
  if (activations.slice(0, -1).some((name) => name !== 'sigmoid')) return undefined;
  return layers.slice(1, -1).flatMap((units, k) =>
    Array.from({ length: units }, (_, j) => {
      const [a, z] = [activation(k + 1, j + 1), preActivation(k + 1, j + 1)];
      return exactValue(pass, idOf(partial(a, z)));
    }),
  );
}
