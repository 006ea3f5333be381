import { availableParallelism } from 'node:os';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // For *.svelte.ts modules; pages and components are tested in the browser (test/e2e).
  plugins: [svelte()],
  // Laws run over many networks: on a busy machine longer than the usual five seconds.
  test: {
    environment: 'node',
    include: ['test/unit/**/*.test.ts'],
    setupFiles: ['test/unit/setup.ts'],
    testTimeout: 60_000,
    maxWorkers: availableParallelism(),
  },
});
