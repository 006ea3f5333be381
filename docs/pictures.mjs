// Takes the README's pictures of the running site anew: `npm start` in one terminal, `node docs/pictures.mjs` in another.
import { chromium } from '@playwright/test';
import { launchOptions } from '../scripts/chromium.mjs';

const site = process.argv[2] ?? 'http://127.0.0.1:4173/';
/** The first twelve answers of network 1, so that step 13 is asked. */
const ANSWERS = [
  ...['0.39·(−0.67) + 0.56·(−0.93)', 'σ(z)', '0.39·0.60 + 0.56·0.66', 'σ(z)'],
  ...['0.3139·0.52 + 0.6465·(−0.54)', 'σ(z)', '½(0.08 − 0.4537)²', '0.4537 − 0.08'],
  ...['0.4537·(1 − 0.4537)', '0.3737·0.2479', '0.09264·0.3139', '0.09264·0.6465'],
];
const PICTURES = [
  { name: 'trainer', width: 1280, height: 800, colorScheme: 'light' },
  { name: 'trainer-phone', width: 390, height: 780, colorScheme: 'dark' },
];

const browser = await chromium.launch(launchOptions());
for (const { name, width, height, colorScheme } of PICTURES) {
  const isPhone = width < 500;
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme,
    hasTouch: isPhone,
    isMobile: isPhone,
    reducedMotion: 'reduce',
  });
  await page.goto(`${site}?seed=1`);
  for (const [i, answer] of ANSWERS.entries()) {
    await page.getByRole('heading', { name: `Step ${i + 1} of 28` }).waitFor();
    const field = page.getByRole('textbox', { name: 'Your answer' });
    await field.fill(answer);
    await field.press('Enter');
  }
  await page.getByRole('heading', { name: 'Step 13 of 28' }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  // A phone stays where the page has put it: at the network and the field.
  if (!isPhone) {
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
  }
  await page.screenshot({ path: `docs/${name}.png` });
}
await browser.close();
