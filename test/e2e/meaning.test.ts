import { expect, test, type Locator, type Page } from '@playwright/test';
import { comeTo } from './begun.ts';
import { expectClean } from './clean.ts';
import { answerAll, derive, field, stepHeading, watch, type DerivedStep } from './pass.ts';

const toFour = (value: number): string => value.toPrecision(4);
const asShown = (value: number): string => toFour(value).replace('-', '−');
const valueOf = (steps: readonly DerivedStep[], id: string): number =>
  steps.find((step) => step.id === id)!.value;
const network = (page: Page): Locator => page.getByRole('group', { name: 'Network', exact: true });
/** What the diagram shows of a quantity. */
const cell = (page: Page, id: string): Locator => page.locator(`.diagram [data-id="${id}"] .number`);
/** Where the field stands on the page, wherever it is scrolled to. */
const top = (page: Page): Promise<number> =>
  field(page).evaluate((element) => element.getBoundingClientRect().top + scrollY);

test('once the loss is known weights can be turned; each turn costs a forward pass, typing ends it', async ({
  page,
}) => {
  const { faults } = watch(page);
  const steps = derive('--seed', '5');
  await comeTo(page, '?seed=5', 'dE/da[2][1]');
  const band = page.getByRole('group', { name: 'Why go backward?' });
  await expect(band).toContainText(`The network says ${asShown(valueOf(steps, 'a[2][1]'))}`);
  await expect(band).toContainText('Turn one of the six weights.');
  await expect(field(page)).toBeFocused();
  const before = await cell(page, 'E').textContent();
  await band.getByRole('combobox').selectOption({ index: 4 });
  // However fast they come, each is counted.
  for (let i = 1; i <= 6; i += 1) await band.getByRole('slider').press('ArrowRight');
  await expect(band).toContainText('turns so far: 6, each costs a forward pass');
  await expect(band).toContainText('One pass back gives all six slopes at once.');
  await expect(cell(page, 'E')).not.toHaveText(before!);
  await field(page).focus();
  const y = await top(page);
  await page.keyboard.type('0');
  await expect(band).toHaveCount(0);
  await expect(cell(page, 'E')).toHaveText(before!);
  expect(await top(page)).toBe(y);
  await field(page).fill(toFour(valueOf(steps, 'dE/da[2][1]')));
  await field(page).press('Enter');
  await expect(stepHeading(page, 9, 28)).toBeVisible();
  expect(faults).toEqual([]);
});

test('on a phone what is turned stands below the field, which stays where it is', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await comeTo(page, '?preset=fork', 'dE/da[2][1]');
  const band = page.getByRole('group', { name: 'Why go backward?' });
  await expect(band).toContainText('0.90 and 0.10');
  expect((await band.boundingBox())!.y).toBeGreaterThan((await field(page).boundingBox())!.y);
  await band.getByRole('slider').press('ArrowLeft');
  await expect(band).toContainText('turns so far: 1,');
  await field(page).focus();
  const y = await top(page);
  await page.keyboard.type('1');
  await expect(band).toHaveCount(0);
  expect(await top(page)).toBe(y);
});

for (const id of ['dE/da[2][1]', 'dE/da[1][1]']) {
  test(`before ${id}, a first slope of E, there is a guess, which nothing waits for`, async ({ page }) => {
    const steps = derive('--seed', '5');
    await comeTo(page, '?seed=5', id);
    const rises = valueOf(steps, id) > 0;
    const guess = page.getByRole('group', { name: /^A guess first/ });
    const y = await top(page);
    await guess.getByRole('button', { name: rises ? 'E rises' : 'E falls' }).press('Enter');
    await expect(guess.getByRole('status')).toContainText('The network agrees');
    await guess.getByRole('button', { name: rises ? 'E falls' : 'E rises' }).press('Enter');
    await expect(guess.getByRole('status')).toContainText('The network does not agree');
    await expect(guess.getByRole('status')).toContainText(rises ? 'E rises.' : 'E falls.');
    expect(await top(page)).toBe(y);
    await expect(stepHeading(page, steps.findIndex((step) => step.id === id) + 1, 28)).toBeVisible();
  });
}

test('beside δ a mark says which way z should go, in its name too', async ({ page }) => {
  const steps = derive('fork');
  await comeTo(page, '?preset=fork', 'dE/dw[2][1][1]');
  for (const [id, unit] of [
    ['dE/dz[2][1]', 'output 1'],
    ['dE/dz[2][2]', 'output 2'],
  ] as const) {
    const way = valueOf(steps, id) > 0 ? 'down' : 'up';
    const name = new RegExp(`slope of E along z of ${unit}: .*to lower E, z should go ${way}$`);
    await expect(network(page).getByRole('button', { name })).toHaveCount(1);
  }
  await expect(page.locator('.wish')).toHaveCount(2);
});

