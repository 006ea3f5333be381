import { afterEach, expect, test, vi } from 'vitest';
import { copyText } from '../../../src/app/copy-text.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([
  ['there is none, as on plain http', {}, false],
  ['it is refused', { clipboard: { writeText: () => Promise.reject(new Error('refused')) } }, false],
  ['it is allowed', { clipboard: { writeText: () => Promise.resolve() } }, true],
])(
  'what is to be copied never fails, whether it can be or not: of the clipboard %s',
  async (_, navigator, isCopied) => {
    vi.stubGlobal('navigator', navigator);
    expect(await copyText('E = 0.2984')).toBe(isCopied);
  },
);
