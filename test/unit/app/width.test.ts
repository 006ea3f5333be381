import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PHONE } from '../../../src/app/trainer/width.ts';

test('every style sheet means the same by a phone on its side as the scripts', () => {
  const queries = readdirSync('src/app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(svelte|css)$/.test(file))
    .flatMap((file) => readFileSync(`src/app/${file}`, 'utf8').match(/@media[^{]*/g) ?? [])
    // What else is as narrow may stand beside it.
    .flatMap((query) =>
      query
        .replace('@media', '')
        .split(',')
        .map((part) => part.trim()),
    )
    .filter((part) => part.includes('max-width: 960px) and (max-height'));
  const [, onItsSide] = PHONE.split(', ');
  expect(queries.length).toBeGreaterThan(4);
  for (const query of queries) expect([onItsSide, `(min-width: 560px) and ${onItsSide}`]).toContain(query);
});
