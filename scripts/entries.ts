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
