import { expect, test } from '@playwright/test';
import { comeTo } from './begun.ts';
import { expectClean } from './clean.ts';
import { derive } from './pass.ts';

test('a pass with momentum is typed through, and the velocity goes on to the next', async ({ page }) => {
  await page.goto('/?preset=momentum');
  const field = page.getByRole('textbox', { name: 'Your answer' });
  const steps = derive('momentum');
  for (const [i, { value }] of steps.entries()) {
    await expect(page.getByRole('heading', { name: `Step ${i + 1} of ${steps.length}` })).toBeVisible();
    await field.fill(value.toPrecision(6));
    await field.press('Enter');
  }
  await expect(page.getByRole('heading', { name: 'Pass 1 done' })).toBeVisible();
  await page.getByRole('button', { name: /Pass 2 by hand|by hand/ }).click();

  // What the learner is sure of is filled in; the rest is typed.
  const heading = page.getByRole('heading', { name: /^(Step \d+ of 17|Pass 2 done)/ });
  const second = derive('momentum', '--pass', '2');
  for (let left = second.length; left > 0; left -= 1) {
    const at = (await heading.textContent()) ?? '';
    if (at.startsWith('Pass')) break;
    await field.fill(second[Number(/\d+/.exec(at)![0]) - 1]!.value.toPrecision(6));
    await field.press('Enter');
    await expect(heading).not.toHaveText(at);
  }
  // 0.9 times the velocity of pass 1, and the gradient of pass 2.
  await expect(page.getByRole('list', { name: 'Log' }).first()).toContainText('0.90·0.01344+0.01256');
});

test('the update of Adam fits every width, and axe finds nothing to improve', async ({ page }) => {
  await comeTo(page, '?preset=adam', "w'[1][1][1]");
  await expect(
    page.locator('.given').and(page.getByRole('button', { name: /^corrected m of/ })),
  ).toBeVisible();
  for (const width of [1280, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow(), `at ${width} px`).toBe(0);
    await page.screenshot({ path: `test-results/adam-${width}.png` });
  }
  await expectClean(page);
});