test('after the first slope of a layer the whole path stands there, with two outputs a sum of two', async ({
  page,
}) => {
  const steps = derive('fork');
  await comeTo(page, '?preset=fork', "w'[1][1][1]");
  const ribbon = page.getByRole('list', { name: /Both paths from E to w₁₁⁽¹⁾/ });
  await expect(ribbon.getByRole('listitem')).toHaveCount(2);
  for (const [row, unit] of [1, 2].entries()) {
    const first = asShown(valueOf(steps, `dE/da[2][${unit}]`));
    await expect(ribbon.getByRole('listitem').nth(row)).toContainText(first);
  }
  // The sum of the products as printed may have another last digit.
  const slope = asShown(valueOf(steps, 'dE/dw[1][1][1]'));
  await expect(page.getByText(new RegExp(`[=≈] ∂E/∂w₁₁⁽¹⁾ = ${slope}`))).toBeVisible();
  await field(page).fill('1');
  await expect(ribbon).toHaveCount(0);
});

test('a question without numbers is answered in the network, and then values go into the field again', async ({
  page,
}) => {
  const steps = derive('--seed', '5');
  await comeTo(page, '?seed=5', "w'[1][1][1]");
  const question = page.getByRole('group', { name: 'One question without numbers' });
  const weight = network(page).getByRole('button', { name: /^weight from input 1 to hidden unit 1: / });
  await question.getByRole('button', { name: 'Answer it' }).click();
  await expect(field(page)).toBeFocused();
  const gradients = steps.filter(({ id }) => id.startsWith('dE/dw'));
  const most = gradients.reduce((best, step) => (Math.abs(step.value) > Math.abs(best.value) ? step : best));
  await weight.click();
  const agrees = most.id === 'dE/dw[1][1][1]';
  await expect(question.getByRole('status')).toContainText(
    agrees ? 'The network agrees' : 'The network does not agree',
  );
  await expect(field(page)).toHaveValue('');
  await weight.click();
  await expect(field(page)).not.toHaveValue('');
  await expect(question).toHaveCount(0);
});

test('what a question has moved down when it was opened is not moved back by the next answer', async ({
  page,
}) => {
  const steps = derive('softmax');
  await comeTo(page, '?preset=softmax', 'a[1][1]');
  const question = page.getByRole('group', { name: 'One question without numbers' });
  const below = (): Promise<number> =>
    page
      .getByRole('button', { name: 'New network' })
      .evaluate((button) => button.getBoundingClientRect().top + scrollY);
  await question.getByRole('button', { name: 'Answer it' }).click();
  await question.getByRole('group').getByRole('button').first().click();
  await expect(question.getByRole('status')).not.toBeEmpty();
  const opened = await below();
  await field(page).fill(toFour(valueOf(steps, 'a[1][1]')));
  await field(page).press('Enter');
  await expect(question).toHaveCount(0);
  expect(await below()).toBeCloseTo(opened, 0);
});

test('a question of each phase can be answered by its buttons', async ({ page }) => {
  const steps = derive('mazur');
  await page.goto('/?preset=mazur');
  let done = 0;
  for (const id of ['a[2][1]', 'E[1]', 'dE/dw[2][1][1]', "w'[1][1][1]"]) {
    const at = steps.findIndex((step) => step.id === id);
    for (; done < at; done += 1) {
      await expect(stepHeading(page, done + 1, steps.length)).toBeVisible();
      await field(page).fill(toFour(steps[done]!.value));
      await field(page).press('Enter');
    }
    const question = page.getByRole('group', { name: 'One question without numbers' });
    await question.getByRole('button', { name: 'Answer it' }).press('Enter');
    await question.getByRole('group').getByRole('button').first().press('Enter');
    await expect(question.getByRole('status')).toContainText(/^The network (agrees|does not agree): /);
  }
});

