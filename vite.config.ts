import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { entries } from './scripts/entries.ts';

export default defineConfig({
  plugins: [entries(), sveltekit()],
  server: { host: '127.0.0.1' },
});
