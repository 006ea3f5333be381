import type { Network } from '../../core/network/exercise.ts';
import type { Orientation } from './blocks.ts';
import { centreOf, hullOf } from './geometry.ts';
import { large } from './large.ts';
import { looking } from './looking.svelte.ts';
import { cellsOf, type Scene } from './scene.ts';

// A network that does not fit: what its step needs in full, beside the whole in small. Loaded when it is needed.

/** @public */
export { default as MapView } from './MapView.svelte';

/** @public */
export const largePart = (
  network: Network,
  asked: string | undefined,
  orientation: Orientation,
  isAtOnce = false,
): Scene => large(network, asked, orientation, looking.at, isAtOnce);

/**
 * Scrolls a network that is larger than its box to what is asked for, with what it is worked out from where that fits.
 * @public
 */
export function bringIntoView(
  box: HTMLElement,
  scene: Scene,
  asked: string | undefined,
  lit: ReadonlySet<string>,
): void {
  const places = cellsOf(scene).filter(({ id }) => id === asked || lit.has(id));
  const place = places.find(({ id }) => id === asked);
  if (place === undefined) return;
  const scale = Math.min(box.scrollWidth / scene.width, box.scrollHeight / scene.height);
  const all = hullOf(places);
  const fits = all.width * scale < box.clientWidth && all.height * scale < box.clientHeight;
  const { x, y } = centreOf(fits ? all : place);
  box.scrollTo({
    left: (x - scene.x) * scale - box.clientWidth / 2,
    top: (y - scene.y) * scale - box.clientHeight / 2,
  });
}
