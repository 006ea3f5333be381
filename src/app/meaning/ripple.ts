import type { Parameters } from '../../core/network/exercise.ts';
import { idOf, type Quantity } from '../../core/quantity.ts';
import type { Pass } from '../../tutor/pass.ts';
import { networkAfter, type Cells } from '../trainer/cells.ts';

/** How deep in the network a value lies: parameters, which change first, before all; the loss behind all layers. */
function depthOf(quantity: Quantity, last: number): number {
  switch (quantity.kind) {
    case 'preActivation':
    case 'activation':
      return quantity.layer;
    case 'loss':
      return last + 1;
    case 'weight':
    case 'bias':
    case 'target':
    case 'learningRate':
    case 'variable':
    case 'partial':
    case 'updated':
    case 'moment':
    case 'setting':
      return 0;
  }
}

/**
 * The network from the update on: first all new parameters with everything else as it was, then one layer after the
 * other with its new values, at last the loss.
 * @param end what the pass ended with
 */
export function rippleOf(pass: Pass, end: Parameters): readonly Cells[] {
  const [before, after] = [networkAfter(pass, pass.parameters), networkAfter(pass, end)];
  const last = pass.exercise.network.layers.length - 1;
  const depths = new Map(pass.quantities.map((quantity) => [idOf(quantity), depthOf(quantity, last)]));
  const isThere = (id: string, depth: number): boolean => (depths.get(id) ?? 0) <= depth;
  const upTo = <T>(old: ReadonlyMap<string, T>, now: ReadonlyMap<string, T>, depth: number) =>
    new Map([...now].map(([id, value]) => [id, isThere(id, depth) ? value : (old.get(id) ?? value)]));
  return Array.from({ length: last + 2 }, (_, depth) => ({
    cells: upTo(before.cells, after.cells, depth),
    values: upTo(before.values, after.values, depth),
  }));
}
