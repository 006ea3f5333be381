import type { Network } from '../../core/network/exercise.ts';
import { weightsOf } from '../../core/network/shape.ts';
import { activation, gradient, idOf, loss, preActivation, target, unitLoss } from '../../core/quantity.ts';

/** Which way a number runs along an arrow in the step that is asked for. */
export type Direction = 'forward' | 'backward';

/**
 * The arrows that the asked step uses, by id (scene.ts), as far as the values it takes from them are lit.
 * Steps within a unit use none.
 */
export function flowOf(
  network: Network,
  asked: string | undefined,
  lit: ReadonlySet<string>,
): ReadonlyMap<string, Direction> {
  const flow = new Map<string, Direction>();
  const last = network.layers.length - 1;
  for (const parameter of weightsOf(network)) {
    if (parameter.kind !== 'weight') continue;
    const { layer, from, to } = parameter;
    const id = idOf(parameter);
    const head = preActivation(layer, to);
    const tail = activation(layer - 1, from);
    if (asked === idOf(head) && lit.has(id)) flow.set(id, 'forward');
    if (asked === idOf(gradient(tail)) && lit.has(id)) flow.set(id, 'backward');
    // What comes along the arrow times what waits at its head.
    if (asked === idOf(gradient(parameter)) && lit.has(idOf(tail))) flow.set(id, 'forward');
  }
  const outputs = network.layers[last] ?? 0;
  for (let j = 1; j <= outputs; j += 1) {
    const id = lossArrow(network, j);
    const output = activation(last, j);
    if (asked === id && lit.has(idOf(output))) flow.set(id, 'forward');
    if (asked === idOf(gradient(output)) && lit.has(idOf(target(j)))) flow.set(id, 'backward');
  }
  return flow;
}

/** The loss that output `unit` has an arrow to. */
export const lossArrow = ({ layers }: Network, unit: number): string =>
  idOf(layers.at(-1) === 1 ? loss : unitLoss(unit));

/** Whether a value stands at an arrow: the weight, its slope or what it becomes; the loss. */
export const isOfArrow = (arrow: string, id: string | undefined): boolean =>
  id !== undefined && [arrow, `dE/d${arrow}`, arrow.replace('w', "w'")].includes(id);
