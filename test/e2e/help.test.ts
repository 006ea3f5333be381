import { expect, test, type Page } from '@playwright/test';
import { comeTo } from './begun.ts';
import { expectClean } from './clean.ts';
import { answerAll, derive, field, stepHeading, watch } from './pass.ts';

const steps = derive('--seed', '5');
const toFour = (value: number): string => value.toPrecision(4);
const hint = (page: Page) => page.getByRole('button', { name: 'Hint' });
const announced = (page: Page) => page.locator('[aria-live]');

async function handIn(page: Page, answer: string): Promise<void> {
  await field(page).fill(answer);
  await field(page).press('Enter');
}

/** Where the field stands on the page, wherever it is scrolled to. */
const placeOf = async (page: Page): Promise<number> =>
  page.locator('#answer').evaluate((element) => element.getBoundingClientRect().top + scrollY);

test('each hint gives a little more, the network lights up, and the field stays where it is', async ({
  page,
}) => {
  const { faults } = watch(page);
  await page.goto('/?seed=5');
  await expect(stepHeading(page, 1, 28)).toBeVisible();
  const place = await placeOf(page);
  await hint(page).click();
  await expect(page.getByText(/^Look at the arrows that end at hidden unit 1/).first()).toBeVisible();
  await expect(page.locator('.diagram .marked')).toHaveCount(2);
  await expect(field(page)).toBeFocused();
  await hint(page).click();
  await expect(page.locator('.help').getByText(/^Every arrow that arrives/)).toBeVisible();
  await hint(page).click();
  await expect(page.getByText('With all numbers put in but one')).toBeAttached();
  await expect(page.locator('.diagram .marked')).toHaveCount(1);
  await hint(page).click();
  await expect(page.getByText('With the numbers put in')).toBeAttached();
  await expect(hint(page)).toBeDisabled();
  expect(await placeOf(page)).toBe(place);
  // The answer itself is for "Show me".
  await expect(page.locator('.step')).not.toContainText(toFour(steps[0]!.value).replace('-', '−'));
  expect(faults).toEqual([]);
});

test('a hint with numbers waits a moment, and opens at once after a try', async ({ page }) => {
  await page.clock.install();
  await page.goto('/?seed=5');
  await page.clock.runFor(2000);
  await expect(stepHeading(page, 1, 28)).toBeVisible();
  await hint(page).click();
  await expect(announced(page)).toHaveText(/./);
  await hint(page).click();
  await expect(hint(page)).toHaveAttribute('aria-disabled', 'true');
  await hint(page).click({ force: true });
  await expect(announced(page)).toHaveText(/Try the step first/);
  await expect(page.getByText('With all numbers put in but one')).toHaveCount(0);
  await handIn(page, '99.5');
  await expect(announced(page)).toHaveText(/Not yet/);
  await hint(page).click();
  await expect(page.getByText('With all numbers put in but one')).toBeAttached();
  await page.clock.runFor(4100);
  await expect(hint(page)).not.toHaveAttribute('aria-disabled');
});

test('after three misses a part is worked out, and put into the answer only when it is tapped', async ({
  page,
}) => {
  await comeTo(page, '?seed=5', 'E');
  for (const wrong of ['5.5', '6.5']) await handIn(page, wrong);
  await expect(page.getByText(/A part of it is worked out/)).toHaveCount(0);
  await handIn(page, '7.5');
  await expect(page.getByText(/A part of it is worked out/)).toBeVisible();
  await expect(field(page)).toHaveValue('7.5');
  const gap = 0.18 - steps.find(({ id }) => id === 'a[2][1]')!.value;
  await field(page).fill('½·');
  const part = toFour(gap).replace('-', '−');
  await page.getByRole('button', { name: `Put ${part} into the answer` }).click();
  await expect(field(page)).toHaveValue(`½·(${part})`);
  // It is still there when the page is opened again.
  await page.reload();
  await expect(page.getByText(/A part of it is worked out/)).toBeVisible();
  await hint(page).click();
  await expectClean(page);
});

