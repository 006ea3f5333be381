import type { Expr } from '../../../core/expressions/expr.ts';
import type { Node } from '../../../core/function/graph.ts';
import type { FunctionRule, FunctionStep } from '../../../core/function/tape.ts';
import { idOf, type Quantity } from '../../../core/quantity.ts';
import type { FunctionPass } from '../../function/exercise.ts';
import type { Kind } from '../mistake.ts';

/** What a learner works out instead at a step of a function; none where the mistake cannot happen. */
export type GraphRewrite = (step: FunctionStep, pass: FunctionPass) => readonly Expr[];

/** A wrong idea people have of graphs of operations and their slopes. */
export type GraphMistake = Kind & { readonly rewrite: GraphRewrite };

/** A rewrite that applies to steps of these kinds only. */
export const at =
  (rules: readonly FunctionRule[], rewrite: GraphRewrite): GraphRewrite =>
  (step, pass) =>
    rules.includes(step.rule) ? rewrite(step, pass) : [];

/** The slope of a node along one of the names it uses, where the node is an operation of this kind. */
export const slopeOf = <K extends Expr['kind']>(
  kind: K,
  wrong: (
    formula: Extract<Expr, { readonly kind: K }>,
    along: Quantity,
    step: FunctionStep,
    node: Node,
  ) => readonly Expr[],
): GraphRewrite =>
  at(['localSlope', 'outputSlope'], (step, { nodes }) => {
    const { result } = step;
    if (result.kind !== 'partial') return [];
    const node = nodes.find((one) => idOf(one.result) === idOf(result.of));
    const formula = node?.formula;
    if (node === undefined || formula?.kind !== kind) return [];
    return wrong(formula as Extract<Expr, { readonly kind: K }>, result.wrt, step, node);
  });

/** The value of a node, where it is an operation of this kind. */
export const valueOf = <K extends Expr['kind']>(
  kind: K,
  wrong: (formula: Extract<Expr, { readonly kind: K }>) => readonly Expr[],
): GraphRewrite =>
  at(['operation'], ({ formula }) =>
    formula.kind === kind ? wrong(formula as Extract<Expr, { readonly kind: K }>) : [],
  );
