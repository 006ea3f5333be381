import type { Network } from '../../core/network/exercise.ts';
import { activation, gradient, idOf, loss, preActivation } from '../../core/quantity.ts';
import type { Orientation } from './blocks.ts';
import { hullOf, type Box } from './geometry.ts';
import { boxesOf, detailAt } from './lens.ts';
import { atLoss, incoming, outgoing, total } from './lens-details.ts';
import type { Detail } from './lens-parts.ts';
import { keyOf, miniature } from './miniature.ts';
import { cellsOf, type Scene } from './scene.ts';

/** A unit that is looked at in place of the asked one, for as long as this is what is asked. */
export type Look = { readonly asked: string | undefined; readonly layer: number; readonly unit: number };

const MARGIN = 6;
/** Between the network in small and what is shown in full. */
const APART = 30;
/** The network in small: beside, its width and its height; above, the width for names and the height of a layer. */
const BESIDE = { width: 280, least: 260, most: 440, name: 22 } as const;
const ABOVE = { width: 300, name: 64, row: 30 } as const;
/** Between dots, at most. */
const DOTS = { across: 34, down: 28 } as const;
/** Numbers of 14 are drawn at 12 at least, on a phone at 13. */
const MIN_SCALE = { across: 12 / 14, down: 13 / 14 } as const;

/**
 * A network too large to be read as a whole: what is asked and all that it is worked out from in full, and beside or
 * above it the whole network in small.
 */
export function large(
  network: Network,
  asked: string | undefined,
  orientation: Orientation,
  look?: Look,
  isAtOnce = false,
): Scene {
  const now = asked === undefined ? undefined : detailAt(network, asked, isAtOnce);
  const detail = look !== undefined && look.asked === asked ? about(network, look) : (now ?? ending(network));
  const home = now?.groups.find((group) => cellsOf({ groups: [group] }).some(({ id }) => id === asked));
  const { groups, arrows } = detail;
  const own = hullOf(groups.flatMap(boxesOf));
  const { layers } = network;
  const isAcross = orientation === 'across';
  const box = isAcross ? beside(own) : above(own, layers.length);
  const seen = hullOf([box, own]);
  return {
    x: seen.x - MARGIN,
    y: seen.y - MARGIN,
    width: seen.width + 2 * MARGIN,
    height: seen.height + 2 * MARGIN,
    groups,
    arrows,
    minScale: MIN_SCALE[orientation],
    map: {
      ...miniature(layers, isAcross ? withoutNames(box) : withoutSide(box), isAcross, DOTS[orientation]),
      isAcross,
      asked,
      ...(home?.layer !== undefined &&
        home.unit !== undefined && { askedUnit: keyOf(home.layer, home.unit) }),
      arrows: new Set(arrows.map(({ id }) => id)),
      units: new Set(
        groups.flatMap(({ layer, unit }) => (layer === undefined ? [] : [keyOf(layer, unit ?? 0)])),
      ),
    },
  };
}

/** Left of what is shown in full, at its middle. */
function beside({ x, y, height }: Box): Box {
  const own = Math.min(BESIDE.most, Math.max(BESIDE.least, height));
  return { x: x - APART - BESIDE.width, y: y + (height - own) / 2, width: BESIDE.width, height: own };
}

/** Above what is shown in full. */
function above({ x, y, width }: Box, layers: number): Box {
  const height = layers * ABOVE.row;
  return { x: x + (width - ABOVE.width) / 2, y: y - APART - height, width: ABOVE.width, height };
}

/** The names of layers stand below their dots, or left of them. */
const withoutNames = (box: Box): Box => ({ ...box, height: box.height - BESIDE.name });
const withoutSide = (box: Box): Box => ({
  ...box,
  x: box.x + ABOVE.name,
  width: box.width - ABOVE.name,
});

/** All of one unit, with what comes into it; of an input, where it leads. */
function about(network: Network, { layer, unit }: Look): Detail {
  if (layer === 0) return outgoing(network, 0, unit);
  const [z, a] = [preActivation(layer, unit), activation(layer, unit)];
  return incoming(network, layer, unit, undefined, [z, a, gradient(a), gradient(z)]);
}

/** What there is to see when nothing is asked. */
const ending = (network: Network): Detail =>
  network.layers.at(-1) === 1 ? (detailAt(network, idOf(loss)) ?? atLoss(network, 1)) : total(network);