test('with the last new weight the values ripple forward, layer by layer; a key ends it at once', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.clock.install();
  await page.goto('/?preset=chain');
  const steps = derive('chain');
  const later = derive('chain', '--pass', '2');
  for (const isInterrupted of [false, true]) {
    const answers = steps.map(({ value }) => toFour(value));
    await answerAll(page, answers.slice(0, -1), steps.length);
    await page.clock.pauseAt(new Date(Date.now() + 600_000 * (isInterrupted ? 2 : 1)));
    await field(page).fill(answers.at(-1)!);
    await field(page).press('Enter');
    await expect(page.getByRole('heading', { name: 'Pass 1 done' })).toBeFocused();
    const ids = ['z[1][1]', 'z[2][1]', 'E'];
    const old = ids.map((id) => asShown(valueOf(steps, id)));
    const now = ids.map((id) => asShown(valueOf(later, id)));
    const seen = (numbers: readonly string[]) =>
      expect(async () => {
        expect(await Promise.all(ids.map((id) => cell(page, id).textContent()))).toEqual(numbers);
      }).toPass();
    await expect(cell(page, 'w[1][1][1]')).toHaveText(asShown(valueOf(steps, "w'[1][1][1]")));
    await seen(old);
    if (isInterrupted) {
      await page.keyboard.press('Shift');
      await seen(now);
      continue;
    }
    for (const layer of [1, 2, 3]) {
      await page.clock.runFor(90);
      await seen([...now.slice(0, layer), ...old.slice(layer)]);
    }
    await page.clock.resume();
    await page.getByRole('button', { name: 'Same again' }).click();
  }
});

test('at the end of the pass: a placed η, the loss of one step of it, and the way to σ′', async ({
  page,
}) => {
  const { faults } = watch(page);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await comeTo(page, '?seed=5');
  const dare = page.getByRole('region', { name: 'How far would you dare?' });
  const slider = dare.getByRole('slider');
  await expect(dare.locator('path.curve')).toHaveCount(1); // that of the legend
  const said = dare.getByText('It is lowest at η = ');
  await slider.press('ArrowRight');
  await expect(said).toHaveCount(0);
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox())!;
  await page.mouse.move(box.x + 8, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2, { steps: 4 });
  await expect(said).toHaveCount(0);
  await page.mouse.up();
  await expect(said).toBeVisible();
  // Those who do not see it hear the gist of it.
  await expect(page.locator('[aria-live]')).toContainText('The loss is lowest at η = ');
  await expect(dare.locator('path.curve')).toHaveCount(2);
  await slider.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', /promise a fall of 0\. The loss falls by 0\./);
  await page.getByText('Who made the loss fall?').click();
  await page.getByRole('link', { name: 'See the slope of σ' }).click();
  await expect(page.getByRole('article', { name: /its slope/ })).toBeInViewport();
  expect(faults).toEqual([]);
});

test('beyond the count: how the example should change', async ({ page }) => {
  await comeTo(page, '?seed=5');
  await page.getByText('How would you change the example').click();
  const bonus = page.getByRole('textbox', { name: '∂E/∂x₁' });
  await bonus.fill('99');
  await bonus.press('Enter');
  await expect(page.locator('.bonus').getByText('Which arrows leave x₁')).toBeVisible();
  await bonus.fill('dE/dz[1][1]*w[1][1][1] + dE/dz[1][2]*w[1][1][2]');
  await bonus.press('Enter');
  await expect(page.locator('.bonus').getByText(/^Right, .*To lower the loss, x/)).toBeVisible();
  await expect(page.getByRole('list', { name: 'Log' }).getByText('x')).toHaveCount(0);
});

/** What there is to see, each opened as a learner opens it. */
const STATES: Readonly<
  Record<string, { readonly until?: string; readonly open: (page: Page) => Promise<void> }>
> = {
  'why go backward, and a guess': {
    until: 'dE/da[2][1]',
    open: async (page) => {
      await page.getByRole('button', { name: 'E rises' }).click();
      await page.getByRole('group', { name: 'Why go backward?' }).getByRole('slider').press('ArrowRight');
    },
  },
  'a path and a question': {
    until: "w'[1][1][1]",
    open: async (page) => {
      await page.getByRole('button', { name: 'Answer it' }).click();
      await page
        .getByRole('group', { name: 'One question without numbers' })
        .getByRole('group')
        .getByRole('button')
        .first()
        .click();
    },
  },
  'the end': {
    open: async (page) => {
      await page.getByRole('button', { name: 'Show the loss' }).click();
      await page.getByText('Who made the loss fall?').click();
      await page.getByText('How would you change the example').click();
    },
  },
};

for (const [name, { until, open }] of Object.entries(STATES)) {
  test(`axe finds nothing in light or dark, and nothing scrolls sideways at 320 px: ${name}`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await comeTo(page, '?preset=fork', until);
    await open(page);
    await expectClean(page);
  });
}
