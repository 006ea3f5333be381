import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { comeTo } from './begun.ts';
import { derive, field, stepHeading } from './pass.ts';

const test = base.extend<{ phone: Page }>({
  phone: async ({ browser, baseURL }, use) => {
    const screen = { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } };
    const context = await browser.newContext({ baseURL: baseURL!, ...screen });
    await use(await context.newPage());
    await context.close();
  },
});

const toFour = (value: number): string => value.toPrecision(4);

const heading = (page: Page) => page.getByRole('heading', { name: /^Step / });
const check = (page: Page) => page.getByRole('button', { name: 'Check', exact: true });

const bounds = async (locator: Locator) => {
  const { y, height } = (await locator.boundingBox())!;
  return { top: y, bottom: y + height };
};

/** Nothing covers it, and no edge cuts it off: its corners are its own, or of what is in it. */
const isUncovered = (locator: Locator) =>
  locator.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const [dx, dy] = [Math.min(9, (right - left) / 3), Math.min(9, (bottom - top) / 3)];
    return [left + dx, right - dx].every((x) =>
      [top + dy, bottom - dy].every((y) => element.contains(document.elementFromPoint(x, y))),
    );
  });

const expectUncovered = (locator: Locator, message: string) =>
  expect.poll(() => isUncovered(locator), { message }).toBe(true);

base('an earlier step is one tap away, and so is the way back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const steps = derive('--seed', '5');
  await comeTo(page, '?seed=5', steps[9]!.id);
  const progress = page.getByRole('navigation', { name: 'Progress' });
  await progress.getByRole('button', { name: /^6: / }).click();
  await expect(stepHeading(page, 6, 28)).toBeVisible();
  // What was said of its meaning stands there again.
  await expect(page.locator('.why')).not.toBeEmpty();
  await progress.getByRole('button', { name: /^10: / }).click();
  await expect(stepHeading(page, 10, 28)).toBeVisible();

  // While the field has the focus, the network stays in sight, and the log within reach.
  await field(page).fill('1');
  await field(page).press('Enter');
  await expect(page.locator('#told')).toBeInViewport();
  await expect(page.locator('.diagram')).toBeInViewport({ ratio: 0.9 });
  await page.getByRole('button', { name: 'Log', exact: true }).click();
  const log = page.getByRole('list', { name: 'Log' });
  await log
    .getByRole('button')
    .filter({ hasText: toFour(steps[6]!.value) })
    .click();
  await expect(stepHeading(page, 7, 28)).toBeVisible();
  await expect(log).toBeHidden();
});

const PAGES = [
  { at: '/?preset=chain', exercise: 'chain', steps: 14 },
  { at: '/functions/?preset=sigmoid-neuron', exercise: 'sigmoid-neuron', steps: 18 },
] as const;

const SIZES = [
  [390, 844],
  [390, 420],
  [844, 390],
  [640, 400],
  [320, 640],
  [320, 568],
  [360, 640],
  [768, 1024],
] as const;

for (const { at, exercise, steps } of PAGES)
  test(`${at}: after each answer title, field, Check and what was said are in sight together`, async ({
    phone: page,
  }) => {
    await page.goto(at);
    await expectUncovered(field(page), 'field at first');
    await expectUncovered(check(page), 'Check at first');
    const all = derive(exercise);
    for (const [i, { value }] of all.slice(0, steps).entries()) {
      const [width, height] = SIZES[Math.floor((i * SIZES.length) / steps)]!;
      const here = `at ${width} × ${height} after ${i + 1}`;
      await page.setViewportSize({ width, height });
      await field(page).fill(toFour(value));
      await field(page).press('Enter');
      await expect(stepHeading(page, i + 2, all.length)).toBeVisible();
      await expectUncovered(check(page), `Check ${here}`);
      await expectUncovered(field(page), `field ${here}`);
      const keys = await bounds(page.locator('.keys'));
      const told = await bounds(page.locator('#told'));
      // On its side the phone shows network and keys beside the question.
      const isBeside = height < 410;
      expect(told.top + 30, `verdict ${here}`).toBeLessThanOrEqual(isBeside ? height : keys.top);
      // With a keyboard over half of the screen the field matters more than the title.
      if (height === 420) continue;
      await expectUncovered(heading(page), `title ${here}`);
      // The same place each time.
      if (height !== 844) continue;
      const below = (await bounds(heading(page))).top - (await bounds(page.locator('.network'))).bottom;
      expect(Math.abs(below - 6), `heading ${here}`).toBeLessThanOrEqual(2);
    }
  });

const PHONES = [
  [390, 844],
  [360, 640],
  [320, 640],
  [320, 568],
] as const;

/** Does the same on screens of several sizes, one after the other. */
async function onEach(
  page: Page,
  sizes: readonly (readonly [width: number, height: number])[],
  act: (here: string, height: number) => Promise<void>,
): Promise<void> {
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await act(`at ${width} × ${height}`, height);
  }
}

const TAPPED = [
  { at: '/?preset=chain', value: '[data-id="w[1][1][1]"]', typed: '0.85' },
  { at: '/functions/?preset=sigmoid-neuron', value: '.graph [data-id="w0"]', typed: '2' },
] as const;

