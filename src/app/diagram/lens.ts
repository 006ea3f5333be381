import { isCoupled } from '../../core/network/coupling.ts';
import type { Network } from '../../core/network/exercise.ts';
import type { Quantity } from '../../core/quantity.ts';
import { hullOf } from './geometry.ts';
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
import { cellsOf, type Scene } from './scene.ts';

/** At the width of a phone this is as high as the keyboard leaves room for. */
const HEIGHT = 156;
const MARGIN = 3;

/** The asked value and all it is worked out from, large enough for a phone with its keyboard up. */
export function lens(network: Network, asked: string): Scene {
  const whole = layout(network, 'across');
  const quantity = cellsOf(whole).find(({ id }) => id === asked)?.quantity;
  const detail = quantity && detailOf(network, quantity);
  if (detail === undefined) return whole;
  const { groups, arrows } = detail;
  const hull = hullOf(
    groups.flatMap(({ frames, title }) => [
      ...frames,
      ...frames.flatMap(({ cells }) =>
        cells.map((cell) => (cell.form === 'row' ? { ...cell, y: cell.y - 6 } : cell)),
      ),
      ...(title ? [{ x: title.x, y: title.y - 7, width: 0, height: 7 }] : []),
    ]),
  );
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
