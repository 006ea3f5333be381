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
  // Aborts are told from failures by it. As an error it would take its stack while the page's modules are evaluated, for
  // which V8 parses all of them a second time.
  '/svelte/src/internal/client/constants.js': (text) =>
    text.replace(/new \(class StaleReactionError.*?\}\)\(\)/s, '{}'),
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

/**
 * Vite plugin: has the named chunks compiled whole while they are fetched, beside the page, and not function by function
 * when these are called. Other engines read a comment. Source: https://v8.dev/blog/explicit-compile-hints
 */
export const compiledAhead = (...names: readonly string[]): Plugin => ({
  name: 'compiled-ahead',
  apply: 'build',
  generateBundle: {
    // The comment counts only where nothing stands before it, and Vite puts its own lines at the start.
    order: 'post',
    handler(_, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && names.includes(chunk.name))
          chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
    },
  },
});
