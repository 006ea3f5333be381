import { shown } from '../../core/expressions/digits.ts';
import { evaluate, type Values } from '../../core/expressions/evaluate.ts';
import { quantitiesOf, type Expr } from '../../core/expressions/expr.ts';
import type { Network } from '../../core/network/exercise.ts';
import type { Step } from '../../core/network/tape.ts';
import { idOf } from '../../core/quantity.ts';
import { flowOf, type Direction } from '../diagram/flow.ts';
import { centreOf, type Box } from '../diagram/geometry.ts';
import { cellsOf, type Arrow, type Scene } from '../diagram/scene.ts';

/** A number on its way through the picture: along an SVG path, in a part of the movement's time from 0 to 1. */
export type Leg = {
  readonly text: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
};

/** The part of the time after which a number that meets its weight goes on as their product. */
const AT_WEIGHT = { forward: 0.62, backward: 0.38 } as const;

/**
 * How the values that a step is worked out from come together in its cell. What an arrow carries runs along it and is
 * multiplied by the weight at its head; whatever else the formula uses comes straight from its own cell.
 * @param written how a value of the pass is shown, by id
 */
export function legsOf(
  network: Network,
  scene: Pick<Scene, 'groups' | 'arrows'>,
  step: Step,
  values: Values,
  written: (id: string) => string,
): readonly Leg[] {
  const cells = new Map(cellsOf(scene).map((cell) => [cell.id, cell]));
  const goal = cells.get(step.id);
  if (goal === undefined) return [];
  const parents = quantitiesOf(step.formula);
  const flow = flowOf(network, step.id, new Set(parents.map(idOf)));
  const terms = step.formula.kind === 'sum' ? step.formula.terms : [step.formula];
  const gone = new Set<string>();

  const along = (arrow: Arrow, direction: Direction): readonly Leg[] => {
    const line = direction === 'forward' ? arrow.forward.path : arrow.backward?.path;
    const term = terms.find((candidate) => uses(candidate, arrow.id));
    const tag = cells.get(arrow.id);
    if (line === undefined) return [];
    if (term !== undefined && tag !== undefined && step.id !== arrow.id) {
      const carried = quantitiesOf(term).find((quantity) => idOf(quantity) !== arrow.id);
      const id = carried && idOf(carried);
      if (id === undefined) return [];
      gone.add(arrow.id).add(id);
      const meeting = AT_WEIGHT[direction];
      const product = shown(evaluate(term, values));
      const source = cells.get(id);
      return direction === 'forward'
        ? [
            { text: written(id), path: line, start: 0, end: meeting },
            { text: product, path: straight(tag, goal), start: meeting, end: 1 },
          ]
        : [
            ...(source ? [{ text: written(id), path: straight(source, tag), start: 0, end: meeting }] : []),
            { text: product, path: onTo(line, goal), start: meeting, end: 1 },
          ];
    }
    if (direction === 'backward') {
      // The slope of the loss itself: it comes into being at the loss, and is what runs back.
      for (const parent of parents) gone.add(idOf(parent));
      return [{ text: written(step.id), path: onTo(line, goal), start: 0, end: 1 }];
    }
    const tail = parents.find(({ kind }) => kind === 'activation');
    if (tail === undefined) return [];
    gone.add(idOf(tail));
    return [{ text: written(idOf(tail)), path: onTo(line, goal), start: 0, end: 1 }];
  };

  const byArrow = scene.arrows.flatMap((arrow) => {
    const direction = flow.get(arrow.id);
    return direction === undefined ? [] : along(arrow, direction);
  });
  const others = parents.flatMap((parent) => {
    const id = idOf(parent);
    const cell = cells.get(id);
    if (gone.has(id) || cell === undefined) return [];
    return [{ text: written(id), path: straight(cell, goal), start: 0, end: 1 }];
  });
  return [...byArrow, ...others];
}

const uses = (expr: Expr, id: string): boolean =>
  quantitiesOf(expr).some((quantity) => idOf(quantity) === id);

const point = (box: Box): string => {
  const { x, y } = centreOf(box);
  return `${x} ${y}`;
};
const straight = (from: Box, to: Box): string => `M${point(from)}L${point(to)}`;
const onTo = (path: string, to: Box): string => `${path}L${point(to)}`;