test('the doubtful part of a calculation is underlined until something else is typed', async ({ page }) => {
  await comeTo(page, '?seed=5', 'dE/dw[2][2][1]');
  await handIn(page, '0.08819·0.46');
  await expect(page.locator('#echo u')).toHaveText('0.46');
  await expect(announced(page)).toHaveText(/In doubt: 0\.46/);
  await expectClean(page);
  await field(page).press('End');
  await field(page).press('Backspace');
  await expect(page.locator('#echo u')).toHaveCount(0);
});

test('of two arrows the one that was used is dotted and the one in question thick', async ({ page }) => {
  await comeTo(page, '?seed=5', 'dE/da[1][1]');
  await handIn(page, '0.08819·0.55');
  await expect(page.locator('.diagram .doubtful')).toHaveCount(1);
  await expect(page.locator('.diagram .marked')).toHaveCount(1);
  await expect(page.locator('.diagram .doubtful.marked')).toHaveCount(0);
});

test('the network disagrees with a wrong gradient: if asked at the first miss, by itself at the second', async ({
  page,
}) => {
  await comeTo(page, '?seed=5', 'dE/dw[2][1][1]');
  const { value } = steps.find(({ id }) => id === 'dE/dw[2][1][1]')!;
  await handIn(page, `${-value}`);
  const says = page.getByText(`Nudged: when w₁₁⁽²⁾ rises, E ${value > 0 ? 'rises' : 'falls'}. `);
  await expect(says).toHaveCount(0);
  await page.getByRole('button', { name: /^Try it/ }).click();
  await expect(says.first()).toBeVisible();
  await expect(field(page)).toBeFocused();
  await handIn(page, `${value / 10}`);
  await expect(page.getByText(/^Nudged: E moved more than /).first()).toBeVisible();
  await expect(
    page
      .getByText(/Once every weight has taken its step, E would be 0\.\d+ with your number, and 0\.\d+/)
      .first(),
  ).toBeVisible();
  await expectClean(page);
});

test('typing every value still leads to the end, whatever help was taken', async ({ page }) => {
  const chain = derive('chain').map(({ value }) => toFour(value));
  await page.goto('/?preset=chain');
  await expect(stepHeading(page, 1, 15)).toBeVisible();
  for (const wrong of ['91', '92', '93']) await handIn(page, wrong);
  await hint(page).click();
  await answerAll(page, chain);
  await expect(page.getByRole('heading', { name: 'Pass 1 done' })).toBeFocused();
});

