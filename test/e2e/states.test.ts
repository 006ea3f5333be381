import { expect, test, type Page } from '@playwright/test';
import { expectClean } from './clean.ts';
import { answerAll, derive, field, stepHeading } from './pass.ts';

const chain = derive('chain').map(({ value }) => value.toPrecision(4));

/** The states a learner meets, each reached as a learner reaches it. */
const STATES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  start: (page) => expect(stepHeading(page, 1, 15)).toBeVisible(),
  'wrong answer': async (page) => {
    await field(page).fill('99.5');
    await field(page).press('Enter');
    await expect(page.getByText('Not yet.').first()).toBeVisible();
  },
  'unreadable answer': async (page) => {
    await field(page).fill('0.5 ** (');
    await expect(page.locator('#echo u')).toBeVisible();
  },
  hint: async (page) => {
    await page.getByRole('button', { name: 'Hint' }).click();
  },
  'middle of the backward pass': async (page) => {
    for (const answer of chain.slice(0, 8)) {
      await field(page).fill(answer);
      await field(page).press('Enter');
    }
    await expect(stepHeading(page, 9, 15)).toBeVisible();
  },
  'looking back': async (page) => {
    await field(page).fill(chain[0]!);
    await field(page).press('Enter');
    await page.getByRole('button', { name: /Look again/ }).click();
    await expect(stepHeading(page, 1, 15)).toBeVisible();
  },
  'end of the pass': async (page) => {
    await answerAll(page, chain);
    await expect(page.getByRole('heading', { name: 'Pass 1 done' })).toBeVisible();
  },
  training: async (page) => {
    await answerAll(page, chain);
    await page.getByRole('button', { name: '1,000 passes' }).click();
    await expect(page.getByRole('heading', { name: 'Pass 1001 done' })).toBeVisible();
  },
  'choosing a network': async (page) => {
    await page.getByRole('button', { name: 'Choose a network' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
};

for (const [name, reach] of Object.entries(STATES)) {
  test(`axe finds nothing in light or dark, wide or narrow: ${name}`, async ({ page }) => {
    await page.goto('/?preset=chain');
    await expect(field(page)).toBeEnabled();
    await reach(page);
    await expectClean(page);
  });
}

for (const [preset, width, height] of [
  ['default', 320, 700],
  ['mazur', 320, 700],
  ['fork', 320, 700],
  ['xor', 320, 700],
  ['chain', 320, 700],
  // A screen of 1280 px at 200 % zoom.
  ['mazur', 640, 400],
] as const) {
  test(`nothing scrolls sideways at ${width} px: ${preset}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto(`/?preset=${preset}`);
    await expect(field(page)).toBeEnabled();
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Hint' }).click();
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
}

for (const [address, width] of [
  ['/', 1280],
  ['/?preset=mazur', 1280],
  ['/', 390],
  ['/?preset=mazur', 390],
] as const) {
  test(`nothing moves while ${address} loads at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as PerformanceEntry & { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    await expect(field(page)).toBeEnabled();
    const total = await page.evaluate(() =>
      (window as unknown as { shifts: number[] }).shifts.reduce((sum, shift) => sum + shift, 0),
    );
    expect(total).toBe(0);
  });
}
