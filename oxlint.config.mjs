// What needs types, in TypeScript files: oxlint asks the native compiler, in seconds. It knows neither Svelte's
// components nor their rules, so those are ESLint's (eslint.config.js), with the same rules for what needs types.
import ts from 'typescript-eslint';

const PREFIX = '@typescript-eslint/';

/**
 * typescript-eslint's strict rules that need types, in its names, with this project's options.
 * @type {import('eslint').Linter.RulesRecord}
 */
export const TYPED = Object.fromEntries([
  ...ts.configs.strictTypeCheckedOnly
    .flatMap(({ rules }) => Object.entries(rules ?? {}))
    .filter(([name]) => name.startsWith(PREFIX)),
  [`${PREFIX}restrict-template-expressions`, ['error', { allowNumber: true }]],
  [`${PREFIX}no-confusing-void-expression`, ['error', { ignoreArrowShorthand: true }]],
  [`${PREFIX}switch-exhaustiveness-check`, 'error'],
]);

/** Not known to oxlint. */
const LACKING = [`${PREFIX}no-unsafe-class-instance-assignment`];

export default {
  ignorePatterns: [
    'build',
    'dist',
    'coverage',
    'test-results',
    '.svelte-kit',
    '.svelte-check',
    '*.{js,mjs,cjs,svelte}',
  ],
  categories: { correctness: 'off' },
  plugins: ['typescript'],
  rules: Object.fromEntries(
    Object.entries(TYPED)
      .filter(([name]) => !LACKING.includes(name))
      .map(([name, level]) => [name.replace(PREFIX, 'typescript/'), level]),
  ),
};
