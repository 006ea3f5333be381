import { quantitiesOf } from '../../core/expressions/expr.ts';
import { idOf } from '../../core/quantity.ts';
import type { Span } from '../answer/problem.ts';
import type { Belief } from '../checking/belief.ts';
import { rowsOf, type CauseId, type Variant } from '../mistakes/variants.ts';
import { stepOf, type Derivation } from '../pass.ts';
import { takenIn, type Taken } from './taken.ts';

/** One explanation of a wrong answer: a mistake, or two made together. */
export type Cause = {
  readonly ids: readonly [CauseId] | readonly [CauseId, CauseId];
  /** The quantities it speaks of, by id: those that are missing, then those that do not belong. */
  readonly about: readonly string[];
  /** Of these, the ones that do not belong. */
  readonly extra?: readonly string[];
  /** Where all that is wrong is which weights were taken; not of two mistakes at once. */
  readonly taken?: Taken | undefined;
  /** Far-fetched, or the log has the step right in which it would have been made: a last resort. */
  readonly unlikely: boolean;
  /** The doubtful part of the answer as typed, where its structure tells. */
  readonly span?: Span;
};

/** Whether the log has a step right in which a mistake would have been made. */
export const isContradicted = ({ wrong, depth }: Variant, { confirmed }: Belief): boolean =>
  depth > 0 && [...wrong.keys()].some((id) => confirmed.has(id));

/** What it costs in rank, in tables, that the log has the step right in which the mistake would have been made. */
const CONTRADICTED = 1.5;

/** Each mistake once, likeliest first. */
export function causesOf(pass: Derivation, found: readonly Variant[], belief: Belief): readonly Cause[] {
  const rankOf = (variant: Variant): number =>
    variant.rank + (isContradicted(variant, belief) ? CONTRADICTED * rowsOf(pass).length : 0);
  const causes = new Map<string, Cause>();
  for (const variant of found.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const name = variant.ids.join('+');
    const unlikely = variant.isFar || isContradicted(variant, belief);
    const taken = variant.ids.length === 1 ? takenIn(pass, variant) : undefined;
    const known = causes.get(name);
    if (!known) causes.set(name, { ids: variant.ids, ...aboutOf(pass, variant), taken, unlikely });
    // Which of them it was cannot be told.
    else if (JSON.stringify(known.taken) !== JSON.stringify(taken))
      causes.set(name, { ...known, taken: undefined });
  }
  return [...causes.values()];
}

/** What the wrong formulas lack, then what they have too much; where that is nothing, all they speak of. */
function aboutOf(pass: Derivation, { wrong }: Variant): Pick<Cause, 'about' | 'extra'> {
  const lacking: string[] = [];
  const extra: string[] = [];
  const all: string[] = [];
  for (const [id, formula] of wrong) {
    const right = quantitiesOf(stepOf(pass, id).formula).map(idOf);
    const used = quantitiesOf(formula).map(idOf);
    lacking.push(...right.filter((name) => !used.includes(name)));
    extra.push(...used.filter((name) => !right.includes(name)));
    all.push(...right);
  }
  const told = [...lacking, ...extra];
  return { about: [...new Set(told.length > 0 ? told : all)], extra: [...new Set(extra)] };
}
