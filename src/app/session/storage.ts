import type { Work } from './work.ts';

// One entry an exercise, so that coming back to an address finds the work done there.
const PREFIX = 'backstep/1/';
const LAST = 'backstep/last';

/** Storage may be forbidden or full; the page then works without it. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

export function saveWork(address: string, work: Work): void {
  attempt(() => {
    localStorage.setItem(PREFIX + address, JSON.stringify(work));
    localStorage.setItem(LAST, address);
  });
}

/** The work saved for an exercise, if it can still be read. */
export function loadWork(address: string): Work | undefined {
  return attempt(() => {
    const text = localStorage.getItem(PREFIX + address);
    const work: unknown = text === null ? undefined : JSON.parse(text);
    return isWork(work) ? work : undefined;
  });
}

export const lastAddress = (): string | undefined => attempt(() => localStorage.getItem(LAST) ?? undefined);

/** Enough to tell this version's work from anything else that may stand there. */
function isWork(value: unknown): value is Work {
  if (typeof value !== 'object' || value === null) return false;
  const { pass, start, log, draft, hints, curve } = value as Partial<Record<keyof Work, unknown>>;
  return (
    typeof pass === 'number' &&
    typeof start === 'object' &&
    start !== null &&
    Array.isArray(log) &&
    typeof draft === 'string' &&
    typeof hints === 'number' &&
    Array.isArray(curve)
  );
}
