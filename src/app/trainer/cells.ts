import { shownGiven } from '../../core/expressions/digits.ts';
import type { Parameters } from '../../core/network/exercise.ts';
import { isForward } from '../../core/network/tape.ts';
import { idOf } from '../../core/quantity.ts';
import { writtenIn } from '../../tutor/written.ts';
import { passOf, type Pass } from '../../tutor/pass.ts';

/** What the network should answer, as the page writes it; of a batch, to each of its examples. */
export const targetsOf = (pass: Pass): readonly string[] =>
  (pass.parts ?? [pass]).flatMap(({ exercise, example }) => {
    const goal = exercise.examples[example]!.target.map(shownGiven);
    return pass.parts && goal[1] ? `(${goal.join(', ')})` : goal;
  });

/** The numbers in the diagram, as text and to scale. */
export type Cells = {
  readonly cells: ReadonlyMap<string, string>;
  readonly values: ReadonlyMap<string, number>;
};

/** The network as it is shown for a while, and by how much its values differ from what they are, as text. */
export type Picture = Cells & { readonly changes?: ReadonlyMap<string, string> };

/**
 * The network once a pass is done: the new weights in the place of the old, and what they make of the pass's example.
 * @param end what the pass, and any training after it, ended with
 */
export function networkAfter({ exercise, number }: Pass, end: Parameters): Cells {
  const later = passOf(exercise, number, end);
  const shownIds = [...later.givens.map(idOf), ...later.steps.filter(isForward).map(({ id }) => id)];
  const written = writtenIn(later);
  const values = new Map(shownIds.map((id) => [id, later.values.get(id)!]));
  return { values, cells: new Map([...values].map(([id, value]) => [id, written(value, id)])) };
}
