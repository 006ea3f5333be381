import { expect, test, type Page } from '@playwright/test';
import { comeTo } from './begun.ts';
import { expectClean } from './clean.ts';
import { derive, field, stepHeading } from './pass.ts';

const chain = derive('chain');

async function start(page: Page): Promise<void> {
  await page.goto('/?preset=chain');
  await expect(field(page)).toBeEnabled();
}

/** The states a learner meets after the first, each reached as a learner reaches it, from the one before or from nothing. */
const STATES: readonly Readonly<Record<string, (page: Page) => Promise<unknown>>>[] = [
  {
    'choosing a network': async (page) => {
      await start(page);
      await page.getByRole('button', { name: 'Choose a network' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    'unreadable answer and a hint': async (page) => {
      await start(page);
      await page.getByRole('button', { name: 'Hint' }).click();
      await expect(page.locator('.help .hint')).toHaveCount(1);
      await field(page).fill('0.5 ** (');
      await expect(page.locator('#echo u')).toBeVisible();
    },
  },
  {
    'wrong answer': async (page) => {
      await start(page);
      await field(page).fill('99.5');
      await field(page).press('Enter');
      await expect(page.getByText('Not yet.').first()).toBeVisible();
    },
    'looking back': async (page) => {
      await field(page).fill(chain[0]!.value.toPrecision(4));
      await field(page).press('Enter');
      await page.getByRole('button', { name: /Look again/ }).click();
      await expect(stepHeading(page, 1, 15)).toBeVisible();
    },
  },
  { 'middle of the backward pass': (page) => comeTo(page, '?preset=chain', chain[8]!.id) },
  {
    'end of the pass': (page) => comeTo(page, '?preset=chain'),
    training: async (page) => {
      await page.getByRole('button', { name: '1,000 passes' }).click();
      await expect(page.getByRole('heading', { name: 'Pass 1001 done' })).toBeVisible();
    },
  },
];

test('axe finds nothing to improve in the first page, in light or dark, wide or narrow', async ({ page }) => {
  await page.goto('/');
  await expect(field(page)).toBeEnabled();
  await expectClean(page, 'html', true);
});

for (const states of STATES) {
  test(`axe finds nothing in light or dark, wide or narrow: ${Object.keys(states).join(', ')}`, async ({
    page,
  }) => {
    for (const [name, reach] of Object.entries(states)) {
      await test.step(name, async () => {
        await page.setViewportSize({ width: 1280, height: 800 });
        await reach(page);
        await expectClean(page);
      });
    }
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
