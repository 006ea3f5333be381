import { expect, test } from '@playwright/test';
import { expectClean } from './clean.ts';
import { field, stepHeading, watch } from './pass.ts';

test('a network is built by keyboard, its data pasted, and its first step asked', async ({ page }) => {
  const { faults } = watch(page);
  await page.goto('/?preset=mazur');
  await expect(stepHeading(page, 1, 39)).toBeVisible();
  // What is heard: a formula once, by one name, and what the network is.
  await expect(
    page.getByRole('img', { name: /^z of hidden unit 1 equals input 1 times weight from input 1 to/ }),
  ).toBeVisible();
  await expect(page.getByRole('math')).toHaveCount(0);
  const network = page.getByRole('group', { name: 'Network', exact: true });
  await expect(network).toHaveAccessibleDescription(
    /^Activation: sigmoid\. Learning rate η 0\.50\. Arrow keys/,
  );

  await page.getByRole('button', { name: 'Build or change' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { level: 2 })).toBeFocused();
  const says = (text: string | RegExp) =>
    expect(dialog.getByRole('status').filter({ hasText: text })).toBeVisible();
  const choose = (name: string, option: string) =>
    dialog.getByRole('combobox', { name, exact: true }).selectOption({ label: option });

  await dialog.getByRole('button', { name: 'One input more' }).press('Enter');
  await says('3-2-2: 14 weights and biases, 43 steps in a pass.');
  // Escape closes it and loses nothing.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Build or change' }).press('Enter');
  await says('Your changes from before are still here.');
  // Nor is one closed by what is told of the one before, which comes late.
  await page
    .getByRole('button', { name: 'Build or change', includeHidden: true })
    .evaluate((button: HTMLElement) => {
      document.querySelector('dialog')!.close();
      button.click();
    });
  await says('Your changes from before are still here.');
  await says('3-2-2: 14 weights and biases, 43 steps in a pass.');
  // A number that is refused does not stay in the field as if it were taken.
  const units = dialog.getByRole('textbox', { name: 'Units in the hidden layer' });
  await units.fill('200');
  await units.press('Tab');
  await says('Units in the hidden layer: 200 cannot be.');
  await expect(units).toHaveValue('2');
  await choose('Activation of the output layer', 'softmax');
  await choose('Bias', 'none');
  await choose('Update rule', 'Adam');
  await dialog.getByRole('combobox', { name: 'Loss', exact: true }).selectOption('cross-entropy');
  await says('3-2-2: 10 weights, 85 steps in a pass.');

  // A target that the loss does not take is told before the network is opened, and leads to its field.
  await dialog.getByText('Examples', { exact: true }).press('Enter');
  await dialog.getByRole('textbox', { name: 't 1, target 1, example 1' }).fill('1.5');
  await says('t₁, target 1, example 1: 1.5 is not from 0 to 1');
  await dialog.getByText('Examples', { exact: true }).press('Enter');
  await dialog.getByRole('button', { name: 'Open this network' }).press('Enter');
  await expect(dialog.getByRole('textbox', { name: 't 1, target 1, example 1' })).toBeFocused();

  const text = dialog.getByRole('textbox', { name: /^Or paste a table or CSV/ });
  await text.fill('a;b;c;yes;no\n0,5;1;0;1;0\n0,1;cat;1;0;1');
  await dialog.getByRole('button', { name: 'Use this table' }).press('Enter');
  await says('Row 3, column 2: “cat” is not a number.');
  // What is wrong with the whole has no field to lead to.
  await text.fill('0,1,0,1,0\n'.repeat(700));
  await dialog.getByRole('button', { name: 'Use this table' }).press('Enter');
  await says('must fit into a link of 8,000 characters');
  await dialog.getByRole('button', { name: 'Open this network' }).press('Enter');
  await expect(dialog.getByRole('button', { name: 'Open this network' })).toBeFocused();
  await text.fill('a;b;c;yes;no\n0,5;1;0;1;0\n0,1;0,2;1;0;1');
  await dialog.getByRole('button', { name: 'Use this table' }).press('Enter');
  await says('2 examples taken; the first row was read as names: a, b, c, yes, no.');

  await dialog.getByText('Weights and biases', { exact: true }).press('Enter');
  await dialog.getByRole('textbox', { name: 'w 1 1 of layer 1, from x 1 to hidden unit 1' }).focus();
  await page.evaluate(() => {
    const pasted = new DataTransfer();
    pasted.setData('text/plain', '0.1\t0.2\n0.3\t0.4\n0.5\t0.6');
    const event = new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true, cancelable: true });
    document.activeElement!.dispatchEvent(event);
  });
  await expect(
    dialog.getByRole('textbox', { name: 'w 3 2 of layer 1, from x 3 to hidden unit 2' }),
  ).toHaveValue('0.6');
  await expectClean(page, 'dialog');

  await page.setViewportSize({ width: 1280, height: 800 });
  await dialog.getByRole('button', { name: 'Open this network' }).press('Enter');
  await expect(stepHeading(page, 1, 85)).toBeVisible();
  await expect(page).toHaveURL(/exercise=/);
  await field(page).fill('0.5·0.1 + 0.3');
  await field(page).press('Enter');
  await expect(stepHeading(page, 2, 85)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page).toHaveURL(/preset=mazur$/);
  expect(faults).toEqual([]);
});

