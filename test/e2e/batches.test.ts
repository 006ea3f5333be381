import { expect, test } from '@playwright/test';
import { expectClean } from './clean.ts';
import { derive, field } from './pass.ts';

test('a batch is worked through, example after example, and ends with its mean', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/?preset=batch');
  const steps = derive('batch');
  const heading = page.getByRole('heading', { level: 2 }).first();
  for (const [i, { id, value }] of steps.entries()) {
    const [, example] = /@(\d)$/.exec(id) ?? [];
    await expect(heading).toHaveText(
      new RegExp(`^Step ${i + 1} of 29 · .* · ${example ? `Example ${example} of 3` : 'All 3 examples'}$`),
    );
    if (id === 'dE/dw[1][1][1]') {
      // Its parts have no place in the network: they can be put into the answer from below the formula.
      await page.getByRole('button', { name: /^slope of E .*, example 3: / }).click();
      await expect(field(page)).toHaveValue(/0\.04178/);
      await expectClean(page);
    }
    await field(page).fill(value.toPrecision(6));
    await field(page).press('Enter');
  }
  await expect(page.getByRole('heading', { name: 'Pass 1 done' })).toBeFocused();
  await expect(page.getByRole('row', { name: /Prediction, example 3/ })).toContainText('0.5773');

  await page.getByRole('button', { name: 'Watch pass 2' }).click();
  await expect(page.getByRole('region', { name: /pass 2/i })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Pass 1 done' })).toBeVisible();
});
