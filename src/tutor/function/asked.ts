import { quantitiesOf, type Expr } from '../../core/expressions/expr.ts';
import { FUNCTIONS, type FunctionName } from '../../core/expressions/functions.ts';
import { shortName } from '../../core/expressions/names.ts';
import type { Node } from '../../core/function/graph.ts';
import type { FunctionStep } from '../../core/function/tape.ts';
import { idOf, type Quantity } from '../../core/quantity.ts';
import type { FunctionPass } from './exercise.ts';

/** What a node does with the things that go into it; `name` passes one on as it is. */
export type Operation = Exclude<Expr['kind'], 'number' | 'quantity'> | 'name';

/** What the sentences about a step of a function speak of; names are short names. */
export type AskedInFunction = {
  /** What is asked. */
  readonly name: string;
  /** Nothing is worked out before it. */
  readonly isFirst: boolean;
  /** The function's value, at which the way back starts. */
  readonly output: string;
  /** The node that is worked out or sloped, and what it does. */
  readonly node: string;
  readonly operation: Operation;
  /** Where it calls a function: which, and how that is written. */
  readonly fn: FunctionName | undefined;
  readonly symbol: string;
  /** What goes into it. */
  readonly parts: readonly string[];
  /** Of a slope: along what. */
  readonly along: string;
  /** The nodes that use it. */
  readonly uses: readonly string[];
};

const operationOf = ({ formula }: Node): Operation =>
  formula.kind === 'quantity' || formula.kind === 'number' ? 'name' : formula.kind;

/** The node of a quantity; undefined for an input. */
export const nodeOf = ({ nodes }: FunctionPass, quantity: Quantity): Node | undefined =>
  nodes.find(({ result }) => idOf(result) === idOf(quantity));

/** The nodes that use a quantity, in the order of computation. */
export const usersOf = ({ nodes }: FunctionPass, quantity: Quantity): readonly Node[] =>
  nodes.filter(({ formula }) => quantitiesOf(formula).some((part) => idOf(part) === idOf(quantity)));

/** The last node, f. */
export function outputOf({ nodes }: FunctionPass): Node {
  const output = nodes.at(-1);
  if (output === undefined) throw new Error('a function without a line has no value');
  return output;
}

/** The node a step speaks of: the one it works out, or takes a slope of; of ∂f/∂x the first that uses x. */
function subjectOf(pass: FunctionPass, { rule, result }: FunctionStep): Node {
  const wanted =
    result.kind !== 'partial'
      ? nodeOf(pass, result)
      : rule === 'chain' || rule === 'paths'
        ? usersOf(pass, result.wrt)[0]
        : nodeOf(pass, result.of);
  if (wanted === undefined) throw new Error(`${idOf(result)} belongs to no node`);
  return wanted;
}

export function askedInFunction(pass: FunctionPass, step: FunctionStep): AskedInFunction {
  const { result } = step;
  const node = subjectOf(pass, step);
  const { formula } = node;
  const along = result.kind === 'partial' ? result.wrt : result;
  const fn = formula.kind === 'call' ? formula.fn : undefined;
  return {
    name: shortName(result),
    isFirst: pass.steps[0]?.id === step.id,
    output: shortName(outputOf(pass).result),
    node: shortName(node.result),
    operation: operationOf(node),
    fn,
    symbol: fn === undefined ? '' : FUNCTIONS[fn].symbol,
    parts: quantitiesOf(formula).map(shortName),
    along: shortName(along),
    uses: usersOf(pass, along).map((user) => shortName(user.result)),
  };
}

/** Steps of one kind are alike to a learner: of one rule, and where an operation is worked out or sloped, of that. */
export function kindOf(pass: FunctionPass, step: FunctionStep): string {
  if (step.rule === 'chain' || step.rule === 'paths') return step.rule;
  const node = subjectOf(pass, step);
  const fn = node.formula.kind === 'call' ? node.formula.fn : '';
  return [step.rule === 'operation' ? 'value' : 'slope', operationOf(node), fn].filter(Boolean).join(' ');
}
