import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { compiledAhead, entries, withoutRoot } from './scripts/entries.ts';

export default defineConfig({
  plugins: [entries(), withoutRoot(), sveltekit(), compiledAhead('trainer')],
  server: { host: '127.0.0.1' },
  build: {
    rolldownOptions: {
      output: {
        // A page with all it imports at once is one file: fewer requests, and a tenth less to load than in pieces.
        // What is loaded once there is an answer is one too, which the page of functions shares; and what draws a part of a
        // network, so that the page has one name to know. That has what it needs itself, or a phone's first visit would
        // load all that answers take.
        codeSplitting: {
          groups: [
            { name: 'trainer', test: /src\/app\/(trainer\/Page\.svelte|offline\.ts)/, priority: 4 },
            { name: 'exercises', test: /src\/app\/session\/(address|exercise-of)\.ts/, priority: 2 },
            { name: 'answering', test: /src\/app\/trainer\/answering\.ts/, priority: 1 },
            { name: 'lens', test: /src\/app\/diagram\/lens/, priority: 3 },
            {
              name: 'near',
              test: /src\/app\/diagram\/(?:near|large|looking|miniature|MapView|UnitsView)/,
              priority: 2,
            },
          ],
        },
      },
    },
  },
});
