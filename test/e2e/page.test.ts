import { expect, test, type BrowserContextOptions, type Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';

test.use({ serviceWorkers: 'allow' });

const untilOffline = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    // The worker takes over the open page once its copy of the site is complete.
    while (!navigator.serviceWorker.controller) await new Promise((wake) => setTimeout(wake, 20));
  });

test('the page opens without an error and asks no other site for anything', async ({ page, baseURL }) => {
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => requests.push(request.url()));

  await page.goto('/?seed=7');
  await untilOffline(page);

  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  expect(errors).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(baseURL!))).toEqual([]);
});

test('after one visit every address works offline, with its scripts and its font', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await untilOffline(page);
  await context.setOffline(true);

  const failed: string[] = [];
  page.on('requestfailed', (request) => failed.push(request.url()));
  await page.goto('/?seed=7', { waitUntil: 'networkidle' });

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(failed).toEqual([]);
  const fonts = await page.evaluate(async () => (await document.fonts.load('1rem "Backstep Math"')).length);
  expect(fonts).toBe(1);
});

test('a page whose scripts cannot be loaded says so', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(baseURL!);
  await expect(page.getByRole('alert')).toContainText('reload the page');
  await context.close();
});

for (const { when, act } of [
  {
    when: 'who works on an answer',
    act: (page: Page) => page.getByRole('textbox', { name: 'Your answer' }).focus(),
  },
  {
    when: 'who prints the page at once, the second time at the latest',
    act: (page: Page) => page.evaluate(() => dispatchEvent(new Event('beforeprint'))),
  },
])
  test(`on paper the guide is there for ${when}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 600 });
    await page.goto('/');
    await expect(page.getByRole('heading', { name: /^Step 1 of/ })).toBeVisible();
    await act(page);
    await expect(page.getByRole('heading', { name: 'Quick guide' })).toBeAttached();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { name: 'Quick guide' })).toBeVisible();
  });

test('a first visit loads at most 60 kB of JavaScript and 120 kB in all, on a phone too', async ({
  browser,
  baseURL,
}) => {
  const screens: Readonly<Record<string, BrowserContextOptions>> = {
    desktop: { viewport: { width: 1280, height: 720 } },
    phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
  };
  for (const [screen, options] of Object.entries(screens)) {
    const context = await browser.newContext({ ...options, serviceWorkers: 'block' });
    const page = await context.newPage();
    const sizes: { url: string; bytes: Promise<number> }[] = [];
    page.on('response', (response) => {
      const bytes = response.body().then((body) => gzipSync(body, { level: 9 }).length);
      sizes.push({ url: response.url(), bytes });
    });
    await page.goto(baseURL!, { waitUntil: 'networkidle' });

    const sum = async (chosen: typeof sizes) =>
      (await Promise.all(chosen.map(({ bytes }) => bytes))).reduce((total, bytes) => total + bytes, 0);
    const scripts = await sum(sizes.filter(({ url }) => url.endsWith('.js')));
    const all = await sum(sizes);
    console.log(
      `first visit, ${screen}: ${sizes.length} requests, ${scripts} bytes of JavaScript, ${all} in all (gzip)`,
    );
    expect.soft(scripts, screen).toBeLessThanOrEqual(60_000);
    expect.soft(all, screen).toBeLessThanOrEqual(120_000);
    await context.close();
  }
});
