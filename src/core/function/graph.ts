import {
  mapParts,
  negation,
  power,
  product,
  quantitiesOf,
  quantity as q,
  quotient,
  sameExpr,
  sum,
  type Expr,
} from '../expressions/expr.ts';
import { idOf, type Quantity } from '../quantity.ts';
import { freshNames, named } from './name.ts';

/** A line that a learner has typed: a name, and its formula over inputs and earlier lines. */
export type Line = { readonly name: string; readonly formula: Expr };

/** One operation of the graph. */
export type Node = {
  readonly result: Quantity;
  readonly formula: Expr;
  /** Named by the learner, not by us. */
  readonly isLine: boolean;
};

/**
 * The lines as a graph of operations that have one idea each: a sum, a product, a quotient, a power, a call. What stands
 * inside another operation becomes a node with a name of its own (`freshNames`); what is written twice is one node.
 * @param inputs names that are taken
 */
export function graphOf(lines: readonly Line[], inputs: readonly string[]): readonly Node[] {
  const freshName = freshNames([...inputs, ...lines.map(({ name }) => name)]);
  const nodes: Node[] = [];

  function nodeFor(formula: Expr): Expr {
    const known = nodes.find((node) => sameExpr(node.formula, formula));
    if (known !== undefined) return q(known.result);
    const result = freshName();
    nodes.push({ result, formula, isLine: false });
    return q(result);
  }

  /** What may stand inside an operation: a name, or what has none in it. */
  const atom = (expr: Expr): Expr =>
    expr.kind === 'quantity' || isConstant(expr) ? expr : nodeFor(operation(expr));

  /** In a sum also −x, 2x and x/2, which are read at a glance. */
  function term(expr: Expr): Expr {
    if (expr.kind === 'negation') return negation(term(expr.operand));
    if (expr.kind === 'quotient' && isConstant(expr.denominator))
      return quotient(atom(expr.numerator), expr.denominator);
    const isScaled =
      expr.kind === 'product' && expr.factors.filter(isConstant).length === expr.factors.length - 1;
    return isScaled ? mapParts(expr, atom) : atom(expr);
  }

  function operation(expr: Expr): Expr {
    switch (expr.kind) {
      case 'number':
      case 'quantity':
        return expr;
      case 'sum':
        return sum(...expr.terms.map(term));
      case 'product':
        return product(...expr.factors.map(atom));
      case 'quotient':
        return quotient(atom(expr.numerator), atom(expr.denominator));
      case 'negation':
        return negation(atom(expr.operand));
      case 'power':
        return power(atom(expr.base), atom(expr.exponent));
      case 'call':
        return mapParts(expr, atom);
    }
  }

  for (const { name, formula } of lines) {
    nodes.push({ result: named(name), formula: operation(formula), isLine: true });
  }
  return nodes;
}

export const isConstant = (expr: Expr): boolean => quantitiesOf(expr).length === 0;

/** The names a node uses, each once, by id. */
export const parentsOf = ({ formula }: Node): readonly Quantity[] => quantitiesOf(formula);

/** The nodes that the last one depends on, itself included; what is left out cannot move it. */
export function nodesThatMatter(nodes: readonly Node[]): readonly Node[] {
  const output = nodes.at(-1);
  if (output === undefined) return [];
  const wanted = new Set([idOf(output.result)]);
  return nodes
    .toReversed()
    .filter((node) => {
      const isWanted = wanted.has(idOf(node.result));
      if (isWanted) parentsOf(node).forEach((parent) => wanted.add(idOf(parent)));
      return isWanted;
    })
    .toReversed();
}
