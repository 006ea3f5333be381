import { expect, test, type Page } from '@playwright/test';
import { comeTo } from './begun.ts';
import { expectClean } from './clean.ts';
import { derive, field, stepHeading } from './pass.ts';

const chain = derive('chain').map(({ value }) => value.toPrecision(4));

const player = (page: Page) => page.getByRole('region', { name: /^Pass \d+, played$/ });
/** Keys reach the player once it has been loaded, and has the focus. */
async function watch(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await expect(player(page).getByRole('heading')).toBeFocused();
}
const watchThis = (page: Page) => watch(page, 'Watch this pass');
const scrubber = (page: Page) => page.getByRole('slider', { name: 'Step', exact: true });

/** Keeps the ids of the steps that come into view, in order. */
const collect = (page: Page) =>
  page.evaluate(() => {
    const element = document.querySelector('[data-step]')!;
    const seen = [element.getAttribute('data-step')!];
    Object.assign(window, { seen });
    new MutationObserver(() => seen.push(element.getAttribute('data-step')!)).observe(element, {
      attributes: true,
      attributeFilter: ['data-step'],
    });
  });

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  test(`a pass that is played visits the steps of derive in order (motion: ${reducedMotion})`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion });
    await page.clock.install();
    await page.goto('/?preset=mazur');
    await expect(field(page)).toBeEnabled();
    await watchThis(page);
    await page.keyboard.press('k');
    await expect(player(page).getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    await page.keyboard.press('Home');
    await collect(page);
    await page.getByLabel('Speed').selectOption('8×');
    await player(page).getByRole('button', { name: 'Play', exact: true }).click();
    const steps = derive('mazur');
    // Each timer of the page has its turn, one after the other, without the waits between them.
    await page.clock.runFor(60_000);
    await expect(stepHeading(page, 39, 39)).toBeVisible();
    // The published losses of the article.
    await expect(player(page).getByText('The loss fell from 0.2984 to 0.2910.')).toBeVisible();
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen).toEqual(steps.map(({ id }) => id));
  });
}

test('End and Home lead to the last and the first step from wherever the focus is but a list or the values', async ({
  page,
}) => {
  await page.goto('/?preset=chain');
  await expect(field(page)).toBeEnabled();
  await watchThis(page);
  await page.keyboard.press('k');
  const focuses = {
    'the heading': () =>
      player(page)
        .getByRole('heading', { name: /^Step / })
        .focus(),
    'a button': () => player(page).getByRole('button', { name: 'Play', exact: true }).focus(),
    'the slider': () => player(page).getByRole('slider').focus(),
    'a text that was clicked': () => player(page).getByText('Pass 1, played', { exact: true }).click(),
    'the ground of the page': () => page.mouse.click(3, 300),
  };
  for (const [name, focus] of Object.entries(focuses)) {
    await focus();
    await page.keyboard.press('End');
    await expect(stepHeading(page, 15, 15), name).toBeVisible();
    await page.keyboard.press('Home');
    await expect(stepHeading(page, 1, 15), name).toBeVisible();
  }
});

