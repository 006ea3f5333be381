import { expect, test } from '@playwright/test';
import { expectClean } from './clean.ts';
import { field, stepHeading } from './pass.ts';

// The names of Mazur's article, whose network this is.
test('a notation is chosen, followed by all that is shown and typed, kept, and carried in the link', async ({
  page,
  browser,
}) => {
  await page.goto('/?preset=mazur');
  await expect(stepHeading(page, 1, 39)).toBeVisible();
  const network = page.getByRole('group', { name: 'Network', exact: true });
  const log = page.getByRole('list', { name: 'Log' });
  await expect(network).toContainText('z₁⁽¹⁾');
  await field(page).fill('x1*w11 + x2*w21 + b1');
  await field(page).press('Enter');
  await expect(stepHeading(page, 2, 39)).toBeVisible();
  await expect(log.locator('math').first()).toHaveText(/^z/);

  // The conventions are loaded when they come on the screen.
  await page.locator('.guide').scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'Other notations' }).click();
  const dialog = page.getByRole('dialog', { name: 'Notation' });
  await dialog.getByRole('button', { name: 'Mazur’s worked example' }).click();
  await expect(dialog.getByRole('radio', { name: 'numbered' })).toBeChecked();
  await expectClean(page, 'dialog');
  await page.setViewportSize({ width: 1280, height: 800 });
  await dialog.getByRole('button', { name: 'Use this notation' }).click();

  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/\?preset=mazur&notation=net,numbered$/);
  await expect(field(page)).toBeFocused();
  await expect(network).toContainText('netₕ₁');
  await expect(network).toContainText('w₅');
  await expect(log.locator('math').first()).toHaveText(/^net/);
  await field(page).fill('σ(net_h1)');
  await field(page).press('Enter');
  await expect(stepHeading(page, 3, 39)).toBeVisible();
  await field(page).fill('x1*w3 + x2*w4 + b1');
  await field(page).press('Enter');
  await expect(stepHeading(page, 4, 39)).toBeVisible();

  // Another address, without a word about it: it is remembered. A link says otherwise, for the visit.
  await page.goto('/?preset=fork');
  await expect(network).toContainText('netₕ₁');
  await page.goto('/?preset=fork&notation=z');
  await expect(network).toContainText('z₁⁽¹⁾');
  await page.goto('/?preset=mazur');
  await expect(stepHeading(page, 4, 39)).toBeVisible();
  await expect(network).toContainText('outₕ₂');
  await expect(page).toHaveURL(/\?preset=mazur&notation=net,numbered$/);

  // At the bare address the way on leads to that network, in whatever names are chosen there.
  await page.goto('/');
  const goOn = page.getByRole('link', { name: 'Go on where you left off' });
  await expect(goOn).toHaveAttribute('href', '?preset=mazur&notation=net,numbered');
  await page.evaluate(() => {
    history.replaceState(null, '', '?notation=z');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await expect(network).toContainText('z₁⁽¹⁾');
  await expect(goOn).toHaveAttribute('href', '?preset=mazur&notation=z');
  await expect(page.getByRole('link', { name: 'Backstep' })).toHaveAttribute('href', /\?notation=z$/);

  const other = await browser.newPage();
  await other.goto('/?preset=mazur&notation=numbered,nett');
  await expect(other.getByRole('alert')).toContainText('“nett”, which is not known');
  await expect(other.getByRole('group', { name: 'Network', exact: true })).toContainText('w₅');
  await other.close();
});

test('what was said last stays when the notation changes, in its names', async ({ page }) => {
  await page.goto('/?preset=mazur');
  const told = page.locator('#told');
  const inNames = (notation: string): Promise<void> =>
    page.evaluate((names) => {
      history.pushState(null, '', `?preset=mazur&notation=${names}`);
      dispatchEvent(new PopStateEvent('popstate'));
    }, notation);
  await page.getByRole('button', { name: 'Show me' }).click();
  await expect(stepHeading(page, 2, 39)).toBeVisible();
  await expect(told).toContainText('z is their sum');
  await inNames('net');
  await expect(told).toContainText('net is their sum');

  // What was typed is read in the names that it was typed in.
  await field(page).fill('net_h1');
  await field(page).press('Enter');
  await expect(told).toContainText('Not yet.');
  const said = (await told.textContent())!;
  await inNames('z');
  await expect(told).not.toHaveText(said);
  await expect(told).toContainText('Not yet.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(told).toHaveCount(0);
});
