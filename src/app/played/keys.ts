import type { Act } from './playback.ts';

const STEPS: Readonly<Record<string, Act>> = {
  ArrowLeft: 'back',
  ArrowRight: 'forward',
  Home: 'first',
  End: 'last',
};

/** What a key does to a played pass; undefined where it is for what has the focus, or for the browser. */
export function actOf(event: KeyboardEvent, isPlaying: boolean): Act | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const focused = event.target instanceof Element ? event.target.closest('button, select, input, svg') : null;
  const { key } = event;
  const toggle: Act = isPlaying ? 'pause' : 'play';
  // Selects find their options by letters.
  if (key === 'k' || key === 'K') return focused?.tagName === 'SELECT' ? undefined : toggle;
  // Space presses a button that has the focus.
  if (key === ' ') return focused === null || focused.tagName === 'INPUT' ? toggle : undefined;
  return focused === null || focused.tagName === 'BUTTON' ? STEPS[key] : undefined;
}
