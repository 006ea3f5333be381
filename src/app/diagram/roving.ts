import { centreOf, type Box, type Point } from './geometry.ts';

type Key = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';
type Place = Box & { readonly id: string };

const STEPS: Readonly<Partial<Record<Key, Point>>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Which way a key moves the value in focus instead, while values are nudged; 0 puts it back. */
export const NUDGES: Readonly<Partial<Record<string, -1 | 0 | 1>>> = { ArrowUp: 1, ArrowDown: -1, Home: 0 };

/** Whether a key moves between the values. */
export const isMove = (key: string): key is Key => key in STEPS || key === 'Home' || key === 'End';

/** Sideways counts this much more than ahead. */
const SIDEWAYS = 2.5;

/** The place that a key leads to: the nearest one that way; undefined where there is none. */
export function placeAfter(key: Key, places: readonly Place[], id: string | undefined): string | undefined {
  if (key === 'Home') return places[0]?.id;
  if (key === 'End') return places.at(-1)?.id;
  const here = places.find((place) => place.id === id);
  const way = STEPS[key];
  if (here === undefined || way === undefined) return places[0]?.id;
  const from = centreOf(here);
  let best: { id: string; distance: number } | undefined;
  for (const place of places) {
    const to = centreOf(place);
    const ahead = (to.x - from.x) * way.x + (to.y - from.y) * way.y;
    const aside = Math.abs((to.x - from.x) * way.y) + Math.abs((to.y - from.y) * way.x);
    if (ahead < 4) continue;
    const distance = ahead + SIDEWAYS * aside;
    if (best === undefined || distance < best.distance) best = { id: place.id, distance };
  }
  return best?.id;
}
