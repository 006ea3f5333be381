import { evaluate } from '../../core/expressions/evaluate.ts';
import { slopeQuantity } from '../../core/network/coupling.ts';
import type { Network } from '../../core/network/exercise.ts';
import { nudged } from '../../core/network/nudge.ts';
import { weightsOf } from '../../core/network/shape.ts';
import {
  activation,
  gradient,
  idOf,
  loss,
  preActivation,
  unitLoss,
  weight,
  type Quantity,
} from '../../core/quantity.ts';
import { exactValue, stepOf, type Pass } from '../../tutor/pass.ts';
import { writtenIn } from '../../tutor/written.ts';
import { printedProduct } from '../formula/printed.ts';
import type { Weight } from './two-phases.ts';

/** A way from a weight to E: the arrows between units that it goes along, the weight's own first. */
export type Way = readonly [Weight, ...Weight[]];

/** One factor: how many times as much `of` moves as `wrt`. */
export type Link = {
  readonly of: Quantity;
  readonly wrt: Quantity;
  /** Where its number is known from. */
  readonly kind: 'input' | 'slope' | 'weight' | 'loss';
  readonly source: Quantity;
  readonly value: number;
  /** As it is printed. */
  readonly text: string;
};

export const firstWeight: Weight = { kind: 'weight', layer: 1, from: 1, to: 1 };

export const arrowsBetweenUnits = (network: Network): readonly Weight[] =>
  weightsOf(network).filter((parameter): parameter is Weight => parameter.kind === 'weight');

/** The arrows on which a way can go on; none where it has come to an output. */
export const nextArrows = (network: Network, way: Way): readonly Weight[] =>
  arrowsBetweenUnits(network).filter(
    ({ layer, from }) => layer === way.at(-1)!.layer + 1 && from === way.at(-1)!.to,
  );

/** Whether the way has come to an output, so that only the arrow to E is left. */
export const isAtOutput = ({ layers }: Network, way: Way): boolean => way.at(-1)!.layer === layers.length - 1;

/** How many ways lead from a weight to E. */
export const countWays = ({ layers }: Network, { layer }: Weight): number =>
  layers.slice(layer + 1).reduce((product, units) => product * units, 1);

/** The ways from a weight to E, at most so many of them. */
export function waysFrom(network: Network, start: Weight, most: number): readonly Way[] {
  let ways: readonly Way[] = [[start]];
  for (let k = start.layer; k < network.layers.length - 1; k += 1) {
    ways = ways
      .flatMap((way) => nextArrows(network, way).map((arrow): Way => [...way, arrow]))
      .slice(0, most);
  }
  return ways;
}

/** The factors of a way so far: two for each arrow, one more for the arrow to E. */
export function linksOf(pass: Pass, way: Way, isAtLoss: boolean): readonly Link[] {
  const written = writtenIn(pass);
  const link = (of: Quantity, wrt: Quantity, kind: Link['kind'], source: Quantity): Link => {
    const value = exactValue(pass, idOf(source));
    return { of, wrt, kind, source, value, text: written(value, idOf(source)) };
  };
  const links = way.flatMap(({ layer, from, to }, i) => {
    const [w, tail] = [weight(layer, from, to), activation(layer - 1, from)];
    const [z, a] = [preActivation(layer, to), activation(layer, to)];
    return [
      i === 0 ? link(z, w, 'input', tail) : link(z, tail, 'weight', w),
      link(a, z, 'slope', slopeQuantity(pass.exercise.network, layer, to)),
    ];
  });
  const { layer, to } = way.at(-1)!;
  const output = activation(layer, to);
  return isAtLoss ? [...links, link(loss, output, 'loss', gradient(output))] : links;
}

/** What the factors as they are printed come to. */
export const productOf = (links: readonly Link[]): number => printedProduct(links.map(({ text }) => text));

/**
 * By how much each value on a way moves when the weight moves: the weight first, then one a link, all worked out by the
 * formulas of the pass. What does not lie on the way is held, so that only this way is seen.
 */
export function movesAlong(
  pass: Pass,
  way: Way,
  by: number,
  isAtLoss: boolean,
): readonly { readonly quantity: Quantity; readonly by: number }[] {
  const values = new Map(pass.values);
  const start = weight(way[0].layer, way[0].from, way[0].to);
  values.set(idOf(start), exactValue(pass, idOf(start)) + by);
  const moved: Quantity[] = way.flatMap(({ layer, to }) => [preActivation(layer, to), activation(layer, to)]);
  if (isAtLoss) {
    const isOnly = pass.exercise.network.layers.at(-1) === 1;
    if (!isOnly) evaluateInto(values, pass, ...moved, unitLoss(way.at(-1)!.to));
    moved.push(loss);
  }
  evaluateInto(values, pass, ...moved);
  return [start, ...moved].map((quantity) => ({
    quantity,
    by: values.get(idOf(quantity))! - exactValue(pass, idOf(quantity)),
  }));
}

function evaluateInto(values: Map<string, number>, pass: Pass, ...quantities: readonly Quantity[]): void {
  for (const id of quantities.map(idOf)) values.set(id, evaluate(stepOf(pass, id).formula, values));
}

/** By how much E moves when the weight moves and everything follows. */
export function wholeMove({ steps, values }: Pass, moved: Weight, by: number): number {
  const id = idOf(moved);
  return nudged(steps, values, id, values.get(id)! + by).get(idOf(loss))! - values.get(idOf(loss))!;
}

/** Numbers of factors to guess from; one of them is right. */
export const guessesFor = (count: number): readonly number[] =>
  [count - 2, count, count + 2, 2 * count + 1].filter((guess) => guess > 0);

/** The weight that the last task asks about: one that shares all but its input with the first, where there is one. */
export function askedWeight({ layers }: Network): Weight {
  const last = layers.length - 1;
  const [layer, from] = layers[0]! > 1 ? [1, 2] : [last, 1];
  return { kind: 'weight', layer, from, to: 1 };
}
