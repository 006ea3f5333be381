// What is drawn in place of a network that does not fit: loaded when it is needed.
export { large } from './large.ts';
export { lens } from './lens.ts';
export { default as MapView } from './MapView.svelte';
