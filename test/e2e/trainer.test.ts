import { expect, test } from '@playwright/test';
import { comeTo } from './begun.ts';
import { answerAll, derive, field, roundedFromRounded, stepHeading, watch } from './pass.ts';

const toFour = (value: number): string => value.toPrecision(4);

const SEED = 20261124;

test(`a learner works through the whole pass of network ${SEED} and sees the loss fall`, async ({ page }) => {
  const { faults } = watch(page);
  await page.goto(`/?seed=${SEED}`);
  const steps = derive('--seed', String(SEED));
  await answerAll(
    page,
    steps.map(({ value }) => toFour(value)),
  );
  const heading = page.getByRole('heading', { name: 'Pass 1 done' });
  await expect(heading).toBeFocused();
  await expect(field(page)).toHaveCount(0);
  const loss = steps.find(({ id }) => id === 'E')!.value;
  const row = page.getByRole('row', { name: /Loss E/ });
  const [before, after] = (await row.getByRole('cell').allTextContents()).map(Number);
  expect(before).toBeCloseTo(loss, 4);
  expect(after).toBeLessThan(before!);
  expect(faults).toEqual([]);
});

test('a whole pass works by keys alone at 360 px, each value from the rounded ones before it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/?seed=5');
  await expect(stepHeading(page, 1, 28)).toBeVisible();
  const isFocused = () => field(page).evaluate((element) => element === document.activeElement);
  for (let tabs = 0; tabs < 30 && !(await isFocused()); tabs += 1) await page.keyboard.press('Tab');
  await expect(field(page)).toBeFocused();
  for (const [i, answer] of roundedFromRounded(5).entries()) {
    await expect(stepHeading(page, i + 1, 28)).toBeVisible();
    await expect(field(page)).toHaveValue('');
    await page.keyboard.type(answer);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { name: 'Pass 1 done' })).toBeFocused();
});

test('a click on the field moves nothing, and only then it looks as if it took what is typed', async ({
  page,
}) => {
  await page.goto('/?seed=5');
  await expect(stepHeading(page, 1, 28)).toBeVisible();
  const edge = () => field(page).evaluate((element) => getComputedStyle(element).borderColor);
  const before = await edge();
  // The question is above the screen.
  await field(page).evaluate((element) => {
    scrollBy(0, element.getBoundingClientRect().top - 40);
  });
  const { x, y } = (await field(page).boundingBox())!;
  const under = () =>
    page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.id, [x + 20, y + 20] as const);
  await page.mouse.click(x + 20, y + 20);
  // What judges an answer, and follows the focus, is loaded.
  await expect(page.getByRole('button', { name: 'Edit a number' })).toBeAttached();
  expect(await under()).toBe('answer');
  expect(await edge()).not.toBe(before);
  await page.getByRole('button', { name: 'Hint' }).focus();
  await page.mouse.click(x + 20, y + 20);
  expect(await under()).toBe('answer');
  await expect(field(page)).toBeFocused();
});

test('a wrong answer stays, is met with a question, and is announced once', async ({ page }) => {
  await page.goto('/?seed=5');
  await field(page).fill('99.5');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(field(page)).toHaveValue('99.5');
  await expect(stepHeading(page, 1, 28)).toBeVisible();
  await expect(page.locator('[aria-live]').filter({ hasText: 'Not yet' })).toHaveCount(1);
});

test('what cannot be read is shown with its place while it is being typed, and costs nothing', async ({
  page,
}) => {
  await page.goto('/?seed=5');
  await field(page).fill('0.5 * qq');
  await expect(page.locator('#echo u')).toHaveText('qq');
  await field(page).press('Enter');
  await expect(stepHeading(page, 1, 28)).toBeVisible();
  // What was said of it goes with the text that it was said of.
  await expect(page.locator('#told')).toBeVisible();
  await field(page).fill('');
  await expect(page.locator('#told')).toHaveCount(0);
});

