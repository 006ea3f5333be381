import { isSame, DEFAULT_NOTATION, notationText, readNotation } from '../../core/notation/notation.ts';
import { notationInForce, shapeOfNames, useNotation } from '../../core/notation/naming.ts';
import { enNotation } from '../../tutor/messages/en/notation.ts';
import { exerciseOf } from '../session/exercise-of.ts';
import type { Source } from '../session/source.ts';
import { carryInLinks } from './links.ts';

/** What a notation that was taken comes to. */
export type Taken = {
  /** What addresses have to carry. */
  readonly carry: string;
  /** What is on the page was written in another, or numbered for another network. */
  readonly isNew: boolean;
  readonly problem?: string;
};

let shape: string | undefined;

/** Puts a notation in force for the network that is to be shown: of the link, else the one chosen last, else the default. */
export function take(linked: string | null, chosen: string | undefined, source: Source): Taken {
  const { notation, unknown, contrary } = readNotation(linked ?? chosen ?? '');
  const exercise = exerciseOf(source);
  const before = `${notationText(notationInForce())} ${shape}`;
  shape = shapeOfNames(exercise);
  useNotation(notation, exercise);
  const isPlain = isSame(notation, DEFAULT_NOTATION);
  const carry = isPlain && chosen === undefined ? '' : `notation=${notationText(notation)}`;
  if (typeof document !== 'undefined') carryInLinks(carry);
  return {
    carry: carry && `&${carry}`,
    isNew: before !== `${notationText(notation)} ${shape}`,
    ...(linked !== null &&
      unknown.length + contrary.length > 0 && { problem: enNotation.problem(unknown, contrary) }),
  };
}
