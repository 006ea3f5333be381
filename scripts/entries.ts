/** Vite plugin: bundles the pages' own scripts with the client build. src/app/page-head.ts finds them in its manifest. */
import { isDeepStrictEqual } from 'node:util';
import { runnerImport, type Plugin, type Rolldown } from 'vite';
import { ENTRIES } from '../src/app/entries.ts';

export const entries = (): Plugin => ({
  name: 'page-entries',
  apply: 'build',
  buildStart() {
    if (this.environment.config.consumer !== 'client') return;
    for (const id of Object.values(ENTRIES)) this.emitFile({ type: 'chunk', id });
  },
});

/** Stops the build where there is nothing to replace: a library has written it another way since, and it would be loaded. */
function replaced(text: string, what: string | RegExp, by: string): string {
  const changed = text.replace(what, by);
  if (changed === text) throw new Error(`nothing is left out any more: no ${String(what)}`);
  return changed;
}

const withoutHead = (text: string): string => replaced(text, /<svelte:head>.*<\/svelte:head>/s, '');

/** What a module has for others, as it stands now: without all that works it out. */
async function workedOut(id: string): Promise<string> {
  const { module } = await runnerImport<Record<string, unknown>>(id, { configFile: false });
  return Object.entries(module)
    .map(([name, value]) => {
      const text = JSON.stringify(value);
      if (!isDeepStrictEqual(JSON.parse(text), value))
        throw new Error(`${name} of ${id} is more than JSON can say`);
      return `export const ${name} = ${text};`;
    })
    .join('\n');
}

/**
 * What nothing on the client starts (decision 6), and what draws the exercise of the bare address: the ends of modules'
 * names, and what becomes of their text.
 */
const LEFT_OUT: Readonly<Record<string, (text: string, id: string) => string | Promise<string>>> = {
  '/generated/root.js': () => 'export default undefined;',
  '/kit/src/runtime/client/client.js': (text) =>
    replaced(
      replaced(text, "import * as svelte from 'svelte';", 'const svelte = {};'),
      "import { writable } from 'svelte/store';",
      'const writable = undefined;',
    ),
  '/kit/src/runtime/client/utils.js': (text) =>
    replaced(text, "import { writable } from 'svelte/store';", 'const writable = undefined;'),
  // Aborts are told from failures by it. As an error it would take its stack while the page's modules are evaluated, for
  // which V8 parses all of them a second time.
  '/svelte/src/internal/client/constants.js': (text) =>
    replaced(text, /new \(class StaleReactionError.*?\}\)\(\)/s, '{}'),
  '/routes/+page.svelte': withoutHead,
  '/routes/functions/+page.svelte': withoutHead,
  '/src/app/session/first.ts': (_, id) => workedOut(id),
};

/**
 * Vite plugin: leaves out SvelteKit's root component, and what its router and the head of a prerendered page ask of
 * Svelte: all that Svelte exports would be in the first chunk. Leaves out too what works out the first exercise: its
 * numbers are written in.
 */
export function withoutRoot(): Plugin {
  const met = new Set<string>();
  return {
    name: 'no-root-component',
    apply: 'build',
    transform(text, id) {
      if (this.environment.config.consumer !== 'client') return undefined;
      const [end, without] = Object.entries(LEFT_OUT).find(([name]) => id.endsWith(name)) ?? [];
      if (end !== undefined) met.add(end);
      return without?.(text, id);
    },
    buildEnd(error) {
      if (error || this.environment.config.consumer !== 'client') return;
      const missing = Object.keys(LEFT_OUT).filter((end) => !met.has(end));
      if (missing.length > 0) throw new Error(`not among the modules any more: ${missing.join(', ')}`);
    },
  };
}

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
      for (const chunk of chunksOf(bundle, names)) chunk.code = `${AHEAD}\n${chunk.code}`;
    },
  },
  writeBundle(_, bundle) {
    if (this.environment.config.consumer !== 'client') return;
    const ahead = chunksOf(bundle, names).filter(({ code }) => code.startsWith(`${AHEAD}\n`));
    const missing = names.filter((name) => !ahead.some((chunk) => chunk.name === name));
    if (missing.length > 0) throw new Error(`no chunk that starts with ${AHEAD}: ${missing.join(', ')}`);
  },
});

const AHEAD = '//# allFunctionsCalledOnLoad';

const chunksOf = (bundle: Rolldown.OutputBundle, names: readonly string[]): readonly Rolldown.OutputChunk[] =>
  Object.values(bundle)
    .filter((one) => one.type === 'chunk')
    .filter(({ name }) => names.includes(name));
