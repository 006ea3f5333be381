import { expect, test } from '@playwright/test';
import { expectClean } from './clean.ts';
import { derive, field } from './pass.ts';

test('with softmax every sign of a formula is explained where it stands, and the step has its length', async ({
  page,
}) => {
  await page.goto('/?preset=softmax#idea-matrices');
  const figure = page.locator('#idea-matrices');
  await expect(field(page)).toBeEnabled();
  await page.locator('#ideas').scrollIntoViewIfNeeded();
  await figure.scrollIntoViewIfNeeded();
  const next = () => figure.getByRole('button', { name: 'Fill it in' }).click();
  await next();
  await expect(figure).toContainText('each a is worked out from every z');
  await next();
  await expect(figure.locator('.sign')).toHaveText([/^The little T/, /^J \(Jacobian/, /^∇ \(nabla/]);
  await expectClean(page, '#idea-matrices');
  await next();
  await next();
  await expect(figure.getByRole('heading', { name: '5 of 5' })).toBeVisible();
  await expect(figure.getByRole('img', { name: 'learning rate equals 0.50' })).toBeVisible();
});

test('a pass with matrices: shapes are asked, grids typed or pasted, and all is there after a reload', async ({
  page,
}) => {
  const values = new Map(derive('--seed', '1').map(({ id, value }) => [id, value.toPrecision(4)]));
  await page.goto('/#idea-matrices');
  const figure = page.locator('#idea-matrices');
  const open = async (): Promise<void> => {
    await expect(field(page)).toBeEnabled();
    await page.locator('#ideas').scrollIntoViewIfNeeded();
    await figure.scrollIntoViewIfNeeded();
  };
  const shape = async (rows: string, columns: string): Promise<void> => {
    await figure.getByLabel('Rows').fill(rows);
    await figure.getByLabel('Columns').fill(columns);
    await page.keyboard.press('Enter');
  };
  const paste = (name: string, pasted: string): Promise<unknown> =>
    figure.getByLabel(name).evaluate((input, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', text);
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, pasted);
  await open();
  await shape('1', '2');
  await expect(figure.locator('.said')).toContainText('the other way round');
  await shape('2', '1');
  await expect(figure.getByLabel('z of hidden unit 1')).toBeFocused();
  await page.keyboard.type('0.1');
  await page.keyboard.press('Tab');
  await page.keyboard.type(values.get('z[1][2]')!);
  await page.keyboard.press('Enter');
  await expect(figure.locator('.said')).toContainText('1 of 2 are right');
  await expect(figure.getByLabel('z of hidden unit 1')).toHaveAttribute('aria-invalid', 'true');
  await expectClean(page, '#idea-matrices');
  // What is marked stays so until it is changed, whatever else is; then what was said of it goes too.
  await figure.getByLabel('z of hidden unit 2').fill('0.2');
  await expect(figure.getByLabel('z of hidden unit 1')).toHaveAttribute('aria-invalid', 'true');
  await expect(figure.locator('.said')).toContainText('1 of 2 are right');
  await figure.getByLabel('z of hidden unit 1').fill(values.get('z[1][1]')!);
  await expect(figure.locator('.said')).toBeEmpty();
  await paste('z of hidden unit 1', '[[1, 2], [3]]');
  await expect(figure.locator('.said')).toContainText('have not all as many numbers');
  // Even where the grid is at the lower edge of the screen.
  await figure.getByLabel('z of hidden unit 2').evaluate((input) => {
    scrollBy({ top: input.getBoundingClientRect().bottom - innerHeight, behavior: 'instant' });
  });
  await expect(figure.locator('.said')).not.toBeInViewport();
  await paste('z of hidden unit 1', '1\t2\t3');
  await expect(figure.locator('.said')).toContainText('1 × 3');
  await expect(figure.locator('.said')).toBeInViewport({ ratio: 1 });
  await figure.getByLabel('z of hidden unit 2').fill(values.get('z[1][2]')!);
  await page.keyboard.press('Enter');
  await expect(figure.getByRole('heading', { name: '2 of 10' })).toBeVisible();

  await page.reload();
  await open();
  await expect(figure.getByRole('heading', { name: '2 of 10' })).toBeVisible();
  await shape('2', '1');
  await paste('a of hidden unit 1', `[[${values.get('a[1][1]')!}], [${values.get('a[1][2]')!}]]`);
  await figure.getByRole('button', { name: 'Is it right?' }).click();
  await expect(figure.getByRole('heading', { name: '3 of 10' })).toBeVisible();
});
