import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type axeCore from 'axe-core';

const LOOKS = [
  [1280, 'light'],
  [320, 'dark'],
] as const;

/** The rules of WCAG 2.2 A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type PageWithAxe = typeof globalThis & { axe?: typeof axeCore };

/** What axe finds wrong within `part`. axe is read once by each page, as that takes as long as what it does. */
async function violations(page: Page, part: string, isAll: boolean): Promise<readonly object[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(`${AXE};0`);
  return page.evaluate(
    async ([part, tags]) => {
      // What is right it need not describe: a third of its time. It finds the same.
      const options = { resultTypes: ['violations' as const] };
      const found = await (globalThis as PageWithAxe).axe!.run(
        part,
        tags === null ? options : { ...options, runOnly: tags },
      );
      return found.violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ html }) => html) }));
    },
    [part, isAll ? null : RULES] as const,
  );
}

/**
 * axe finds nothing within `part`, and nothing scrolls sideways: wide in light, narrow in dark.
 * @param isAll by all rules that axe has, not only those of WCAG
 */
export async function expectClean(page: Page, part = 'html', isAll = false): Promise<void> {
  for (const [width, colorScheme] of LOOKS) {
    await page.setViewportSize({ width, height: 800 });
    // Fading values would be judged by their half-way colours.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await violations(page, part, isAll)).toEqual([]);
    const overflow = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('dialog[open]')].map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      ),
    );
    expect(Math.max(...overflow), `sideways at ${width} px`).toBeLessThanOrEqual(0);
  }
}
