import { shortName } from '../../core/expressions/names.ts';
import { isCoupling } from '../../core/network/activations.ts';
import type { Step } from '../../core/network/tape.ts';
import { gradient, idOf } from '../../core/quantity.ts';
import type { Pass } from '../../tutor/pass.ts';
import { countWays, linksOf, waysFrom } from '../ideas/chain.ts';
import { printedProduct, signBetween, type Sign } from '../formula/printed.ts';
import type { Desk } from '../session/desk.ts';

export type Factor = { readonly name: string; readonly value: string };

/** The paths from E to a weight, with one factor for every arrow and every activation on it. */
export type Ribbon = {
  /** The weight's short name, and its slope. */
  readonly weight: string;
  readonly slope: string;
  readonly sign: Sign;
  /** From E on; one a path. */
  readonly paths: readonly { readonly factors: readonly Factor[]; readonly product: number }[];
  /** Paths in all, of which only the first are listed. */
  readonly count: number;
};

/** More paths would not be read. */
const MOST = 4;

/** What of a desk is read: the numbers as they stand in the network, and which of them are known not to hold. */
export type Known = Pick<Desk, 'pass' | 'cells' | 'toMend' | 'isOpen'>;

/**
 * What stands beside this step, if the step before it is the first weight's slope of its layer. It has the numbers of the
 * network on the screen; where one of them is to be mended, or must not be told to be right yet, there is none.
 */
export function ribbonAt(known: Known, step: Step): Ribbon | undefined {
  const { pass, isOpen } = known;
  const before = pass.steps[pass.steps.findIndex(({ id }) => id === step.id) - 1];
  return before && !isOpen && isFirstOfLayer(pass, before) ? ribbonTo(known, before) : undefined;
}

function weightOf({ rule, result }: Step) {
  if (rule !== 'weightGradient' || result.kind !== 'partial' || result.wrt.kind !== 'weight')
    return undefined;
  return result.wrt;
}

function isFirstOfLayer({ steps }: Pass, step: Step): boolean {
  const layer = weightOf(step)?.layer;
  return layer !== undefined && steps.find((other) => weightOf(other)?.layer === layer)?.id === step.id;
}

function ribbonTo({ pass, cells, toMend }: Known, step: Step): Ribbon | undefined {
  const weight = weightOf(step);
  const { network } = pass.exercise;
  // Through a layer whose units are coupled there are more ways than arrows.
  if (weight === undefined || network.activations.slice(weight.layer - 1).some(isCoupling)) return undefined;
  const bracketed = (text: string): string => (text.startsWith('−') ? `(${text})` : text);
  const count = countWays(network, weight);
  const ways = waysFrom(network, weight, MOST).map((way) => linksOf(pass, way, true).toReversed());
  const total = idOf(gradient(weight));
  const used = [total, ...ways.flat().map(({ source }) => idOf(source))];
  const slope = cells.get(total);
  if (slope === undefined || used.some((id) => !cells.has(id) || toMend.includes(id))) return undefined;
  const paths = ways.map((links) => {
    const texts = links.map(({ source }) => cells.get(idOf(source)) ?? '');
    return {
      product: printedProduct(texts),
      factors: links.map(({ source }, i) => ({
        name: shortName(source),
        value: i === 0 ? texts[i]! : bracketed(texts[i]!),
      })),
    };
  });
  const all = paths.reduce((sum, { product }) => sum + product, 0);
  // Paths that are not listed are in it, too.
  const sign = count > paths.length ? '=' : signBetween(all, slope);
  return { weight: shortName(weight), slope, sign, count, paths };
}
