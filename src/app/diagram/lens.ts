import { isCoupled } from '../../core/network/coupling.ts';
import type { Network } from '../../core/network/exercise.ts';
import { activation, gradient, preActivation, type Quantity } from '../../core/quantity.ts';
import { hullOf, type Box } from './geometry.ts';
import { layout } from './layout.ts';
import {
  atLoss,
  incoming,
  outgoing,
  share,
  slopeBetween,
  total,
  updates,
  waysOn,
  within,
} from './lens-details.ts';
import { WIDTH, type Detail } from './lens-parts.ts';
import { cellsOf, type Group, type Scene } from './scene.ts';

/** So high at least, so that the picture does not change its size with every step. */
const HEIGHT = 96;
const MARGIN = 3;

/** The asked value and all it is worked out from, large enough for a phone with its keyboard up. */
export function lens(network: Network, asked: string, isAtOnce = false): Scene {
  const detail = detailAt(network, asked, isAtOnce);
  if (detail === undefined) return layout(network, 'across');
  const { groups, arrows } = detail;
  const hull = hullOf(groups.flatMap(boxesOf));
  const height = Math.max(HEIGHT, hull.height + 2 * MARGIN);
  return {
    x: hull.x + (hull.width - WIDTH) / 2,
    y: hull.y + (hull.height - height) / 2,
    width: WIDTH,
    height,
    groups,
    arrows,
    minScale: 0.95,
  };
}

/** All that a group takes up. */
export const boxesOf = ({ frames, title }: Group): readonly Box[] => [
  ...frames,
  ...frames.flatMap(({ cells }) => cells),
  ...(title ? [{ x: title.x, y: title.y - 7, width: 0, height: 7 }] : []),
];

/**
 * The asked value and all it is worked out from; undefined where no picture has a place for it.
 * @param isAtOnce it is asked at once with the steps between, so it is worked out from what goes into those
 */
export function detailAt(network: Network, asked: string, isAtOnce = false): Detail | undefined {
  const quantity = quantitiesOf(network).get(asked);
  const merged = isAtOnce && quantity ? mergedDetail(network, quantity) : undefined;
  return merged ?? (quantity && detailOf(network, quantity));
}

/** Where units are coupled, all of the layer goes into it: no part of the picture holds that. */
function mergedDetail(network: Network, quantity: Quantity): Detail | undefined {
  const at = quantity.kind === 'partial' ? quantity.wrt : quantity;
  if ((at.kind !== 'activation' && at.kind !== 'preActivation') || isCoupled(network, at.layer))
    return undefined;
  const { layer, unit } = at;
  const [z, a] = [preActivation(layer, unit), activation(layer, unit)];
  if (quantity.kind === 'activation') return incoming(network, layer, unit, undefined, [z, a]);
  return layer === network.layers.length - 1
    ? atLoss(network, unit)
    : outgoing(network, layer, unit, [z, a, gradient(a), gradient(z)]);
}

/** Kept for as long as the network is in view: of a large one there are many. */
const quantities = new WeakMap<Network, ReadonlyMap<string, Quantity>>();

/** Every quantity that the picture of the whole network has a place for, by id. */
function quantitiesOf(network: Network): ReadonlyMap<string, Quantity> {
  const known = quantities.get(network);
  if (known) return known;
  const all = new Map(cellsOf(layout(network, 'across')).map(({ id, quantity }) => [id, quantity]));
  quantities.set(network, all);
  return all;
}

function detailOf(network: Network, quantity: Quantity): Detail | undefined {
  const last = network.layers.length - 1;
  switch (quantity.kind) {
    case 'preActivation':
      return incoming(network, quantity.layer, quantity.unit);
    case 'activation':
      return isCoupled(network, quantity.layer)
        ? share(network, quantity.layer, quantity.unit)
        : within(network, quantity.layer, quantity.unit);
    case 'loss':
      return quantity.unit !== undefined || network.layers[last] === 1
        ? atLoss(network, quantity.unit ?? 1)
        : total(network);
    case 'updated':
    case 'moment': {
      const { parameter } = quantity;
      return updates(network, parameter.layer, parameter.kind === 'weight' ? parameter.to : parameter.unit);
    }
    case 'partial':
      return quantity.of.kind === 'activation' && quantity.wrt.kind === 'preActivation' && quantity.coupled
        ? slopeBetween(quantity.of.layer, quantity.of.unit, quantity.wrt.unit)
        : slopeBy(network, quantity.wrt);
    case 'weight':
    case 'bias':
    case 'target':
    case 'learningRate':
    case 'setting':
    case 'variable':
      return undefined;
  }
}

function slopeBy(network: Network, wrt: Quantity): Detail | undefined {
  switch (wrt.kind) {
    case 'activation':
      return wrt.layer === network.layers.length - 1
        ? atLoss(network, wrt.unit)
        : outgoing(network, wrt.layer, wrt.unit);
    case 'preActivation':
      return isCoupled(network, wrt.layer)
        ? waysOn(network, wrt.layer, wrt.unit)
        : within(network, wrt.layer, wrt.unit);
    case 'weight':
      return incoming(network, wrt.layer, wrt.to, wrt);
    case 'bias':
      return incoming(network, wrt.layer, wrt.unit, wrt);
    case 'partial':
    case 'updated':
    case 'moment':
    case 'setting':
    case 'loss':
    case 'target':
    case 'learningRate':
    case 'variable':
      return undefined;
  }
}
