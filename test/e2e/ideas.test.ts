import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectClean } from './clean.ts';
import { derive, field, stepHeading, watch } from './pass.ts';

const figure = (page: Page, name: RegExp): Locator => page.getByRole('article', { name });

/** Goes down to the figures, which are loaded then. */
async function open(page: Page, address: string, name: RegExp): Promise<Locator> {
  await page.goto(address);
  await expect(field(page)).toBeEnabled();
  await page.getByRole('heading', { name: 'The ideas around it' }).scrollIntoViewIfNeeded();
  const found = figure(page, name);
  await found.scrollIntoViewIfNeeded();
  return found;
}

/** Presses a button as somebody without a mouse does. */
async function press(target: Locator): Promise<void> {
  await target.focus();
  await target.press('Enter');
}

const valueOf = (steps: ReturnType<typeof derive>, id: string): number =>
  steps.find((step) => step.id === id)!.value;
const minus = (value: number): string => value.toPrecision(4).replace('-', '−');

test('the figures are loaded when they come near, not before, and the keyboard finds them', async ({
  page,
}) => {
  const { faults } = watch(page);
  await page.goto('/?seed=5', { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { name: 'The ideas around it' })).toBeAttached();
  await expect(page.getByRole('article')).toHaveCount(0);
  await page.getByRole('link', { name: 'Figures about' }).focus();
  await expect(page.getByRole('article')).toHaveCount(6);
  const contents = page.getByRole('navigation', { name: 'The figures' });
  await press(contents.getByRole('link', { name: 'The learning rate' }));
  await expect(figure(page, /learning rate/)).toBeInViewport();
  expect(faults).toEqual([]);
});

test('the seven signs light up with the learner’s answers, and lead to their steps', async ({ page }) => {
  const steps = derive('--seed', '5');
  await page.goto('/?seed=5');
  await field(page).fill(valueOf(steps, 'z[1][1]').toPrecision(4));
  await field(page).press('Enter');
  await expect(stepHeading(page, 2, 28)).toBeVisible();
  const signs = await open(page, '/?seed=5', /seven signs/);
  await expect(signs.getByText('Any guess will do')).toBeVisible();
  await press(signs.getByRole('button', { name: 'a', exact: true }));
  await expect(signs.getByRole('status').first()).toContainText('The first is E, not a');
  const z = signs.getByRole('button', { name: /^z: .*1 of 3 by hand/ });
  await expect(z).toHaveClass(/lit/);
  await expect(signs.getByRole('button', { name: /^δ: .*Its turn comes later. Watch step/ })).toBeVisible();
  for (const name of ['E', '∂E/∂a', 'δ', '∂E/∂w', 'w′']) {
    await signs.getByRole('checkbox', { name, exact: true }).press('Space');
  }
  await press(signs.getByRole('button', { name: 'Is it right?' }));
  await expect(signs.getByText('from E on everything follows')).toBeVisible();
  await press(z);
  await expect(stepHeading(page, 1, 28)).toBeVisible();
  await expect(field(page)).toBeFocused();
});

test('the playhead goes forward and back along the same weights', async ({ page }) => {
  const steps = derive('--seed', '5');
  const phases = await open(page, '/?seed=5', /Two phases/);
  const playhead = phases.getByRole('slider');
  await playhead.press('End');
  await press(phases.getByRole('button', { name: 'weight from input 1 to hidden unit 1' }));
  await expect(phases.getByText('further from E')).toBeVisible();
  await press(phases.getByRole('button', { name: 'weight from hidden unit 1 to the output' }));
  await playhead.press('ArrowLeft');
  await expect(phases.getByText(`its δ, ${minus(valueOf(steps, 'dE/dz[2][1]'))}`)).toBeVisible();
  await playhead.press('ArrowLeft');
  await playhead.press('ArrowLeft');
  await expect(playhead).toHaveAttribute('aria-valuetext', /goes back to hidden unit 1/);
  await expect(phases.locator('p', { hasText: `δ = ${minus(valueOf(steps, 'dE/dz[1][1]'))}` })).toBeVisible();
  await playhead.press('Home');
  await expect(phases.getByText('Each arrow has been used twice')).toBeVisible();
  const answer = phases.getByRole('textbox');
  await answer.fill('99');
  await answer.press('Enter');
  await expect(phases.getByText('Not yet')).toBeVisible();
  await answer.fill(String(valueOf(steps, 'dE/da[1][1]')));
  await answer.press('Enter');
  await expect(phases.getByText(/^Right/)).toBeVisible();
});

