import { sameExpr, type Expr } from '../../core/expressions/expr.ts';
import { shortName } from '../../core/expressions/names.ts';
import { shortText } from '../../core/expressions/text.ts';
import { readAnswer, type Scope } from './read.ts';
import type { Span } from './problem.ts';

/** Does something in the names that a text was typed in. */
type There = <T>(work: () => T) => T;

/**
 * What was typed in other names, in those of the notation in force; digits, signs, and names that are the same stay. Of
 * what cannot be read yet, as much of its start as can. The text itself where nothing says the same.
 */
export function respelled(typed: string, scope: Scope, there: There): string {
  for (let end = typed.length; end > 0; end -= 1) {
    const start = typed.slice(0, end);
    const reading = there(() => readAnswer(start, scope));
    if (reading.kind === 'unreadable') continue;
    if (reading.kind === 'empty') return typed;
    const { expr, spans } = reading.answer;
    const texts = [start, renamed(start, spans, there), shortText(expr)];
    return (texts.find((text) => says(text, expr, scope)) ?? start) + typed.slice(end);
  }
  return typed;
}

function says(text: string, expr: Expr, scope: Scope): boolean {
  const reading = readAnswer(text, scope);
  return reading.kind === 'answer' && sameExpr(reading.answer.expr, expr);
}

/** The text with the names that are others now. */
function renamed(text: string, spans: ReadonlyMap<Expr, Span>, there: There): string {
  const places = [...spans].sort(([, one], [, other]) => other.start - one.start);
  let [named, done] = [text, text.length];
  for (const [leaf, { start, end }] of places) {
    // Another reading of the same text has the same places once more.
    if (leaf.kind !== 'quantity' || end > done) continue;
    done = start;
    const name = shortName(leaf.quantity);
    if (there(() => shortName(leaf.quantity)) !== name)
      named = named.slice(0, start) + name + named.slice(end);
  }
  return named;
}
