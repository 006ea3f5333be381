import { derivative } from '../expressions/derivative.ts';
import { mapParts, product, quantity as q, sameExpr, sum, type Expr } from '../expressions/expr.ts';
import type { Phase, Step } from '../network/tape.ts';
import { idOf, partial, type Quantity } from '../quantity.ts';
import { nodesThatMatter, parentsOf, type Node } from './graph.ts';

/** Why a step of a function's tape holds. */
export const FUNCTION_RULES = ['operation', 'outputSlope', 'localSlope', 'chain', 'paths'] as const;
export type FunctionRule = (typeof FUNCTION_RULES)[number];
export type FunctionStep = Step<FunctionRule>;

/**
 * A function and its gradient as a tape: first every node, then backward from the last one, f. Of each node n the slopes
 * along what goes into it, ∂n/∂x, and then for each x whose ways up are all worked out
 * ∂f/∂x = Σ ∂f/∂n · ∂n/∂x over the nodes n that use x. (Reverse accumulation: Linnainmaa 1970; Griewank and Walther 2008.)
 * Where f itself uses x, its share is the slope of f along x, put in as a formula: ∂f/∂x names the sum.
 */
export function functionTape(graph: readonly Node[]): readonly FunctionStep[] {
  const nodes = nodesThatMatter(graph);
  const output = nodes.at(-1);
  if (output === undefined) throw new Error('a function without a line has no tape');
  return [
    ...nodes.map(({ result, formula }) => step('forward', 'operation', result, formula)),
    ...backward(nodes, output),
  ];
}

const step = (phase: Phase, rule: FunctionRule, result: Quantity, formula: Expr): FunctionStep => ({
  id: idOf(result),
  phase,
  rule,
  result,
  formula,
});

function backward(nodes: readonly Node[], output: Node): readonly FunctionStep[] {
  const users = usersOf(nodes);
  const done = new Set<Node>();
  const steps: FunctionStep[] = [];
  for (const node of nodes.toReversed()) {
    const parents = parentsOf(node);
    if (node !== output) {
      for (const parent of parents) {
        steps.push(step('backward', 'localSlope', partial(node.result, parent), localSlope(node, parent)));
      }
    }
    done.add(node);
    for (const parent of parents) {
      const own = users.get(idOf(parent)) ?? [];
      if (own.every((user) => done.has(user))) steps.push(gradientStep(own, parent, output));
    }
  }
  return steps;
}

/** The nodes that use a name, by its id, in the order of computation. */
function usersOf(nodes: readonly Node[]): ReadonlyMap<string, readonly Node[]> {
  const users = new Map<string, Node[]>();
  for (const node of nodes) {
    for (const parent of parentsOf(node)) {
      const id = idOf(parent);
      users.set(id, [...(users.get(id) ?? []), node]);
    }
  }
  return users;
}

function gradientStep(users: readonly Node[], wrt: Quantity, output: Node): FunctionStep {
  const shares = users.map((user) =>
    user === output
      ? localSlope(user, wrt)
      : product(q(partial(output.result, user.result)), q(partial(user.result, wrt))),
  );
  const rule = shares.length > 1 ? 'paths' : users[0] === output ? 'outputSlope' : 'chain';
  return step('backward', rule, partial(output.result, wrt), sum(...shares));
}

/** The slope of a node along one of the names it uses; with its own value where that is what it comes to: a·(1 − a). */
const localSlope = ({ formula, result }: Node, wrt: Quantity): Expr =>
  withOwnValue(derivative(formula, idOf(wrt)), formula, result);

function withOwnValue(slope: Expr, formula: Expr, result: Quantity): Expr {
  if (formula.kind === 'quantity' || formula.kind === 'number') return slope;
  return sameExpr(slope, formula)
    ? q(result)
    : mapParts(slope, (part) => withOwnValue(part, formula, result));
}
