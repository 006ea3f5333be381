import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { openSession } from '../../../src/app/session/session.svelte.ts';

// Files as browsers hold them, under "backstep/1/" and the address. They stay as they are: a change that cannot read one
// costs somebody their work.

const savedAs = (name: string): string =>
  readFileSync(new URL(`saved/${name}.json`, import.meta.url), 'utf8');

test.each(['with-notation', 'without-notation'])('work saved %s is found again, whole', async (name) => {
  const text = savedAs(name);
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => (key === 'backstep/1/?seed=7' ? text : null),
    setItem: () => undefined,
  });
  const { desk } = await openSession({ kind: 'seed', seed: 7 });
  expect(desk.work).toEqual(JSON.parse(text));
  expect([...desk.answers.keys()]).toEqual(['z[1][1]', 'a[1][1]']);
  expect(desk.checked.get('z[1][1]')?.verdict).toBe('correct');
  expect([desk.step?.id, desk.next?.id, desk.work.aside]).toEqual(['z[1][1]', 'z[1][2]', '0.5 +']);
});
