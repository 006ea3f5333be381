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

const withoutHead = (text: string): string => text.replace(/<svelte:head>.*<\/svelte:head>/s, '');

/** What nothing on the client starts (decision 6): the ends of modules' names, and what becomes of their text. */
const LEFT_OUT: Readonly<Record<string, (text: string) => string>> = {
  '/generated/root.js': () => 'export default undefined;',
  '/kit/src/runtime/client/client.js': (text) =>
    text
      .replace("import * as svelte from 'svelte';", 'const svelte = {};')
      .replace("import { writable } from 'svelte/store';", 'const writable = undefined;'),
  '/kit/src/runtime/client/utils.js': (text) =>
    text.replace("import { writable } from 'svelte/store';", 'const writable = undefined;'),
  '/routes/+page.svelte': withoutHead,
  '/routes/functions/+page.svelte': withoutHead,
};

/**
 * Vite plugin: leaves out SvelteKit's root component, and what its router and the head of a prerendered page ask of Svelte: all that Svelte exports would be
 * in the first chunk.
 */
export const withoutRoot = (): Plugin => ({
  name: 'no-root-component',
  apply: 'build',
  transform(text, id) {
    if (this.environment.config.consumer !== 'client') return undefined;
    return Object.entries(LEFT_OUT).find(([end]) => id.endsWith(end))?.[1](text);
  },
});
