import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** What the pages hold changes in place (ARCHITECTURE, "Where state lives"): each of these files has modules of its own. */
const WITH_STATE = ['app', 'builder', 'notation'].map((folder) => `test/unit/${folder}/**/*.test.ts`);

export default defineConfig({
  // For *.svelte.ts modules; pages and components are tested in the browser (test/e2e).
  plugins: [svelte()],
  // Laws run over many networks: on a busy machine longer than the usual five seconds.
  test: {
    environment: 'node',
    setupFiles: ['test/unit/setup.ts'],
    testTimeout: 60_000,
    maxWorkers: availableParallelism(),
    projects: [
      { extends: true, test: { name: 'state', include: WITH_STATE } },
      {
        extends: true,
        // Loading the sources anew for each file would take a third of the time.
        test: { name: 'laws', include: ['test/unit/**/*.test.ts'], exclude: WITH_STATE, isolate: false },
      },
    ],
  },
});