test('a number is edited where it stands in the network, by keys alone', async ({ page }) => {
  await page.goto('/?preset=mazur');
  // Until it can be answered, the field takes no focus.
  await expect(field(page)).toBeEnabled();
  await field(page).focus();
  await page.getByRole('button', { name: 'Edit a number' }).press('Enter');
  await expect(
    page.locator('span', { hasText: 'Choose a weight, a bias, an input or a target' }),
  ).toBeVisible();
  const network = page.getByRole('group', { name: 'Network', exact: true });
  const weight = network.getByRole('button', { name: /^weight from input 1 to hidden unit 1/ });
  await weight.press('Enter');
  const value = page.getByRole('textbox', {
    name: 'New value of w 1 1 of layer 1, from x 1 to hidden unit 1',
  });
  await expect(value).toBeFocused();
  await value.fill('two');
  await value.press('Enter');
  await expect(page.locator('span', { hasText: '“two” is not a number.' })).toBeVisible();
  await value.fill('0,5');
  await value.press('Enter');
  await expect(weight).toHaveAccessibleName(/: 0\.50, symbol/);
  await expect(weight).toBeFocused();
  await expect(page).toHaveURL(/exercise=/);
});

test('of a large network the asked unit is there in full, and every other one key away', async ({ page }) => {
  const layers = [8, 8, 8, 4];
  const row = (length: number, at: number) => Array.from({ length }, (_, j) => ((j + at) % 7) / 10 - 0.3);
  const file = {
    format: 'backstep-exercise/1',
    network: { layers, activations: ['tanh', 'tanh', 'sigmoid'], bias: true },
    parameters: {
      weights: layers.slice(1).map((heads, k) => Array.from({ length: layers[k]! }, (_, i) => row(heads, i))),
      biases: layers.slice(1).map((heads) => row(heads, 3)),
    },
    example: { input: row(8, 1), target: row(4, 4) },
    loss: 'half-squared-error',
    optimizer: { kind: 'sgd', learningRate: 0.5 },
  };
  await page.goto(`/?exercise=${Buffer.from(JSON.stringify(file)).toString('base64url')}`);
  await expect(stepHeading(page, 1, 465)).toBeVisible();
  const network = page.getByRole('group', { name: 'Network', exact: true });
  await expect(
    network.getByRole('button', { name: /^weight from input 8 to unit 1 of hidden layer 1/ }),
  ).toBeVisible();
  const asked = network.getByRole('button', {
    name: 'unit 1 of hidden layer 1: nothing known yet; it is asked about',
  });
  await asked.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const other = network.getByRole('button', { name: /^unit 2 of hidden layer 2: / });
  await expect(other).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(
    network.getByRole('button', { name: /^weight from unit 8 of hidden layer 1 to unit 2 of/ }),
  ).toBeVisible();
  await expectClean(page, '.picture');
});