test('keys, the scrubber and the values lead to any step; each is read out once while it is paused', async ({
  page,
}) => {
  await page.goto('/?preset=chain');
  await expect(field(page)).toBeEnabled();
  await watchThis(page);
  await expect(page.getByRole('heading', { name: /^Step \d+ of \d+/ })).toHaveCount(1);
  await expect(page.getByRole('heading', { name: /^Step 1 of 15/ })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(player(page).getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(stepHeading(page, 3, 15)).toBeVisible();
  await expect(page.locator('[aria-live]')).toContainText('Step 3 of 15');
  await page.keyboard.press('ArrowLeft');
  await expect(stepHeading(page, 2, 15)).toBeVisible();
  await expect(page.locator('[aria-live]')).toContainText('Step 2 of 15');
  await page.keyboard.press('End');
  await expect(stepHeading(page, 15, 15)).toBeVisible();
  await scrubber(page).fill('9');
  await expect(stepHeading(page, 9, 15)).toBeVisible();
  await expect(scrubber(page)).toHaveAttribute('aria-valuetext', /^Step 9 of 15: /);
  await scrubber(page).press('ArrowLeft');
  await expect(stepHeading(page, 8, 15)).toBeVisible();
  // The scrubber says itself where it is.
  await expect(page.locator('[aria-live]')).not.toContainText('Step 9 of 15');
  const network = page.getByRole('group', { name: 'Network', exact: true });
  await network.getByRole('button', { name: /^a of the hidden unit: / }).click();
  await expect(stepHeading(page, 2, 15)).toBeVisible();

  // Dragged through the phases, nothing fades behind the hand.
  const line = (await scrubber(page).boundingBox())!;
  await page.mouse.move(line.x + 30, line.y + line.height / 2);
  await page.mouse.down();
  await page.mouse.move(line.x + line.width - 2, line.y + line.height / 2);
  await expect(stepHeading(page, 15, 15)).toBeVisible();
  const face = network.locator('.face').first();
  await expect(face).toHaveCSS('transition-duration', '0s');
  await page.mouse.up();
  await expect(face).toHaveCSS('transition-duration', '0.2s, 0.2s');
});

test('while the scrubber is dragged nothing in the network moves by itself, and afterwards it does', async ({
  page,
}) => {
  await page.goto('/?preset=chain');
  await expect(field(page)).toBeEnabled();
  await watchThis(page);
  const marked = page.locator('[data-dragged] .fades');
  const face = player(page).locator('.face').first();
  const moves = () => face.evaluate((element) => getComputedStyle(element).transitionDuration);
  const still = /^0s/;
  expect(await moves()).not.toMatch(still);
  const box = (await scrubber(page).boundingBox())!;
  await page.mouse.move(box.x + 20, box.y + box.height / 2);
  await page.mouse.down();
  await expect.poll(moves).toMatch(still);
  await page.mouse.up();
  await expect(marked).toHaveCount(0);
  expect(await moves()).not.toMatch(still);
});

test('watching leaves what the learner has done and begun as it is, and leads back to it', async ({
  page,
}) => {
  await page.goto('/?preset=chain');
  await expect(stepHeading(page, 1, 15)).toBeVisible();
  await field(page).fill(chain[0]!);
  await field(page).press('Enter');
  await expect(stepHeading(page, 2, 15)).toBeVisible();
  await field(page).fill('0.5 +');
  await watchThis(page);
  await expect(stepHeading(page, 2, 15)).toBeVisible();
  await expect(field(page)).toBeHidden();
  await page.keyboard.press('End');
  await expect(stepHeading(page, 15, 15)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(stepHeading(page, 2, 15)).toBeVisible();
  await expect(field(page)).toHaveValue('0.5 +');
  await expect(field(page)).toBeFocused();
  await expect(page.locator('[aria-live]')).toContainText('Back at your own work. Step 2 of 15');
  await watchThis(page);
  await player(page).getByRole('button', { name: 'Work this step out yourself' }).click();
  await expect(field(page)).toHaveValue('0.5 +');
  await expect(field(page)).toBeFocused();
  await field(page).fill(chain[1]!);
  await field(page).press('Enter');
  await expect(stepHeading(page, 3, 15)).toBeVisible();
  // From a row of the log, and back to that step by hand.
  await page.getByRole('button', { name: 'Watch from z of the hidden unit' }).click();
  await expect(stepHeading(page, 1, 15)).toBeVisible();
  await player(page).getByRole('button', { name: 'Work this step out yourself' }).click();
  await expect(field(page)).toHaveValue(chain[0]!);
});

test('after a pass the next one is played with the new weights; then it or the one after goes on by hand', async ({
  page,
}) => {
  await comeTo(page, '?preset=chain');
  await watch(page, 'Watch pass 2');
  await page.keyboard.press('End');
  const second = derive('chain', '--pass', '2');
  const last = second.at(-1)!;
  await expect(player(page).locator('.result')).toContainText(last.value.toPrecision(4).replace('-', '−'));
  await page.getByRole('button', { name: 'Pass 3 by hand' }).click();
  await expect(field(page)).toBeFocused();
  // What was right at first in the pass before is filled in.
  await expect(stepHeading(page, 5, 15)).toBeVisible();
  await field(page).fill(derive('chain', '--pass', '3')[4]!.value.toPrecision(4));
  await field(page).press('Enter');
  await expect(stepHeading(page, 6, 15)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await watch(page, 'Watch pass 2');
  await page.getByRole('button', { name: 'Pass 2 by hand' }).click();
  // E has been right twice by now, and what a learner has shown to know stays when an answer is taken back.
  await expect(stepHeading(page, 6, 15)).toBeVisible();
  await field(page).fill(second[5]!.value.toPrecision(4));
  await field(page).press('Enter');
  // The slope of σ, right twice in the first pass, is filled in.
  await expect(stepHeading(page, 8, 15)).toBeVisible();
});

test('a sign of the ideas whose turn has not come is watched, and left for where it was', async ({
  page,
}) => {
  await page.goto('/?preset=chain');
  await page.getByRole('link', { name: /Figures about/ }).click();
  await page.getByRole('button', { name: 'E', exact: true }).first().click();
  const sign = page.getByRole('button', { name: /^δ: .*Watch step/ });
  await sign.click();
  const step = derive('chain').findIndex(({ id }) => id === 'da/dz[2][1]') + 1;
  await expect(stepHeading(page, step, 15)).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(sign).toBeFocused();
  await expect(sign).toBeInViewport();
});

test('axe finds nothing in a played pass in light or dark, wide or narrow, and nothing scrolls sideways', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/?preset=mazur');
  await expect(field(page)).toBeEnabled();
  await watchThis(page);
  await page.keyboard.press('k');
  for (const step of ['20', '39']) {
    await scrubber(page).fill(step);
    await expectClean(page, '.played');
  }
  for (const button of await player(page).getByRole('button').all()) {
    if ((await button.getAttribute('data-id')) !== null) continue;
    expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  }
});
