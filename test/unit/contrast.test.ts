import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/app/app.css', 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
const tokens = (block: string) =>
  new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name!, colour!]));

const TEXT = ['ink', 'soft', 'fwd', 'loss', 'back', 'upd', 'note'];
const GROUNDS = ['paper', 'card', 'fwd-bg', 'loss-bg', 'back-bg', 'upd-bg', 'note-bg'];

/** Relative luminance of #rrggbb, 0–1 (WCAG 2.2). */
const luminance = (colour: string): number => {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = parseInt(colour.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};

const contrast = (one: string, other: string): number => {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
};

describe.each([
  { theme: 'light', colours: tokens(light) },
  { theme: 'dark', colours: tokens(dark) },
])('$theme', ({ colours }) => {
  test.each(TEXT)('--%s is readable on every ground', (text) => {
    for (const ground of GROUNDS) {
      expect(contrast(colours.get(text)!, colours.get(ground)!), `on --${ground}`).toBeGreaterThanOrEqual(
        4.5,
      );
    }
  });
});
