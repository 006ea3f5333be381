import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { TYPED } from './oxlint.config.mjs';
import svelteConfig from './svelte.config.js';

const outside = Object.keys({ ...globals.browser, ...globals.node }).filter((name) => name !== 'WebAssembly');

export default defineConfig(
  globalIgnores(['build', 'dist', 'coverage', 'test-results', '.svelte-kit', '.svelte-check']),
  js.configs.recommended,
  ts.configs.strict,
  svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // With noUncheckedIndexedAccess, `xs[i]!` is how to say that the index is known to be in range.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    // The type checker knows all names, those of types and of Svelte too.
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['**/*.svelte'],
    // One program for all components: a project service makes one anew as it opens each.
    languageOptions: { parserOptions: { project: './tsconfig.json', extraFileExtensions: ['.svelte'] } },
    rules: TYPED,
  },
  {
    files: ['src/**'],
    rules: { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] },
  },
  {
    // The same exercise gives the same numbers everywhere: no page, no machine, no clock, no chance.
    files: ['src/core/**', 'src/tutor/**'],
    rules: {
      'no-restricted-globals': ['error', ...outside, 'globalThis', 'Date'],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
    },
  },
);
