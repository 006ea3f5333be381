import { shown, shownTo } from '../../core/expressions/digits.ts';
import { measuredSlope, nudged } from '../../core/network/nudge.ts';
import { idOf, loss } from '../../core/quantity.ts';
import { writtenIn } from '../../tutor/written.ts';
import { exactValue, type Pass } from '../../tutor/pass.ts';
import type { Cells } from './cells.ts';

/** A value of the network moved a little by hand. */
export type Nudge = { readonly id: string; readonly by: number };

/** The network while one of its values is moved, and by how much everything that is known has moved with it. */
export type Moved = Cells & {
  /** Text of each change, "+0.0012", by id. */
  readonly changes: ReadonlyMap<string, string>;
};

/** The same with what it does to the loss. */
export type Nudged = Moved & {
  /** Of the loss. */
  readonly change: number;
  /** How many times as much the loss moves, measured to both sides. */
  readonly slope: number;
};

/** Two digits: there is little room, and a change is seen beside the value that it has led to. */
const signed = (x: number): string => (x > 0 ? '+' : '') + shownTo(x, 2);

/**
 * Costs one forward pass.
 * @param known ids that are shown: what is not worked out yet stays hidden
 */
export function movedCells(pass: Pass, known: Cells, { id, by }: Nudge): Moved {
  const moved = nudged(pass.steps, pass.values, id, exactValue(pass, id) + by);
  const written = writtenIn(pass);
  const cells = new Map(known.cells);
  const values = new Map(known.values);
  const changes = new Map<string, string>();
  for (const shownId of known.cells.keys()) {
    const [before, after] = [exactValue(pass, shownId), moved.get(shownId)];
    if (after === undefined || after === before) continue;
    cells.set(shownId, shownId === id ? shown(after) : written(after, shownId));
    values.set(shownId, after);
    changes.set(shownId, signed(after - before));
  }
  return { cells, values, changes };
}

export function nudgedCells(pass: Pass, known: Cells, { id, by }: Nudge): Nudged {
  const total = idOf(loss);
  const moved = nudged(pass.steps, pass.values, id, exactValue(pass, id) + by);
  return {
    ...movedCells(pass, known, { id, by }),
    change: (moved.get(total) ?? NaN) - exactValue(pass, total),
    slope: measuredSlope(pass.steps, pass.values, total, id).slope,
  };
}