test('a planted slip is found, named and mended, and one is back where one was', async ({ page }) => {
  const { faults } = watch(page);
  await comeTo(page, '?seed=5', 'z[1][2]');
  await field(page).fill('0.46·');
  await page.getByRole('button', { name: 'Find the slip' }).click();
  await expect(page).toHaveURL(/\?seed=5&slip=1$/);
  await expect(page.getByRole('heading', { name: 'Find the slip' })).toBeFocused();
  await expect(field(page)).toBeHidden();
  const lines = page.getByRole('listitem').getByRole('button');
  await expect(lines).toHaveCount(28);
  // The slip is the first line whose number is not what the command line says; rounding takes less than that.
  const numbers = await lines.locator('strong').allTextContents();
  const place = steps.findIndex(({ value }, i) => {
    const shown = Number(numbers[i]!.replace('−', '-'));
    return Math.abs(shown - value) > 1e-2 * Math.abs(value);
  });
  const status = page.locator('.told > p').first();
  // What it works out, from what and to what: a number alone cannot be judged.
  await expect(lines.first()).toHaveAccessibleName(
    /^z of hidden unit 1: .* times .* plus .* equals (minus )?[\d.]+$/,
  );
  await lines.nth(place === 27 ? 0 : 27).click();
  await expect(status).toHaveText(/line/);
  await lines.nth(place).click();
  await expect(status).toHaveText(/^Yes/);
  await expect(announced(page)).toHaveText(/Yes, the line of .* is wrong/);
  const names = page.locator('.told > button');
  await expect(names).toHaveCount(3);
  for (let i = 0; i < 3 && (await names.count()) > 0; i += 1) await names.nth(i).click();
  const mending = page.getByRole('textbox', { name: 'The right value' });
  await expect(mending).toBeFocused();
  // The wrong number again is explained as the trainer would.
  await mending.fill(numbers[place]!);
  await mending.press('Enter');
  await expect(status).toHaveText(/^Not yet. Your answer comes to .*\?/);
  await mending.fill(toFour(steps[place]!.value));
  await mending.press('Enter');
  await expect(status).toHaveText(/^Found, named and mended/);
  // The number in the line is the one that the sentence names, and near what the command line says.
  const mended = await lines.nth(place).locator('strong').innerText();
  expect(Math.abs(Number(mended.replace('−', '-')) - steps[place]!.value)).toBeLessThan(1e-3);
  await expect(status).toContainText(` is ${mended}.`);
  await page.getByRole('button', { name: 'Back to your pass' }).click();
  await expect(stepHeading(page, 3, 28)).toBeVisible();
  await expect(field(page)).toHaveValue('0.46·');
  await expect(field(page)).toBeFocused();
  // The address gives the same one again.
  await page.goBack();
  await expect(lines).toHaveCount(28);
  expect(await lines.locator('strong').allTextContents()).toEqual(numbers);
  expect(faults).toEqual([]);
});

test('axe finds nothing, and nothing scrolls sideways: finding the slip', async ({ page }) => {
  await page.goto('/?preset=mazur');
  await expect(stepHeading(page, 1, 39)).toBeVisible();
  // What could not be loaded is said, leaves the step where it was, and comes when it is tried again.
  await page.route('**/*.js', (route) => route.abort());
  await page.getByRole('button', { name: 'Find the slip' }).click();
  const tryAgain = page.getByRole('button', { name: 'Reload and try again' });
  await expect(tryAgain).toBeInViewport();
  await expect(announced(page)).toHaveText(/could not be loaded/);
  await expect(field(page)).toBeVisible();
  await page.unroute('**/*.js');
  await tryAgain.click();
  await expect(page.getByRole('heading', { name: 'Find the slip' })).toBeVisible();
  await expectClean(page);
});

test('a formula copied from the page is read as it is meant', async ({ page }) => {
  await page.goto('/?preset=mazur');
  await expect(field(page)).toBeEnabled();
  await field(page).focus();
  // What copies formulas has come with it.
  await expect(page.getByRole('button', { name: 'Edit a number' })).toBeVisible();
  const ids = ['z[1][1]', 'a[1][1]', 'E[1]', 'dE/da[2][1]', 'da/dz[2][1]', 'dE/dz[2][1]', 'dE/dw[2][1][1]'];
  const steps = derive('mazur');
  for (const [i, { id, value }] of steps.slice(0, 17).entries()) {
    if (ids.includes(id)) {
      // What stands right of the sign of equality, as if it had been dragged over.
      await page
        .locator('.formula math')
        .first()
        .evaluate((math) => {
          const row = math.querySelector('mrow')!;
          const equals = Array.from(row.children).findIndex(({ textContent }) => textContent === '=');
          const range = document.createRange();
          range.setStartBefore(row.children[equals + 1]!);
          range.setEndAfter(row.lastElementChild!);
          (document.activeElement as HTMLElement).blur();
          getSelection()!.removeAllRanges();
          getSelection()!.addRange(range);
        });
      await page.keyboard.press('ControlOrMeta+c');
      await field(page).focus();
      await page.keyboard.press('ControlOrMeta+v');
    } else {
      await field(page).fill(value.toPrecision(4));
    }
    await field(page).press('Enter');
    await expect(stepHeading(page, i + 2, steps.length), id).toBeVisible();
  }
});
