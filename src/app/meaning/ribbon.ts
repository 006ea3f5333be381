import { shown } from '../../core/expressions/digits.ts';
import { shortName } from '../../core/expressions/names.ts';
import { isCoupling } from '../../core/network/activations.ts';
import type { Step } from '../../core/network/tape.ts';
import { gradient, idOf } from '../../core/quantity.ts';
import { exactValue, type Pass } from '../../tutor/pass.ts';
import { countWays, linksOf, productOf, waysFrom } from '../ideas/chain.ts';
import { signBetween, type Sign } from '../formula/printed.ts';

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

/** What stands beside this step, if the step before it is the first weight's slope of its layer. */
export function ribbonAt(pass: Pass, step: Step): Ribbon | undefined {
  const before = pass.steps[pass.steps.findIndex(({ id }) => id === step.id) - 1];
  return before && isFirstOfLayer(pass, before) ? ribbonTo(pass, before) : undefined;
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

function ribbonTo(pass: Pass, step: Step): Ribbon | undefined {
  const weight = weightOf(step);
  const { network } = pass.exercise;
  // Through a layer whose units are coupled there are more ways than arrows.
  if (weight === undefined || network.activations.slice(weight.layer - 1).some(isCoupling)) return undefined;
  const bracketed = (text: string): string => (text.startsWith('−') ? `(${text})` : text);
  const count = countWays(network, weight);
  const paths = waysFrom(network, weight, MOST).map((way) => {
    const links = linksOf(pass, way, true);
    return {
      product: productOf(links),
      factors: links.toReversed().map(({ source, text }, i) => ({
        name: shortName(source),
        value: i === 0 ? text : bracketed(text),
      })),
    };
  });
  const all = paths.reduce((sum, { product }) => sum + product, 0);
  const slope = shown(exactValue(pass, idOf(gradient(weight))));
  // Paths that are not listed are in it, too.
  const sign = count > paths.length ? '=' : signBetween(all, slope);
  return { weight: shortName(weight), slope, sign, count, paths };
}
