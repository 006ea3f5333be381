// Runs the stages below (or only those named) and ends with one line: `N passed, N failed`.
// A stage without a report counts as one test; with one, as the tests in it.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/**
 * `needs` is the stage that must have passed before. A stage that runs `alone` has workers of its own for every
 * core, and is shown while it runs; the others run beside each other, and are shown when they end.
 * @typedef {{ name: string, run: string, needs?: string, alone?: boolean, report?: string,
 *   count?: (report: any) => Count }} Stage
 */

/** @type {Stage[]} */
const STAGES = [
  // First, as it takes longest.
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
  {
    name: 'types',
    run: 'svelte-kit sync && svelte-check --tsconfig ./tsconfig.json --tsgo --fail-on-warnings && tsc -p src/app/service-worker',
  },
  {
    name: 'lint',
    run: 'eslint . && oxlint -c oxlint.config.mjs --type-aware --deny-warnings --report-unused-disable-directives',
  },
  { name: 'format', run: 'prettier --check --log-level warn .' },
  { name: 'unused', run: 'knip' },
  { name: 'layers', run: 'depcruise src' },
  { name: 'package', run: 'npm run --silent prepack' },
  { name: 'build', run: 'vite build --logLevel warn' },
  { name: 'size', run: 'size-limit', needs: 'build' },
  {
    name: 'browser',
    run: 'playwright test',
    alone: true,
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

/**
 * @param {string} command
 * @param {boolean} shown as it comes, or all of it at the end
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
const shell = (command, shown) =>
  new Promise((resolve) => {
    const child = spawn(command, { shell: true, stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += text));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });

/** @param {Stage} stage */
async function runStage({ name, run, needs, alone = false, report, count }) {
  if (needs !== undefined && failures.has(needs)) {
    console.log(`\n■ ${name}: not run, as ${needs} failed`);
    return;
  }
  if (alone) console.log(`\n■ ${name}: ${run}`);
  if (report !== undefined) rmSync(report, { force: true });
  const start = performance.now();
  const { ok, output } = await shell(run, alone);
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
  if (!alone) process.stdout.write(`\n■ ${name}: ${run}\n${output}`);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`■ ${name}: ${tests.failed > 0 ? 'FAILED' : 'ok'}, ${seconds} s`);
}

const stages = STAGES.filter(({ name }) => named.length === 0 || named.includes(name));
const waiting = stages.filter(({ alone }) => alone !== true);
/** @type {Map<string, Promise<void>>} */
const started = new Map();
/** Takes one stage after another; a stage that another needs comes before it in the table, so none waits in vain. */
async function worker() {
  for (let stage = waiting.shift(); stage !== undefined; stage = waiting.shift()) {
    await started.get(stage.needs ?? '');
    const running = runStage(stage);
    started.set(stage.name, running);
    await running;
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, worker));
for (const stage of stages) if (stage.alone === true) await runStage(stage);

if (failures.size > 0) console.log(`\nfailed: ${[...failures].join(', ')}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = failures.size > 0 ? 1 : 0;
