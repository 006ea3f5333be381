import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const LOOKS = [
  [1280, 'light'],
  [320, 'dark'],
] as const;

/** The rules of WCAG 2.2 A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe found to be right it need not describe: a third of its time. It finds the same. */
const REPORT = { resultTypes: ['violations' as const] };

/**
 * axe finds nothing within `part`, and nothing scrolls sideways: wide in light, narrow in dark.
 * @param isAll by all rules that axe has, not only those of WCAG
 */
export async function expectClean(page: Page, part = 'html', isAll = false): Promise<void> {
  for (const [width, colorScheme] of LOOKS) {
    await page.setViewportSize({ width, height: 800 });
    // Fading values would be judged by their half-way colours.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Legacy: in this page, without a second one for frames, of which there are none.
    const axe = new AxeBuilder({ page }).include(part).options(REPORT).setLegacyMode(true);
    const { violations } = await (isAll ? axe : axe.withTags(RULES)).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }))).toEqual([]);
    const overflow = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('dialog[open]')].map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      ),
    );
    expect(Math.max(...overflow), `sideways at ${width} px`).toBeLessThanOrEqual(0);
  }
}
