import type { Work } from './work.ts';

// One entry an exercise, so that coming back to an address finds the work done there.
const PREFIX = 'backstep/1/';
const LAST = 'backstep/last';

/** Storage may be forbidden or full; the page then works without it. */
export function withStorage<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

export function saveWork(address: string, work: Work): void {
  withStorage(() => {
    localStorage.setItem(PREFIX + address, JSON.stringify(work));
    localStorage.setItem(LAST, address);
  });
}

/** What is saved for an exercise, as text: saved.ts reads it. A first visit has none. */
export const savedText = (address: string): string | undefined =>
  withStorage(() => localStorage.getItem(PREFIX + address) ?? undefined);

export const lastAddress = (): string | undefined =>
  withStorage(() => localStorage.getItem(LAST) ?? undefined);
