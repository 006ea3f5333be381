/** Vite plugin: bundles the pages' own scripts with the client build. src/app/page-head.ts finds them in its manifest. */
import type { Plugin } from 'vite';
import { ENTRIES } from '../src/app/entries.ts';

export const entries = (): Plugin => ({
  name: 'page-entries',
  apply: 'build',
  buildStart() {
    if (this.environment.config.consumer !== 'client') return;
    for (const id of Object.values(ENTRIES)) this.emitFile({ type: 'chunk', id });
  },
});

/**
 * Vite plugin: leaves out SvelteKit's root component. Nothing on the client starts it (decision 6), and what it needs of
 * Svelte would be in the first chunk.
 */
export const withoutRoot = (): Plugin => ({
  name: 'no-root-component',
  apply: 'build',
  transform(_, id) {
    if (this.environment.config.consumer !== 'client' || !id.endsWith('/generated/root.js')) return undefined;
    return 'export default undefined;';
  },
});
