import { LOSSES } from '../../core/network/losses.ts';
import type { Exercise } from '../../core/network/exercise.ts';
import { notFinite } from '../../tutor/exercise/finite.ts';
import { builder } from '../../tutor/messages/en/builder.ts';
import type { Pass } from '../../tutor/pass.ts';
import { sourceOf } from '../session/own-source.ts';
import { addressOf } from '../session/source.ts';
import { editableNumbers, readNumber, withNumbersOf, type Editable } from '../trainer/numbers.ts';
import { ADDRESS_MOST } from './build.ts';

/** The number of a pass that can be edited, by its id. */
export const editableAt = (pass: Pass, id: string): Editable | undefined =>
  editableNumbers(pass.exercise, pass.parameters, pass.example).find((number) => number.id === id);

/** The exercise with another number in one place, or a sentence about why not. */
export function edited(pass: Pass, { id, quantity }: Editable, text: string): Exercise | string {
  const { exercise, parameters, example } = pass;
  const name = builder.place(exercise.network, quantity);
  const value = readNumber(text);
  if (value === undefined) return builder.fault.number(name, text);
  const isProbability = LOSSES[exercise.loss].ofProbabilities && quantity.kind === 'target';
  if (isProbability && (value < 0 || value > 1)) return builder.fault.probability(name, text);
  const changed = withNumbersOf(exercise, parameters, example, new Map([[id, value]]));
  const { length } = addressOf(sourceOf(changed));
  if (length > ADDRESS_MOST) return builder.fault.address(length, ADDRESS_MOST);
  const found = notFinite(changed);
  return found === undefined ? changed : builder.fault.notFinite(found);
}
