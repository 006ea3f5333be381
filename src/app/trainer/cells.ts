import type { Parameters } from '../../core/network/exercise.ts';
import { idOf } from '../../core/quantity.ts';
import { writtenIn } from '../../tutor/hints.ts';
import { passOf } from '../../tutor/pass.ts';
import type { Desk } from '../session/desk.ts';

/** The numbers in the diagram, as text and to scale. */
export type Cells = {
  readonly cells: ReadonlyMap<string, string>;
  readonly values: ReadonlyMap<string, number>;
};

/**
 * While a pass is worked on, what is known of it. Once it is done, the new weights stand in the place of the old and
 * what the network makes of them is shown. @param end what the pass, and any training after it, ended with
 */
export function cellsOf(desk: Desk, end: Parameters): Cells {
  if (desk.step !== undefined) return desk;
  const { exercise, number } = desk.pass;
  const later = passOf(exercise, number, end);
  const shownIds = [
    ...later.givens.map(idOf),
    ...later.steps.filter(({ phase }) => phase === 'forward' || phase === 'loss').map(({ id }) => id),
  ];
  const written = writtenIn(later);
  const values = new Map(shownIds.map((id) => [id, later.values.get(id)!]));
  return { values, cells: new Map([...values].map(([id, value]) => [id, written(value, id)])) };
}
