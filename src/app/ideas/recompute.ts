import { evaluate, type Values } from '../../core/expressions/evaluate.ts';
import type { Pass } from '../../tutor/pass.ts';

/**
 * All values of a pass while some of its quantities are held at other numbers, by id; whatever depends on those is
 * worked out anew, from the same formulas.
 */
export function valuesWith(pass: Pass, held: ReadonlyMap<string, number>): Values {
  const values = new Map([...pass.values, ...held]);
  for (const { id, formula } of pass.steps) values.set(id, held.get(id) ?? evaluate(formula, values));
  return values;
}
