import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Plugin } from 'vite';
import { compiledAhead, withoutRoot } from '../../../scripts/entries.ts';

// The build stops as soon as a library no longer has what is left out of it, or the chunk that is compiled ahead.

const CONSTANTS = 'svelte/src/internal/client/constants.js';
const inClient = { environment: { config: { consumer: 'client' } } };

/** Calls what a plugin does at a moment of the build, as Vite does for the client. */
function at(plugin: Plugin, moment: 'transform' | 'buildEnd' | 'generateBundle' | 'writeBundle') {
  const hook = plugin[moment];
  const call = (typeof hook === 'object' ? hook.handler : hook) as (...given: unknown[]) => unknown;
  return (...given: readonly unknown[]) => call.apply(inClient, [...given]);
}

test('the error that Svelte makes while its modules are evaluated is found in it, and left out', () => {
  const text = readFileSync(`node_modules/${CONSTANTS}`, 'utf8');
  const left = String(at(withoutRoot(), 'transform')(text, `/any/${CONSTANTS}`));
  expect(text).toContain('class StaleReactionError');
  expect(left).not.toContain('class StaleReactionError');
  expect(left).toMatch(/export const STALE_REACTION = .*\{\};/);
});

test.each([
  CONSTANTS,
  '@sveltejs/kit/src/runtime/client/client.js',
  '@sveltejs/kit/src/runtime/client/utils.js',
  'src/app/routes/+page.svelte',
])('where there is nothing to leave out of %s, the build stops', (id) => {
  expect(() => at(withoutRoot(), 'transform')('export const renamed = 1;', `/any/${id}`)).toThrow(
    'nothing is left out',
  );
});

test('where a module is called something else, the build stops', () => {
  expect(() => at(withoutRoot(), 'buildEnd')()).toThrow(`/${CONSTANTS}`);
});

test('a chunk that is compiled ahead says so before anything else; where there is none, the build stops', () => {
  const plugin = compiledAhead('trainer');
  const bundle = {
    'trainer.js': { type: 'chunk', name: 'trainer', code: 'import "./a.js";' },
    'other.js': { type: 'chunk', name: 'other', code: 'export {};' },
  };
  expect(() => at(plugin, 'writeBundle')({}, bundle)).toThrow('trainer');
  at(plugin, 'generateBundle')({}, bundle);
  expect(bundle['trainer.js'].code).toBe('//# allFunctionsCalledOnLoad\nimport "./a.js";');
  expect(bundle['other.js'].code).toBe('export {};');
  expect(() => at(plugin, 'writeBundle')({}, bundle)).not.toThrow();
});
