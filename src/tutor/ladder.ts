import { mapLeaves, number, quantitiesOf, type Expr } from '../core/expressions/expr.ts';
import type { Values } from '../core/expressions/evaluate.ts';
import { idOf } from '../core/quantity.ts';
import { isTelling, numbersInSimplerTerms } from './hints.ts';
import { writtenIn } from './written.ts';
import type { Support } from './pace.ts';
import type { Derivation, DerivedStep } from './pass.ts';
import type { Voice } from './voice.ts';

/** One hint. `lit` are the ids of what it speaks of in the network. */
export type Rung =
  | { readonly kind: 'where' | 'principle'; readonly text: string; readonly lit: readonly string[] }
  | {
      readonly kind: 'formula' | 'allButOne' | 'numbers' | 'worked';
      readonly expr: Expr;
      readonly lit: readonly string[];
    };

/**
 * The hints of a step, each giving away a little more: where to look, the principle, the formula, the
 * formula with all numbers put in but one, with all of them; last the step as a learner would type it, which is for
 * "Show me". What the step shows of itself anyway is left out, and so is what would already be the answer. The
 * principle is a question; where the formula stands there already, it says why that is so.
 * @param values the learner's own, as far as they are known
 */
export function ladderOf(
  pass: Derivation,
  step: DerivedStep,
  support: Support,
  values: Values,
  { where, principle, reason }: Pick<Voice, 'where' | 'principle' | 'reason'>,
): readonly Rung[] {
  const { formula } = step;
  const lit = quantitiesOf(formula).map(idOf);
  // Why a function is as it is would tell its value where it has few: the slope of ReLU is 0 or 1.
  const isExplained = support === 'formula' && formula.kind !== 'call' && !isTelling(formula);
  const words: readonly Rung[] = [
    { kind: 'where', text: where, lit },
    { kind: 'principle', text: (isExplained && reason) || principle, lit },
    ...(support === 'formula' || isTelling(formula)
      ? []
      : [{ kind: 'formula', expr: formula, lit } as const]),
  ];
  // An earlier answer may have been taken back.
  if (!lit.every((id) => values.has(id))) return words;
  const worked = numbersInSimplerTerms(pass, step, values);
  const open = isTelling(formula) ? undefined : allButOne(pass, step, values);
  return [
    ...words,
    ...(open === undefined ? [] : [{ kind: 'allButOne', ...open } as const]),
    ...(worked.kind === 'number' ? [] : [{ kind: 'numbers', expr: worked, lit } as const]),
    { kind: 'worked', expr: worked, lit },
  ];
}

/** Whether a hint has numbers in it: such a one opens after a try, or when the one before has been there for a while. */
export const hasNumbers = (rung: Rung | undefined): boolean =>
  rung?.kind === 'allButOne' || rung?.kind === 'numbers';

/**
 * The formula with every number put in but one: the last that it names, for formulas are written with the idea of the
 * step at their end (the weight of an arrow, 1 − a, the gradient). A bias is none.
 */
export function allButOne(
  pass: Derivation,
  { formula }: DerivedStep,
  values: Values,
): Pick<Extract<Rung, { expr: Expr }>, 'expr' | 'lit'> | undefined {
  const names: { readonly id: string; readonly isBias: boolean }[] = [];
  mapLeaves(formula, (leaf) => {
    if (leaf.kind === 'quantity') names.push({ id: leaf.id, isBias: leaf.quantity.kind === 'bias' });
    return leaf;
  });
  const kept = names.findLastIndex(({ isBias }) => !isBias);
  const id = names[kept]?.id;
  if (names.length < 2 || id === undefined) return undefined;
  const written = writtenIn(pass);
  let place = -1;
  const expr = mapLeaves(formula, (leaf) => {
    if (leaf.kind === 'number') return leaf;
    place += 1;
    if (place === kept) return leaf;
    const value = values.get(leaf.id);
    return value === undefined ? leaf : number(value, written(value, leaf.id));
  });
  return { expr, lit: [id] };
}
