import { callsIn, partsOf, type Expr } from '../../core/expressions/expr.ts';
import type { FunctionName } from '../../core/expressions/functions.ts';
import { evaluate, type Values } from '../../core/expressions/evaluate.ts';
import { shortName } from '../../core/expressions/names.ts';
import type { FunctionStep } from '../../core/function/tape.ts';
import { outputOf, nodeOf } from './asked.ts';
import type { FunctionPass } from './exercise.ts';

type Called = Extract<Expr, { kind: 'call' }>;

/** The functions that a function's lines call, each once. */
export const functionsIn = ({ nodes }: FunctionPass): readonly FunctionName[] => [
  ...new Set(nodes.flatMap(({ formula }) => callsIn(formula).map(({ fn }) => fn))),
];

/** Where functions have a corner or a jump, so that there is no slope. */
const CORNERS: Readonly<Partial<Record<FunctionName, readonly number[]>>> = {
  relu: [0],
  lrelu: [0],
  abs: [0],
  step: [0],
  sign: [0],
  clip: [-1, 1],
};

/** What has no slope at a step's numbers: which function, called with what. */
export type AtCorner = { readonly fn: FunctionName; readonly node: string };

/** Whether a call is at a corner: of max and min, where what is handed on is met twice. */
function isCorner(formula: Called, values: Values): boolean {
  const args = partsOf(formula).map((part) => evaluate(part, values));
  return args.length > 1
    ? args.filter((arg) => arg === evaluate(formula, values)).length > 1
    : CORNERS[formula.fn]?.includes(args[0]!) === true;
}

/** The corner that a slope is taken at, where the node has none there and a convention holds. */
export function cornerAt(pass: FunctionPass, { rule, result }: FunctionStep): AtCorner | undefined {
  if (result.kind !== 'partial' || rule === 'chain') return undefined;
  const node = rule === 'paths' ? outputOf(pass) : nodeOf(pass, result.of);
  if (node === undefined) return undefined;
  const found = callsIn(node.formula).find((called) => isCorner(called, pass.values));
  return found && { fn: found.fn, node: shortName(node.result) };
}
