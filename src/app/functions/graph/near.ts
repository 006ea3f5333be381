import { quantitiesOf, quantity as q } from '../../../core/expressions/expr.ts';
import type { Node } from '../../../core/function/graph.ts';
import type { FunctionStep } from '../../../core/function/tape.ts';
import { idOf } from '../../../core/quantity.ts';
import { nodeOf, usersOf } from '../../../tutor/function/asked.ts';
import type { FunctionPass } from '../../../tutor/function/exercise.ts';
import type { Graph } from './ranks.ts';

/** The part of a graph that a step needs: an operation with all that goes into it, or a value with the ways out of it. */
export function nearOf(pass: FunctionPass, { result, rule }: FunctionStep): Graph {
  const nodes = rule === 'chain' || rule === 'paths' ? waysOut() : [nodeOf(pass, ofStep())!];
  const ids = new Set(nodes.map((node) => idOf(node.result)));
  const around = new Map(
    nodes.flatMap(({ formula }) => quantitiesOf(formula)).map((one) => [idOf(one), one]),
  );
  return { nodes, givens: [...around.values()].filter((one) => !ids.has(idOf(one))) };

  function ofStep() {
    return result.kind === 'partial' ? result.of : result;
  }

  /** What else goes into the nodes there does not matter any more: the local slopes are known. */
  function waysOut(): readonly Node[] {
    if (result.kind !== 'partial') return [];
    return usersOf(pass, result.wrt).map((node) => ({ ...node, formula: q(result.wrt) }));
  }
}
