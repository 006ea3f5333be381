import { expect, test, type Page } from '@playwright/test';
import { backstep } from '../unit/cli/command.ts';
import { comeTo } from './begun.ts';
import { expectClean } from './clean.ts';
import { readFileSync } from 'node:fs';
import { field, stepHeading } from './pass.ts';

/** What the command line exports. */
const exported = async (...argv: readonly string[]): Promise<string> =>
  (await backstep(['export', ...argv])).out;

const text = (page: Page) => page.getByRole('region', { name: 'The text' });
const form = (page: Page) => page.getByRole('combobox', { name: 'Form' });

async function openExport(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(field(page)).toBeEnabled();
  // By key: the guide above it comes when it is scrolled to, and may move it under the pointer.
  await page.getByRole('button', { name: 'This pass as code or LaTeX' }).press('Enter');
  await expect(text(page)).toBeVisible();
}

test('the page offers the text that the command line prints, to be copied or downloaded', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openExport(page, '/?seed=7');
  await form(page).selectOption('python');
  const python = await exported('--seed', '7', '--to', 'python');
  expect(python).toContain('a_1_1 = sigmoid(z_1_1)');
  await expect(text(page)).toHaveText(python, { useInnerText: true });

  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(python);

  await form(page).selectOption('tikz');
  await expect(page.getByText('Copied.')).toBeHidden();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download backstep-pass-1-tikz.tex' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('backstep-pass-1-tikz.tex');
  expect(readFileSync(await download.path(), 'utf8')).toBe(await exported('--seed', '7', '--to', 'tikz'));
});

test('a function is taken along too, in every form but the picture of a network', async ({ page }) => {
  await page.goto('/functions/?preset=sigmoid-neuron');
  await expect(field(page)).toBeEnabled();
  await page.getByRole('button', { name: 'As code or LaTeX' }).press('Enter');
  for (const to of ['python', 'latex']) {
    await form(page).selectOption(to);
    const there = await exported('sigmoid-neuron', '--to', to);
    await expect(text(page)).toHaveText(there, { useInnerText: true });
  }
  await form(page).selectOption('python');
  await expect(form(page).getByRole('option', { name: /^TikZ/ })).toHaveCount(0);
  await expectClean(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download backstep-function-python.py' }).click();
  await downloading;
  await page.keyboard.press('Escape');
  await expect(text(page)).toHaveCount(0);
});

test('where the browser does not let the page copy, the text is selected', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await openExport(page, '/?preset=mazur');
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('Select the text and copy it by hand')).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('dE_dz_2_1');
  await expectClean(page);
});

test('it is the pass that is being worked on, and the keyboard is enough', async ({ page }) => {
  await comeTo(page, '?preset=chain');
  await page.getByRole('button', { name: /by hand/ }).click();
  // What was right at first is filled in.
  await expect(stepHeading(page, 5, 15)).toBeVisible();
  await page.getByRole('button', { name: 'This pass as code or LaTeX' }).press('Enter');
  await form(page).press('ArrowUp');
  await expect(text(page)).toHaveText(await exported('chain', '--pass', '2', '--to', 'typescript'), {
    useInnerText: true,
  });
  await text(page).focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(stepHeading(page, 5, 15)).toBeVisible();
});

test('a batch is taken along in arrays with a row for each example', async ({ page }) => {
  await openExport(page, '/?preset=batch');
  for (const to of ['pytorch', 'numpy', 'jax']) {
    await form(page).selectOption(to);
    const there = await exported('batch', '--to', to);
    await expect(text(page)).toHaveText(there, { useInnerText: true });
  }
  await expect(page.getByText('TikZ, the picture, takes one example at a time.')).toBeVisible();
  await expectClean(page);
});