test('the arrows from a weight to E give the factors of its gradient; the fork adds a second way', async ({
  page,
}) => {
  const steps = derive('--seed', '5');
  const chain = await open(page, '/?seed=5', /chain rule/);
  await press(chain.getByRole('button', { name: '3', exact: true }));
  await expect(chain.getByRole('status').first()).toContainText('It is 5');
  await press(chain.getByRole('button', { name: /to the output/ }));
  await press(chain.getByRole('button', { name: 'the arrow to E' }));
  const slope = minus(valueOf(steps, 'dE/dw[1][1][1]'));
  // The product of the factors as printed: its last digit may be another.
  await expect(chain.getByText(`= ${slope.slice(0, -1)}`).first()).toBeVisible();
  await expect(chain.getByRole('listitem')).toHaveCount(6);
  await chain.getByRole('slider').press('Home');
  await expect(chain.getByText('Times a move of −0.10')).toBeVisible();
  await chain.getByRole('checkbox').press('Space');
  const fork = valueOf(derive('fork'), 'dE/dw[1][1][1]');
  await expect(chain.getByText(new RegExp(`[=≈]\\s∂E/\u2060∂w₁₁⁽¹⁾\\s=\\s${minus(fork)}`))).toBeVisible();
  await expect(chain.getByRole('list')).toHaveCount(2);
  await chain.getByRole('textbox').fill(String(valueOf(steps, 'dE/dw[1][2][1]')));
  await chain.getByRole('textbox').press('Enter');
  await expect(chain.getByText(/^Right/)).toBeVisible();
});

test('no slope of σ is above ¼, and a unit whose z is far out stops learning', async ({ page }) => {
  const slope = await open(page, '/?seed=5', /activation and its slope/);
  await press(slope.getByRole('button', { name: 'at z = 0' }));
  await press(slope.getByRole('button', { name: 'Here', exact: true }));
  await expect(slope.getByText('That is not above 0.25')).toBeVisible();
  await press(slope.getByRole('button', { name: 'Nowhere' }));
  await expect(slope.getByText('at most ¼')).toBeVisible();
  await expect(slope.getByText('still learns')).toBeVisible();
  await slope.getByRole('slider').press('End');
  await expect(slope.getByText('those weights hardly move')).toBeVisible();
  await press(slope.getByRole('button', { name: 'Back to the z' }));
  const own = minus(valueOf(derive('--seed', '5'), 'dE/dz[1][1]'));
  await expect(slope.getByText(`δ of hidden unit 1 is ${own}.`)).toBeVisible();
});

test('three curves are told apart before they are named; then η is moved on the learner’s own slope', async ({
  page,
}) => {
  const rate = await open(page, '/?seed=5', /learning rate/);
  await press(rate.getByRole('button', { name: 'Name them' }));
  await expect(rate.getByText('Give each curve a name')).toBeVisible();
  for (const [i, kind] of ['too small', 'good', 'too large'].entries()) {
    await rate.getByRole('combobox').nth(i).selectOption(kind);
  }
  await expect(rate.getByRole('slider')).toHaveCount(0);
  await press(rate.getByRole('button', { name: 'Name them' }));
  await press(rate.getByRole('button', { name: /^yours: 0\.50/ }));
  const steps = derive('--seed', '5');
  await expect(rate.getByText(`${minus(valueOf(steps, 'E'))} at first`).first()).toBeVisible();
  await rate.getByRole('slider').press('End');
  await expect(rate.getByRole('slider')).toHaveAttribute('aria-valuetext', /the slopes promise a fall of/);
  await press(rate.getByRole('button', { name: /^higher/ }));
  await expect(rate.getByText('After 100 passes with η = 50')).toBeVisible();
});

/** Makes every guess, so that all is shown. */
async function openAll(page: Page, address: string): Promise<void> {
  await open(page, address, /seven signs/);
  await figure(page, /seven signs/)
    .getByRole('button', { name: 'E', exact: true })
    .click();
  await figure(page, /Two phases/)
    .getByRole('slider')
    .press('End');
  await figure(page, /chain rule/)
    .getByRole('button', { name: '5', exact: true })
    .click();
  await figure(page, /its slope/)
    .getByRole('button', { name: 'at z = 0' })
    .click();
  const rate = figure(page, /learning rate/);
  const selects = rate.getByRole('combobox');
  await expect(selects.first()).toBeVisible();
  for (let i = 0; i < (await selects.count()); i += 1) await selects.nth(i).selectOption({ index: i + 1 });
  await rate.getByRole('button', { name: 'Name them' }).click();
  await rate.getByRole('button', { name: /^good: / }).click();
}

// The widest of them, and the one with several examples.
for (const address of ['/?preset=mazur', '/?preset=xor']) {
  test(`axe finds nothing in the figures, and nothing scrolls sideways at 320 px: ${address}`, async ({
    page,
  }) => {
    await openAll(page, address);
    // What is heard of a slider is what stands beside it, in words and rounded.
    const heard = await page
      .getByRole('slider')
      .evaluateAll((sliders) => sliders.map((slider) => slider.getAttribute('aria-valuetext')));
    expect(heard.length).toBeGreaterThanOrEqual(3);
    for (const text of heard) expect(text).toMatch(/^(?!.*(?:[₀-₉⁰-⁹⁽−]|\d\.\d{7})).+$/);
    await expectClean(page, '.ideas');
  });
}
