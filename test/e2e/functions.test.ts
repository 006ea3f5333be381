import { expect, test } from '@playwright/test';
import { comeTo } from './begun.ts';
import { expectClean } from './clean.ts';
import { answerAll, derive, field, stepHeading, watch } from './pass.ts';

// Networks with other activations and losses than the first one's.

const typed = (preset: string): readonly string[] => derive(preset).map(({ value }) => String(value));

test('a pass with softmax and cross-entropy is worked through by typing what derive prints', async ({
  page,
}) => {
  const { faults } = watch(page);
  await page.goto('/?preset=softmax');
  await answerAll(page, typed('softmax'));
  await expect(page.getByRole('heading', { name: 'Pass 1 done' })).toBeFocused();
  expect(faults).toEqual([]);
});

test('the slopes between coupled units stand in the network, each under its own name', async ({ page }) => {
  await comeTo(page, '?preset=softmax', 'da/dz[1][1][2]', String);
  await expect(page.getByText(/Then a of output 1 changes by that bit times a number/)).toBeVisible();
  await field(page).fill('-a[1][1]*a[1][2]');
  await field(page).press('Enter');
  await expect(
    page.getByRole('button', { name: /^slope of a of output 1 along z of output 2: −0.09417/ }),
  ).toBeVisible();
});

test('the short way is right where it is short, and the log says so', async ({ page }) => {
  const steps = derive('bce');
  const place = steps.findIndex(({ id }) => id === 'dE/dz[2][1]');
  await comeTo(page, '?preset=bce', 'dE/dz[2][1]');
  await field(page).fill('a[2][1] - t[1]');
  await field(page).press('Enter');
  await expect(stepHeading(page, place + 2, steps.length)).toBeVisible();
});

test('axe finds nothing in softmax, and nothing scrolls sideways', async ({ page }) => {
  const { faults } = watch(page);
  const steps = derive('softmax');
  await page.setViewportSize({ width: 320, height: 700 });
  await comeTo(page, '?preset=softmax', steps[Math.floor(steps.length * 0.6)]!.id);
  await expectClean(page);
  expect(faults).toEqual([]);
});

test('every new network is in the menu', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Choose a network' }).click();
  await page.getByRole('button', { name: /^Three classes/ }).click();
  await expect(stepHeading(page, 1, 37)).toBeVisible();
});
