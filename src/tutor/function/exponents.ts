import type { Line } from '../../core/function/graph.ts';
import { partsOf, quantitiesOf, type Expr } from '../../core/expressions/expr.ts';
import { idOf } from '../../core/quantity.ts';

const idsIn = (expr: Expr): readonly string[] => quantitiesOf(expr).map(idOf);

/**
 * The names for numbers that are exponents of something else. Whoever writes n = 3 and xⁿ means x³: along n it has no
 * slope where x is not above 0.
 * @param numbers the names that stand for numbers
 */
export function exponentsIn(lines: readonly Line[], numbers: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (expr: Expr): void => {
    if (expr.kind === 'power') {
      const raised = idsIn(expr.exponent);
      const isOfOthers = idsIn(expr.base).some((id) => !raised.includes(id) && !found.has(id));
      if (isOfOthers && raised.every((id) => numbers.has(id))) raised.forEach((id) => found.add(id));
    }
    partsOf(expr).forEach(visit);
  };
  lines.forEach(({ formula }) => visit(formula));
  return found;
}
