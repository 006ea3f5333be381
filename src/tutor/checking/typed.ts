import { inNotation, notationInForce } from '../../core/notation/naming.ts';
import { notationText, readNotation } from '../../core/notation/notation.ts';
import { readAnswer, type Reading, type Scope } from '../answer/read.ts';
import { respelled } from '../answer/respelled.ts';
import { isPass, type Derivation } from '../pass.ts';

/** What was typed, with the notation whose names it is in, as in an address: "net,numbered". None: nobody wrote it down. */
export type Typed = {
  readonly typed: string;
  readonly notation?: string | undefined;
  /** What it was worth then. */
  readonly verdict?: string | undefined;
  /** Who wrote it: the learner, if it does not say. */
  readonly origin?: string | undefined;
};

/** What an answer may be in of which nobody knows. */
const ANY = ['z', 'net,numbered', 'to-from', 'net,to-from'] as const;

/**
 * Reads what has just been typed in the notation in force, and what was written down before in its own. Where nobody wrote
 * that down, it is read in each, whatever is in force: those first in which it can be read.
 */
export function readTyped(
  pass: Derivation,
  typed: string | Typed,
  scope: Scope,
): readonly [Reading, ...Reading[]] {
  if (typeof typed === 'string') return [readAnswer(typed, scope)];
  // The names of a function are the learner's own.
  if (!isPass(pass)) return [readAnswer(typed.typed, scope)];
  const readIn = (notation: string): Reading =>
    inNotation(readNotation(notation).notation, pass.exercise, () => readAnswer(typed.typed, scope));
  if (typed.notation !== undefined) return [readIn(typed.notation)];
  const all = ANY.map(readIn);
  const [readable, rest] = [true, false].map((is) =>
    all.filter(({ kind }) => is === (kind !== 'unreadable')),
  );
  const [first = readIn(ANY[0]), ...others] = [...readable!, ...rest!];
  return [first, ...others];
}

/** What was typed, in the names of the notation in force. Where nobody wrote its notation down, it stays. */
export function inForce(pass: Derivation, { typed, notation }: Typed, scope: Scope): string {
  if (notation === undefined || !isPass(pass) || notation === notationText(notationInForce())) return typed;
  const own = readNotation(notation).notation;
  return respelled(typed, scope, (work) => inNotation(own, pass.exercise, work));
}