test('Hint shows the formula with its numbers; Show me fills in and moves on', async ({ page }) => {
  await page.goto('/?preset=mazur');
  await expect(stepHeading(page, 1, 39)).toBeVisible();
  const hint = page.getByRole('button', { name: 'Hint' });
  // Where to look, the principle, all numbers but one, all of them: the formula stands there from the start.
  await hint.click();
  await expect(page.locator('.help .hint')).toHaveCount(1);
  await hint.click();
  await expect(page.locator('.help .hint')).toHaveCount(2);
  await hint.click();
  await expect(page.getByText('With all numbers put in but one')).toBeAttached();
  await hint.click();
  await expect(page.getByText('With the numbers put in')).toBeAttached();
  await expect(hint).toBeDisabled();
  await page.getByRole('button', { name: 'Show me' }).click();
  await expect(stepHeading(page, 2, 39)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Log' }).getByText('0.3775')).toBeVisible();
});

test('a value of the network is put into the answer where the caret is', async ({ page }) => {
  await page.goto('/?seed=1');
  await expect(stepHeading(page, 1, 28)).toBeVisible();
  const network = page.getByRole('group', { name: 'Network', exact: true });
  await network.getByRole('button', { name: /^input 1: / }).click();
  await network.getByRole('button', { name: /^weight from input 1 to hidden unit 1: / }).click();
  await expect(field(page)).toHaveValue('0.39·(−0.67)');
});

test('reload, another address and back lose nothing, mid-step too', async ({ page }) => {
  await page.goto('/?seed=5');
  const [first] = derive('--seed', '5');
  await field(page).fill(toFour(first!.value));
  await field(page).press('Enter');
  await expect(stepHeading(page, 2, 28)).toBeVisible();
  await field(page).fill('0.5 + ');
  await page.reload();
  await expect(stepHeading(page, 2, 28)).toBeVisible();
  await expect(field(page)).toHaveValue('0.5 + ');
  await page.getByRole('button', { name: 'New network' }).click();
  await expect(stepHeading(page, 1, 28)).toBeVisible();
  await expect(page).toHaveURL(/seed=\d+$/);
  await page.goBack();
  await expect(stepHeading(page, 2, 28)).toBeVisible();
  await expect(field(page)).toHaveValue('0.5 + ');
});

test('undo takes a new network and an answer back', async ({ page }) => {
  await page.goto('/?seed=5');
  const [first] = derive('--seed', '5');
  await field(page).fill(toFour(first!.value));
  await field(page).press('Enter');
  await page.getByRole('button', { name: 'New network' }).click();
  await expect(stepHeading(page, 1, 28)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(stepHeading(page, 2, 28)).toBeVisible();
  await expect(page).toHaveURL(/seed=5$/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(stepHeading(page, 1, 28)).toBeVisible();
});

test('an answer handed in while what judges it is still loading is kept, whatever is pressed next', async ({
  page,
}) => {
  await page.goto('/?seed=5');
  await expect(stepHeading(page, 1, 28)).toBeVisible();
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*.js', async (route) => {
    await released;
    await route.continue();
  });
  const [first] = derive('--seed', '5');
  await field(page).fill(toFour(first!.value));
  await field(page).press('Enter');
  await page.getByRole('button', { name: 'New network' }).click();
  await expect(page).not.toHaveURL(/seed=5$/);
  release();
  await page.goBack();
  await expect(page).toHaveURL(/seed=5$/);
  await expect(stepHeading(page, 2, 28)).toBeVisible();
});

test('after the pass the page trains on in a worker, and pass 12 starts from there', async ({ page }) => {
  await comeTo(page, '?preset=chain');
  await page.getByRole('button', { name: '10 passes', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Pass 11 done' })).toBeFocused();
  // What the pass by hand led to is still there.
  await expect(page.getByText('Who made the loss fall?')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'How far would you dare?' })).toBeVisible();
  await page.getByRole('button', { name: 'Pass 12 by hand' }).click();
  const later = derive('chain', '--pass', '12');
  // Both z and both a were right at first: they are filled in.
  await expect(stepHeading(page, 5, 15)).toBeVisible();
  await field(page).fill(toFour(later[4]!.value));
  await field(page).press('Enter');
  await expect(stepHeading(page, 6, 15)).toBeVisible();
});

test('an edited number makes an exercise with an address of its own', async ({ page }) => {
  await page.goto('/?preset=chain');
  await page.getByRole('button', { name: 'Build or change' }).click();
  await page.getByRole('textbox', { name: 'learning rate' }).fill('0,25');
  await page.getByRole('button', { name: 'Open this network' }).click();
  await expect(page).toHaveURL(/exercise=/);
  await expect(page.getByText('0.25', { exact: true })).toBeVisible();
});

test('a training can be stopped, and what it has come to stands', async ({ page }) => {
  await comeTo(page, '?preset=chain');
  await page.evaluate(() => {
    // A worker that has all the time in the world, so that the training is still under way when it is stopped.
    const post = Reflect.get(Worker.prototype, 'postMessage') as (this: Worker, order: object) => void;
    Worker.prototype.postMessage = function (this: Worker, order: object) {
      post.call(this, { ...order, passes: 50_000_000 });
    };
  });
  await page.getByRole('button', { name: '1,000 passes' }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  const heading = page.getByRole('heading', { name: /^Pass \d+ done$/ });
  const stopped = await heading.textContent();
  await page.reload();
  await expect(heading).toHaveText(stopped!);
});

test('every act leaves the focus somewhere', async ({ page }) => {
  await page.goto('/?seed=5');
  const answers = derive('--seed', '5').map(({ value }) => toFour(value));
  for (const answer of answers.slice(0, 3)) {
    await field(page).fill(answer);
    await field(page).press('Enter');
  }
  await expect(stepHeading(page, 4, 28)).toBeVisible();
  for (const name of [/Look again/, /Back to step/, 'Hint', 'Show me', 'Undo', 'Same again']) {
    await page.getByRole('button', { name }).first().click();
    const isSomewhere = () => page.evaluate(() => document.activeElement !== document.body);
    await expect.poll(isSomewhere, { message: String(name) }).toBe(true);
  }
});
