import { beforeEach, vi } from 'vitest';

/** What a browser keeps for a site, empty before each test of the file that asks for it. */
export function newStorage(): Map<string, string> {
  const stored = new Map<string, string>();
  beforeEach(() => {
    stored.clear();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, text: string) => stored.set(key, text),
    });
  });
  return stored;
}
