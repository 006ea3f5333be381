// Runs the stages below in order (or only those named) and ends with one line: `N passed, N failed`.
// A stage without a report counts as one test; with one, as the tests in it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/** @typedef {{ name: string, run: string, needs?: string, report?: string, count?: (report: any) => Count }} Stage */

/** @type {Stage[]} */
const STAGES = [
  {
    name: 'types',
    run: 'svelte-kit sync && svelte-check --tsconfig ./tsconfig.json --tsgo --fail-on-warnings && tsc -p src/app/service-worker',
  },
  { name: 'lint', run: 'eslint .' },
  { name: 'format', run: 'prettier --check --log-level warn .' },
  { name: 'unused', run: 'knip' },
  { name: 'layers', run: 'depcruise src' },
  {
    name: 'unit',
    run: 'vitest run --reporter=default --reporter=json --outputFile.json=test-results/vitest.json',
    report: 'test-results/vitest.json',
    count: (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }),
  },
  { name: 'package', run: 'npm run --silent prepack' },
  { name: 'build', run: 'vite build --logLevel warn' },
  { name: 'size', run: 'size-limit', needs: 'build' },
  {
    name: 'browser',
    run: 'playwright test',
    needs: 'build',
    report: 'test-results/playwright.json',
    count: ({ stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
    }),
  },
];

const named = process.argv.slice(2);
const unknown = named.filter((name) => !STAGES.some((stage) => stage.name === name));
if (unknown.length > 0) throw new Error(`no such stage: ${unknown.join(', ')}`);

/** @type {Set<string>} */
const failures = new Set();
const total = { passed: 0, failed: 0, skipped: 0 };

for (const { name, run, needs, report, count } of STAGES) {
  if (named.length > 0 && !named.includes(name)) continue;
  if (needs !== undefined && failures.has(needs)) {
    console.log(`\n■ ${name}: not run, as ${needs} failed`);
    continue;
  }
  console.log(`\n■ ${name}: ${run}`);
  if (report !== undefined) rmSync(report, { force: true });
  const start = performance.now();
  const ok = spawnSync(run, { shell: true, stdio: 'inherit' }).status === 0;
  const tests =
    report !== undefined && existsSync(report)
      ? count?.(JSON.parse(readFileSync(report, 'utf8')))
      : { passed: Number(ok), failed: Number(!ok), skipped: 0 };
  if (tests === undefined) throw new Error(`${name} has a report and no way to count it`);
  // A runner may fail without a failed test: a file that cannot be loaded, no test at all.
  if (!ok && tests.failed === 0) tests.failed = 1;
  if (tests.failed > 0) failures.add(name);
  total.passed += tests.passed;
  total.failed += tests.failed;
  total.skipped += tests.skipped;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`■ ${name}: ${tests.failed > 0 ? 'FAILED' : 'ok'}, ${seconds} s`);
}

if (failures.size > 0) console.log(`\nfailed: ${[...failures].join(', ')}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = failures.size > 0 ? 1 : 0;