for (const { at, value, typed } of TAPPED)
  test(`${at}: a value that is tapped stays where it is, and is seen in the field, with Check`, async ({
    phone: page,
  }) => {
    await onEach(page, PHONES, async (here) => {
      await page.goto(at);
      const cell = page.locator(value);
      await expectUncovered(cell, `value ${here}`);
      const before = await bounds(cell);
      await cell.tap();
      await expect(field(page)).toHaveValue(typed);
      await expectUncovered(field(page), `field ${here}`);
      await expectUncovered(check(page), `Check ${here}`);
      await expectUncovered(cell, `value ${here}, tapped`);
      expect((await bounds(cell)).top, here).toBeCloseTo(before.top, 0);
      await field(page).fill('');
    });
  });

const WHOLE = [
  {
    at: '/?preset=chain',
    open: 'Whole network',
    close: 'Only this unit',
    values: ['w[1][1][1]', 'a[0][1]'],
    typed: '0.85·0.70',
  },
  {
    at: '/functions/?preset=sigmoid-neuron',
    open: 'Whole graph',
    close: 'Only what is asked about',
    values: ['w0', 'x0'],
    typed: '2·(−1)',
  },
] as const;

for (const { at, open, close, values, typed } of WHOLE)
  test(`${at}: the whole stays while values are tapped, with its question in short, field and Check`, async ({
    phone: page,
  }) => {
    await onEach(page, PHONES, async (here, height) => {
      await page.goto(at);
      const picture = page.locator('.network .picture');
      const { height: near } = (await picture.boundingBox())!;
      await page.getByRole('button', { name: open }).tap();
      const back = page.getByRole('button', { name: close });
      await expectUncovered(back, `way back ${here}`);
      await expectUncovered(heading(page), `title ${here}`);
      const { height: tall } = (await picture.boundingBox())!;
      expect(tall, here).toBeGreaterThan(height < 600 ? near : near * 1.2);
      for (const id of values) {
        const cell = page.locator(`.network [data-id="${id}"]`);
        await cell.scrollIntoViewIfNeeded();
        const before = await bounds(cell);
        await cell.tap();
        await expect(field(page)).not.toHaveValue('');
        expect((await bounds(cell)).top, `${id} ${here}`).toBeCloseTo(before.top, 0);
      }
      await expect(field(page)).toHaveValue(typed);
      for (const [name, part] of Object.entries({
        'way back': back,
        title: heading(page),
        'how the question begins': page.locator('#asked'),
        'its formula': page.locator('.step .asked .formula'),
        field: field(page),
        Check: check(page),
      }))
        await expectUncovered(part, `${name} ${here}, tapped`);
      await back.tap();
      await expect(page.getByRole('button', { name: open })).toBeVisible();
      await field(page).fill('');
    });
  });

test('what stands beside a step lies behind no keys while nothing is typed', async ({ phone: page }) => {
  await comeTo(page, '?preset=chain', 'dE/da[2][1]');
  await onEach(page, PHONES, async (here) => {
    await field(page).blur();
    const chip = page.getByRole('button', { name: 'E rises' });
    await chip.scrollIntoViewIfNeeded();
    await expectUncovered(chip, `guess ${here}`);
    await page.locator('.network [data-id="a[2][1]"]').tap();
    await expectUncovered(check(page), `Check ${here}`);
    await field(page).fill('');
  });
});

test('a guess is above the keys whole while the field has the focus, and so is the reply to it', async ({
  phone: page,
}) => {
  // The field keeps the focus after the answer.
  await comeTo(page, '?preset=chain', 'dE/da[2][1]');
  const guess = page.getByRole('group', { name: /^A guess first/ });
  for (const name of ['E rises', 'E falls']) await expectUncovered(guess.getByRole('button', { name }), name);
  await expectUncovered(page.locator('#asked'), 'question');
  await expectUncovered(field(page), 'field');
  await guess.getByRole('button', { name: 'E falls' }).tap();
  await expect(guess.getByRole('status')).not.toBeEmpty();
  await expectUncovered(guess.getByRole('status'), 'reply');
  await expectUncovered(field(page), 'field, once guessed');
});

test('what is said of a nudge leaves the field where it is', async ({ phone: page }) => {
  await comeTo(page, '?preset=chain', 'dE/dz[2][1]');
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await page.getByRole('button', { name: 'Nudge a value' }).tap();
    const sentence = page.locator('.bar [role="status"]');
    await expect(sentence).toContainText('Choose a value');
    const place = async () =>
      (await bounds(page.locator('label[for="answer"]'))).top - (await bounds(page.locator('.network'))).top;
    const before = await place();
    const said = [/is chosen/, /moved by 0\.01/, /moved by 0\.02/];
    await page.locator('.network [data-id="a[2][1]"]').tap();
    for (const [i, words] of said.entries()) {
      if (i > 0) await page.getByRole('button', { name: /^Raise/ }).tap();
      await expect(sentence).toContainText(words);
      expect(await place(), `${String(words)} at ${width}`).toBeCloseTo(before, 0);
    }
    await page.getByRole('button', { name: 'Nudge a value' }).tap();
  }
});

test('however long a function is, the field of its first question is in sight', async ({ phone: page }) => {
  for (const preset of ['attention', 'layer-norm', 'residual']) {
    await page.goto(`/functions/?preset=${preset}`);
    await expect(field(page)).toBeEnabled();
    await expectUncovered(field(page), preset);
  }
});
