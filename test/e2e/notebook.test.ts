import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { backstep } from '../unit/cli/command.ts';
import { expectClean } from './clean.ts';
import { derive, field, stepHeading, watch } from './pass.ts';

const chain = derive('chain').map(({ value }) => value.toPrecision(4));

const enter = async (page: Page, text: string): Promise<void> => {
  await field(page).fill(text);
  await field(page).press('Enter');
};

/** A wrong answer, a hint, four right ones, and one shown: eight entries. */
async function workAFew(page: Page): Promise<void> {
  await page.goto('/?preset=chain');
  await enter(page, '99.5');
  await expect(page.getByText('Not yet.').first()).toBeVisible();
  await enter(page, '=0.5*(');
  await page.getByRole('button', { name: 'Hint' }).click();
  for (const [i, answer] of chain.slice(0, 4).entries()) {
    await enter(page, answer);
    await expect(stepHeading(page, i + 2, 15)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Show me' }).click();
  await expect(stepHeading(page, 6, 15)).toBeVisible();
}

async function openNotebook(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Notebook', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Notebook' })).toBeVisible();
}

const entries = (page: Page) => page.getByRole('list', { name: 'Entries' }).getByRole('listitem');

async function download(
  page: Page,
  format: string,
): Promise<{ readonly name: string; readonly path: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Download ${format}` }).click(),
  ]);
  return { name: file.suggestedFilename(), path: await file.path() };
}

test('the notebook holds every try, hint and verdict with its time, and is filtered by keys', async ({
  page,
}) => {
  const { faults } = watch(page);
  await workAFew(page);
  await page.getByRole('button', { name: 'Notebook', exact: true }).press('Enter');
  await expect(entries(page)).toHaveCount(8);
  await expect(page.getByText('8 of 8 entries')).toBeVisible();
  await expectClean(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await expect(entries(page).nth(0)).toContainText('99.5');
  await expect(entries(page).nth(0)).toContainText('not right');
  await expect(entries(page).nth(1)).toContainText('cannot be read');
  await expect(entries(page).nth(2)).toContainText('hint 1');
  await expect(entries(page).nth(7)).toContainText('shown');
  const times = await entries(page)
    .locator('time')
    .evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));
  for (const time of times) expect(Math.abs(Date.now() - Date.parse(time!))).toBeLessThan(120_000);

  const kind = page.getByRole('combobox', { name: 'Kind' });
  for (let tabs = 0; tabs < 12 && !(await kind.evaluate((el) => el === document.activeElement)); tabs += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(kind).toBeFocused();
  await page.keyboard.type('not right');
  await expect(page.getByText('1 of 8 entries')).toBeVisible();
  await expect(entries(page)).toHaveCount(1);
  await kind.selectOption('all');
  await page.getByRole('combobox', { name: 'Phase' }).selectOption('Loss');
  await expect(page.getByText('1 of 8 entries')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Notebook', exact: true })).toBeFocused();
  expect(faults).toEqual([]);
});

test('it can be taken along in three forms; the log is replayed to the marks that the page shows', async ({
  page,
}) => {
  await workAFew(page);
  await openNotebook(page);
  const marks = page.getByRole('list', { name: 'Marks' }).getByRole('listitem');
  await expect(marks).toHaveText([
    'Pass 1: 5 of 15 steps with a right answer: 3 right at first, 1 right later, 1 shown. 1 wrong try, 1 hint. 3 of 15 count as right.',
  ]);
  const markdown = await download(page, 'Markdown');
  expect(markdown.name).toBe('backstep-preset-chain.md');
  expect(readFileSync(markdown.path, 'utf8')).toContain(
    '5 of 15 steps with a right answer: 3 right at first',
  );
  const csv = await download(page, 'CSV');
  const lines = readFileSync(csv.path, 'utf8').split('\r\n');
  expect(lines).toHaveLength(10);
  expect(lines[2]).toContain(",'=0.5*(,unreadable,0");
  const json = await download(page, 'JSON');
  const { code, out } = await backstep(['replay', json.path, '--json']);
  expect(code).toBe(0);
  const replayed = JSON.parse(out) as { marks: { total: object }; events: object[] };
  expect(replayed.events).toHaveLength(8);
  expect(replayed.marks.total).toMatchObject({
    ...{
      steps: 15,
      rightAtFirst: 3,
      rightLater: 1,
      carried: 0,
      shown: 1,
      filled: 0,
      wrongTries: 1,
      hints: 1,
    },
  });
});

test('on paper there are the numbers of the network and the notebook, black on white, and nothing else', async ({
  page,
}) => {
  await workAFew(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await openNotebook(page);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.getByText('w₁₁⁽¹⁾ = ')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(9);
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const [ink, ground] = await page
    .locator('.sheet')
    .evaluate((sheet) => [getComputedStyle(sheet).color, getComputedStyle(document.body).backgroundColor]);
  expect([ink, ground]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.locator('.sheet')).toHaveCount(0);
});

test('2,000 entries open and are filtered without a wait that is felt', async ({ page }) => {
  await page.goto('/?preset=chain');
  await enter(page, '99.5');
  await expect(page.getByText('Not yet.').first()).toBeVisible();
  await page.evaluate(() => {
    const key = 'backstep/1/?preset=chain';
    const work = JSON.parse(localStorage.getItem(key)!) as { log: object[] };
    localStorage.setItem(
      key,
      JSON.stringify({ ...work, log: Array.from({ length: 2000 }, () => work.log[0]) }),
    );
  });
  await page.reload();
  await page.getByRole('button', { name: 'Notebook', exact: true }).click();
  // Looked up by what is cheap: a search by role goes through every element of the 2,000 rows.
  await expect(page.locator('dialog[open]')).toContainText('2000 of 2000 entries');
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('hints');
  await expect(page.getByText('0 of 2000 entries')).toBeVisible();
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('all');
  await expect(entries(page)).toHaveCount(2000);
});
