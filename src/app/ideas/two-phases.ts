import { shown, shownGiven } from '../../core/expressions/digits.ts';
import { number, product } from '../../core/expressions/expr.ts';
import { text } from '../../core/expressions/text.ts';
import type { Network } from '../../core/network/exercise.ts';
import { weightsOf } from '../../core/network/shape.ts';
import {
  activation,
  gradient,
  idOf,
  preActivation,
  type Parameter,
  type Quantity,
} from '../../core/quantity.ts';
import { exactValue, type Pass } from '../../tutor/pass.ts';
import { lossArrow } from './net.ts';
import { printedProduct, signBetween } from '../formula/printed.ts';

export type Weight = Extract<Parameter, { kind: 'weight' }>;

/** One arrow on the way of the signal, in the order in which it is reached going forward. */
export type Stop =
  | { readonly kind: 'weight'; readonly arrow: string; readonly weight: Weight }
  | { readonly kind: 'loss'; readonly arrow: string; readonly unit: number };

/** Where the signal is: so many arrows lie behind it, on the way forward or, once turned, still before it. */
export type Playhead = { readonly position: number; readonly isTurned: boolean };

/** Every arrow once: those between units layer by layer, then those to E. */
export function stopsOf(network: Network): readonly Stop[] {
  const weights = weightsOf(network).flatMap((weight): Stop[] =>
    weight.kind === 'weight' ? [{ kind: 'weight', arrow: idOf(weight), weight }] : [],
  );
  const outputs = Array.from({ length: network.layers.at(-1) ?? 0 }, (_, j): Stop => {
    return { kind: 'loss', arrow: lossArrow(network, j + 1), unit: j + 1 };
  });
  return [...weights, ...outputs];
}

/** The arrow that the signal has just come along. */
export const stopAt = (stops: readonly Stop[], { position, isTurned }: Playhead): Stop | undefined =>
  isTurned ? stops[position] : stops[position - 1];

const headOf = (network: Network, stop: Stop): readonly [layer: number, unit: number] =>
  stop.kind === 'weight' ? [stop.weight.layer, stop.weight.to] : [network.layers.length, stop.unit];
const tailOf = (network: Network, stop: Stop): readonly [layer: number, unit: number] =>
  stop.kind === 'weight' ? [stop.weight.layer - 1, stop.weight.from] : [network.layers.length - 1, stop.unit];

export type Known = {
  /** Texts by the id of a unit's a: what it sends on, and its δ. */
  readonly forward: ReadonlyMap<string, string>;
  readonly backward: ReadonlyMap<string, string>;
  readonly hasLoss: boolean;
};

/** What is known of each unit with the signal at this place. */
export function knownAt(pass: Pass, stops: readonly Stop[], { position, isTurned }: Playhead): Known {
  const { network } = pass.exercise;
  const behind = isTurned ? stops.length : position;
  const open = new Set(stops.slice(behind).map((stop) => headOf(network, stop).join()));
  const waiting = new Set(
    (isTurned ? stops.slice(0, position) : stops).map((stop) => tailOf(network, stop).join()),
  );
  const units = network.layers.flatMap((count, k) =>
    Array.from({ length: count }, (_, j) => ({ layer: k, unit: j + 1 })),
  );
  const forward = units
    .filter(({ layer, unit }) => layer === 0 || !open.has([layer, unit].join()))
    .map(({ layer, unit }) => {
      const id = idOf(activation(layer, unit));
      return [id, (layer === 0 ? shownGiven : shown)(exactValue(pass, id))] as const;
    });
  const backward = units
    .filter(({ layer, unit }) => layer > 0 && !waiting.has([layer, unit].join()))
    .map(({ layer, unit }) => {
      const delta = exactValue(pass, idOf(gradient(preActivation(layer, unit))));
      return [idOf(activation(layer, unit)), shown(delta)] as const;
    });
  return { forward: new Map(forward), backward: new Map(backward), hasLoss: behind === stops.length };
}

/** "0.3740·(−0.35) = −0.1309", and what it comes to with all digits. */
export type Product = { readonly equation: string; readonly value: number };

/** @param named what is worked out, where that has a name: it is written as on all of the page */
function times(first: readonly [number, string], second: readonly [number, string], named?: number): Product {
  const printed = printedProduct([first[1], second[1]]);
  const result = shown(named ?? printed);
  return {
    equation: `${text(product(number(...first), number(...second)))} ${signBetween(printed, result)} ${result}`,
    value: first[0] * second[0],
  };
}

/** What an arrow between units carries: a·w forward, w·δ backward, and its own slope δ·a. */
export function carriedBy(
  pass: Pass,
  weight: Weight,
): { readonly forward: Product; readonly backward: Product; readonly slope: Product } {
  const { layer, from, to, ...rest } = weight;
  const { layers, bias } = pass.exercise.network;
  const [tail, z] = [activation(layer - 1, from), preActivation(layer, to)];
  const valueOf = (quantity: Quantity): number => exactValue(pass, idOf(quantity));
  const [a, w, delta] = [tail, { ...rest, layer, from, to }, gradient(z)].map(valueOf) as [
    number,
    number,
    number,
  ];
  const value = [a, layer === 1 ? shownGiven(a) : shown(a)] as const;
  const [factor, slope] = [[w, shownGiven(w)] as const, [delta, shown(delta)] as const];
  // What a single arrow brings is all of z, or of ∂E/∂a.
  const isAllOfZ = layers[layer - 1] === 1 && !bias;
  const isAllOfSlope = layer > 1 && layers[layer] === 1;
  return {
    forward: times(value, factor, isAllOfZ ? valueOf(z) : undefined),
    backward: times(factor, slope, isAllOfSlope ? valueOf(gradient(tail)) : undefined),
    slope: times(slope, value, valueOf(gradient(weight))),
  };
}

/** Whether the arrow is the last that a unit waits for: going forward the unit at its head, going back at its tail. */
export function completes(
  network: Network,
  stops: readonly Stop[],
  stop: Stop,
  way: 'forward' | 'backward',
): boolean {
  const end = way === 'forward' ? headOf : tailOf;
  const alike = stops.filter((other) => end(network, other).join() === end(network, stop).join());
  return (way === 'forward' ? alike.at(-1) : alike[0]) === stop;
}

/** Weights of a layer that are all to choose from; of more, the first few. */
const ALL = 4;
const FEW = 3;

/** Weights to choose from, some of every layer; the first that a signal from E meets are those of the last layer. */
export function candidates({ layers }: Network, stops: readonly Stop[]): readonly Weight[] {
  const weights = stops.flatMap((stop) => (stop.kind === 'weight' ? [stop.weight] : []));
  return layers
    .slice(1)
    .flatMap((_, k) => {
      const own = weights.filter(({ layer }) => layer === k + 1);
      return own.slice(0, own.length > ALL ? FEW : ALL);
    })
    .slice(-3 * ALL);
}

export const meetsFirst = ({ layers }: Network, { layer }: Weight): boolean => layer === layers.length - 1;
