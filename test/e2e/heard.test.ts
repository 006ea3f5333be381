import { expect, test } from '@playwright/test';
import { derive, field, stepHeading } from './pass.ts';

test('who only hears the page and uses keys knows what was done, what is asked and where to type', async ({
  page,
}) => {
  await page.goto('/?seed=5');
  await expect(stepHeading(page, 1, 28)).toBeVisible();
  const heard = page.locator('[aria-live]');
  const [z, a] = derive('--seed', '5').map(({ value }) => value.toPrecision(4));

  // A value of the network is announced, and typed on behind.
  const network = page.getByRole('group', { name: 'Network', exact: true });
  const weight = network.getByRole('button', { name: /^weight from input 1 to hidden unit 1: / });
  await expect(weight).toHaveAccessibleName(/, symbol w 1 1$/);
  await weight.press('Enter');
  await expect(field(page)).toBeFocused();
  await expect(heard).toContainText('put in.');
  await page.keyboard.type('·99');
  await expect(field(page)).toHaveValue(/·99$/);

  // A wrong answer is told each time; the field has the question and what was said of the answer.
  await page.keyboard.press('Enter');
  await expect(heard.getByText(/^Not yet\. /)).toHaveCount(1);
  await expect(field(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page)).toHaveAccessibleDescription(/^Not yet\. .*What arrives at hidden unit 1\?/);
  for (const tries of [2, 3, 4]) {
    await page.keyboard.press('Enter');
    await expect(heard.getByText(/^Not yet\. /)).toHaveCount(tries);
  }
  await expect(heard).toContainText('A worked-out part is shown above the field; a button below puts it in.');

  // A right one is told before the next question.
  await field(page).fill(z!);
  await page.keyboard.press('Enter');
  await expect(heard).toContainText(/Right, .*\. Step 2 of 28: a of hidden unit 1\./);
  await expect(field(page)).toHaveAttribute('aria-invalid', 'false');
  await expect(field(page)).toHaveAccessibleDescription(/^What does hidden unit 1 send out\?/);
  await page.keyboard.type(a!);
  await page.keyboard.press('Enter');
  await expect(stepHeading(page, 3, 28)).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Progress' })).toMatchAriaSnapshot(`
    - navigation "Progress":
      - list "Forward pass":
        - listitem:
          - 'button "1: z of hidden unit 1, done"'
        - listitem:
          - 'button "2: a of hidden unit 1, done"'
        - listitem:
          - 'button "3: z of hidden unit 2"'
  `);
  await expect(page.getByRole('list', { name: 'Log' })).toMatchAriaSnapshot(`
    - list "Log":
      - listitem:
        - 'button /^z of hidden unit 1: (minus )?[0-9.]+; go to step 1$/'
      - listitem:
        - 'button /^a of hidden unit 1: [0-9.]+; go to step 2$/'
  `);

  // Nudging begins and ends aloud, and Escape ends it.
  const nudge = page.getByRole('button', { name: 'Nudge a value' });
  await nudge.press('Enter');
  await expect(heard).toContainText('Escape ends it');
  await page.keyboard.press('Escape');
  await expect(nudge).toHaveAttribute('aria-pressed', 'false');
  await expect(heard).toContainText('Nudging has ended');

  await page.getByRole('button', { name: 'New network' }).press('Enter');
  await expect(heard).toContainText(
    /Another network\. Inputs [\d.]+ and [\d.]+, target [\d.]+\. Undo brings/,
  );
});
