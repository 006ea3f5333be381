import { expect, test } from '@playwright/test';
import { fileOf } from '../../src/tutor/exercise/write.ts';
import { passAt } from '../../src/tutor/pass-at.ts';
import { exactValue } from '../../src/tutor/pass.ts';
import { BATCH } from '../unit/support/batches.ts';
import { expectClean } from './clean.ts';
import { field } from './pass.ts';

/** 1-1 with two examples: the fewest steps that a batch can have. */
const SMALL: typeof BATCH = {
  ...BATCH,
  network: { ...BATCH.network, layers: [1, 1] },
  parameters: { weights: [[[0.64]]], biases: [] },
  examples: [
    { input: [0.9], target: [0.95] },
    { input: [0.3], target: [0.1] },
  ],
};

test('a batch is worked through, example after example, and ends with its mean', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/?exercise=${Buffer.from(JSON.stringify(fileOf(SMALL))).toString('base64url')}`);
  const pass = passAt(SMALL, 1);
  const heading = page.getByRole('heading', { level: 2, name: /^(Step|Pass)/ });
  for (const [i, { id, result }] of pass.steps.entries()) {
    const of = result.example ? `Example ${result.example} of 2 \\(@${result.example}\\)` : 'All 2 examples';
    await expect(heading).toHaveText(new RegExp(`^Step ${i + 1} of 17 · .* · ${of}$`));
    if (id === 'dE/dw[1][1][1]') {
      // Its parts have no place in the network: they can be put into the answer from below the formula.
      await page.getByRole('button', { name: /^slope of E .*, example 2: / }).click();
      await expect(field(page)).not.toHaveValue('');
      await expectClean(page);
    }
    await field(page).fill(exactValue(pass, id).toPrecision(6));
    await field(page).press('Enter');
  }
  await expect(page.getByRole('heading', { name: 'Pass 1 done' })).toBeFocused();
  await expect(page.getByRole('row', { name: /Prediction, example 2/ })).toBeVisible();
});
