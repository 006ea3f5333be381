import { expect, test, type Page } from '@playwright/test';
import { expectClean } from './clean.ts';
import { derive, field, stepHeading, watch } from './pass.ts';

/** Types as on a keyboard: the focus is where the page has put it. */
async function typeAll(page: Page, answers: readonly string[], of = answers.length): Promise<void> {
  for (const [i, answer] of answers.entries()) {
    await expect(stepHeading(page, i + 1, of)).toBeVisible();
    await expect(field(page)).toBeFocused();
    await page.keyboard.type(answer);
    await page.keyboard.press('Enter');
  }
}

test('a whole function is worked through by keyboard, and found again after a reload', async ({ page }) => {
  const { faults } = watch(page);
  const values = derive('two-ways').map(({ value }) => String(value));
  await page.goto('/functions/?preset=two-ways');
  await expect(page.getByRole('main')).toHaveCount(1);
  await expectClean(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await field(page).focus();
  await typeAll(page, values);
  await expect(page.getByRole('heading', { name: 'Gradient done' })).toBeFocused();
  await expect(page.getByText('slope of e along b', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Gradient done' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Log' }).getByRole('listitem')).toHaveCount(values.length);
  await expectClean(page);
  expect(faults).toEqual([]);
});

test('a typed function: its fault is told, its address holds it, what was begun stays', async ({ page }) => {
  const { faults } = watch(page);
  await page.goto('/functions/');
  await page.getByRole('button', { name: 'Type your own function' }).click();
  const lines = page.getByRole('textbox', { name: 'Function, a line for each name' });
  await expect(lines).toBeFocused();
  await lines.fill('q = w*x +\nf = sigmoid(q) * x');
  await page.getByRole('button', { name: 'Work it through' }).click();
  await expect(page.getByRole('alert')).toContainText('Line 1: A number is missing here.');
  await lines.fill('q = w*x + 1\nf = sigmoid(q) * x');
  await page.getByRole('textbox', { name: 'w', exact: true }).fill('0.5');
  await expectClean(page);
  await page.reload();
  await expect(lines).toHaveValue('q = w*x + 1\nf = sigmoid(q) * x');
  await page.getByRole('textbox', { name: 'x', exact: true }).fill('-1,5');
  await page.getByRole('textbox', { name: 'x', exact: true }).press('Enter');

  const of = 13;
  await expect(stepHeading(page, 1, of)).toBeFocused();
  await field(page).focus();
  await typeAll(page, ['-0.75', '0.25', '0.5622', '-0.8433'], of);
  await expect(stepHeading(page, 5, of)).toBeVisible();
  // The slope of a product along one factor: not the factor itself.
  await page.keyboard.type('u2');
  await page.keyboard.press('Enter');
  await expect(page.locator('#told')).toContainText('Not yet.');
  await page.getByRole('button', { name: 'Hint' }).click();
  await expectClean(page);
  await page.reload();
  await expect(stepHeading(page, 5, of)).toBeVisible();
  await expect(field(page)).toHaveValue('u2');

  // Whoever is sent the address gets the same function, and not the answers.
  const link = page.url();
  await page.evaluate(() => {
    localStorage.clear();
  });
  await page.goto(link);
  await expect(stepHeading(page, 1, of)).toBeVisible();
  expect(faults).toEqual([]);
});

test('what an address lacks is told beside its function, and follows what is typed', async ({ page }) => {
  const { faults } = watch(page);
  await page.goto('/functions/?function=f%3Dx*y');
  const lines = page.getByRole('textbox', { name: 'Function, a line for each name' });
  await expect(lines).toHaveValue('f=x*y');
  await expect(page.getByRole('alert')).toHaveText('x needs a number, such as 2, -0.5 or 3/4.');
  await lines.fill('f = x*');
  await expect(page.getByRole('alert')).toContainText('Line 1: A number is missing here.');
  await lines.fill('f = a*b');
  await expect(page.getByRole('alert')).toHaveText('a needs a number, such as 2, -0.5 or 3/4.');
  await expectClean(page);
  expect(faults).toEqual([]);
});

test('how a spelling is read is told when typing has come to rest, and stays for as long as it is so', async ({
  page,
}) => {
  await page.clock.install();
  await page.goto('/functions/');
  await page.getByRole('button', { name: 'Type your own function' }).click();
  const lines = page.getByRole('textbox', { name: 'Function, a line for each name' });
  await lines.fill('');
  const read = page.getByText('is read as');
  // What the next key may end is not told: 1/x s may become 1/x sin(y).
  await lines.pressSequentially('f = 1/x sin');
  await expect(read).toHaveCount(0);
  await lines.fill('f = 1/x y');
  await expect(page.getByRole('textbox', { name: 'y', exact: true })).toBeVisible();
  await expect(read).toHaveCount(0);
  await page.clock.runFor(1000);
  await expect(read).toHaveText('1/x y is read as (1/x) * y. If you mean 1/(x * y), write these brackets.');
  // What follows cannot be read yet.
  await lines.press('End');
  await lines.pressSequentially(' + tan x/');
  await expect(read).toHaveCount(1);
  await lines.pressSequentially('2');
  await page.clock.runFor(1000);
  await expect(read).toHaveCount(2);
  await expectClean(page);
  await lines.fill('f = y/(x) + tan(x/2)');
  await expect(read).toHaveCount(0);
});
