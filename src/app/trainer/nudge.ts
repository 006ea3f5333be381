import { readShown, sameToDigits, shown, shownTo } from '../../core/expressions/digits.ts';
import { measuredSlope, nudged } from '../../core/network/nudge.ts';
import { idOf, loss, type Quantity } from '../../core/quantity.ts';
import { writtenIn } from '../../tutor/written.ts';
import { exactValue, type Pass } from '../../tutor/pass.ts';
import { isOpen } from '../../tutor/ways.ts';
import type { Desk } from '../session/desk.ts';
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
  /** How many times as much as the value the loss has moved, and its slope; not while the slope is to be found or mended. */
  readonly slope?: { readonly times: string; readonly slope: string };
};

/** Two digits: there is little room, and a change is seen beside the value that it has led to. */
const signed = (x: number): string => (x > 0 ? '+' : '') + shownTo(x, 2);

/** An own number that is further off than this part of the network's is another number. */
const NEAR = 0.005;

const isNear = (off: number, value: number): boolean => Math.abs(off) <= NEAR * Math.abs(value);

/**
 * What a moved value is written for: as far from the exact one as the learner's own number was before it moved, so that
 * both numbers differ by what stands beside them. A number that is still to be mended moves on from where it is, or the
 * right one could be read off.
 */
function onward(after: number, own: number, before: number): number {
  const off = own - before;
  return isNear(off, after) || !isNear(off, before) ? after + off : after;
}

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
  for (const [shownId, text] of known.cells) {
    const [before, after] = [exactValue(pass, shownId), moved.get(shownId)];
    if (after === undefined || after === before) continue;
    const seen = onward(after, readShown(text), before);
    cells.set(shownId, shownId === id ? shown(seen) : written(seen, shownId));
    values.set(shownId, onward(after, known.values.get(shownId) ?? before, before));
    changes.set(shownId, signed(after - before));
  }
  return { cells, values, changes };
}

const isSlopeAlong = (result: Quantity, id: string): boolean =>
  result.kind === 'partial' && idOf(result.of) === idOf(loss) && idOf(result.wrt) === id;

/** What of a desk says whether a slope may be told. */
type Told = Pick<Desk, 'pass' | 'checked' | 'work'>;

export function nudgedCells(desk: Told, known: Cells, { id, by }: Nudge): Nudged {
  const { pass } = desk;
  const total = idOf(loss);
  const moved = nudged(pass.steps, pass.values, id, exactValue(pass, id) + by);
  const change = (moved.get(total) ?? NaN) - exactValue(pass, total);
  // Of the numbers that are printed beside it, so that a calculator agrees.
  const times = shown(readShown(shown(change)) / readShown(shown(by)));
  const slope = slopeAlong(desk, known, id);
  return {
    ...movedCells(pass, known, { id, by }),
    change,
    ...(slope !== undefined && { slope: { times, slope } }),
  };
}

/**
 * The slope of the loss along a value, as the learner has it where that is so to four digits. What has to be found or
 * mended is not told; nor, where answers are checked later, whether it is right.
 */
function slopeAlong({ pass, checked, work }: Told, known: Cells, id: string): string | undefined {
  const { slope } = measuredSlope(pass.steps, pass.values, idOf(loss), id);
  const asked = pass.steps.find(({ result }) => isSlopeAlong(result, id))?.id;
  if (asked === undefined) return shown(slope);
  if (isOpen(work, 'backward')) return undefined;
  const [own, value = NaN] = [known.cells.get(asked), known.values.get(asked)];
  if (sameToDigits(value, slope)) return own;
  return own !== undefined && checked.get(asked)?.verdict === 'correct' ? shown(slope) : undefined;
}
