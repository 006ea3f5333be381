import { beforeEach, expect, test, vi } from 'vitest';
import { announcer } from '../../../src/app/announcer.svelte.ts';
import { createField } from '../../../src/app/trainer/field.ts';
import { words } from '../../../src/app/words.ts';

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});

test('a value is put in, and said to be, only where there is a field', async () => {
  const write = vi.fn();
  const before = announcer.said.length;
  const field = createField(write);
  const input = { value: '2*', selectionStart: 2, selectionEnd: 2, setSelectionRange: vi.fn() };
  const detach = field.attach(input as unknown as HTMLInputElement);
  field.insert('0.5');
  await vi.dynamicImportSettled();
  const said = announcer.said.slice(before).map(({ text }) => text);
  expect(write).toHaveBeenCalledExactlyOnceWith('2*0.5');
  expect(said).toEqual([words.page.inserted('0.5')]);
  detach();
  field.insert('0.7');
  await vi.dynamicImportSettled();
  expect(write).toHaveBeenCalledOnce();
  expect(announcer.said).toHaveLength(before + 1);
});
