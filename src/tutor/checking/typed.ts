import { inNotation, notationInForce } from '../../core/notation/naming.ts';
import { notationText, readNotation } from '../../core/notation/notation.ts';
import { readAnswer, type Reading, type Scope } from '../answer/read.ts';
import { respelled } from '../answer/respelled.ts';
import { isPass, type Derivation } from '../pass.ts';

/** What was typed, with the notation whose names it is in, as in an address: "net,numbered". None: nobody wrote it down. */
export type Typed = { readonly typed: string; readonly notation?: string | undefined };

/** What an answer may be in of which nobody knows: the first in which it can be read, whatever is in force. */
const ANY = ['z', 'net,numbered', 'to-from', 'net,to-from'] as const;

/** Reads what has just been typed in the notation in force, and what was written down before in its own. */
export function readTyped(pass: Derivation, typed: string | Typed, scope: Scope): Reading {
  if (typeof typed === 'string') return readAnswer(typed, scope);
  // The names of a function are the learner's own.
  if (!isPass(pass)) return readAnswer(typed.typed, scope);
  const readIn = (notation: string): Reading =>
    inNotation(readNotation(notation).notation, pass.exercise, () => readAnswer(typed.typed, scope));
  if (typed.notation !== undefined) return readIn(typed.notation);
  const first = readIn(ANY[0]);
  if (first.kind !== 'unreadable') return first;
  for (const notation of ANY.slice(1)) {
    const reading = readIn(notation);
    if (reading.kind !== 'unreadable') return reading;
  }
  return first;
}

/** What was typed, in the names of the notation in force. Where nobody wrote its notation down, it stays. */
export function inForce(pass: Derivation, { typed, notation }: Typed, scope: Scope): string {
  if (notation === undefined || !isPass(pass) || notation === notationText(notationInForce())) return typed;
  const own = readNotation(notation).notation;
  return respelled(typed, scope, (work) => inNotation(own, pass.exercise, work));
}
