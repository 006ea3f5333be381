import { defineConfig } from '@playwright/test';
import { launchOptions } from './scripts/chromium.mjs';

// Not the port of `npm start`, which may be running.
const port = process.env['E2E_PORT'] ?? '4174';
const baseURL = `http://127.0.0.1:${port}/`;

export default defineConfig({
  testDir: 'test/e2e',
  // Axe on the figures takes its time on a busy machine.
  timeout: 120_000,
  testMatch: '**/*.test.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  // Playwright empties this folder; the reports beside it must stay.
  outputDir: 'test-results/pw',
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    baseURL,
    browserName: 'chromium',
    launchOptions: launchOptions(),
    // It would copy the whole site in each test; test/e2e/page.test.ts, which tests it, lets it in.
    serviceWorkers: 'block',
  },
  webServer: {
    command: `node scripts/serve.mjs --strict-port`,
    env: { PORT: port },
    url: baseURL,
    reuseExistingServer: false,
  },
});
