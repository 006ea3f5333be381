import type { Source } from './source.ts';
import { withStorage } from './storage.ts';

const KEY = 'backstep/notation';

/** What addresses carry of the notation in force; nothing where it is what everybody sees who has chosen none. */
let carried = '';

/** An address that shows the names as they are on this page. */
export const withNotation = (address: string): string => address + carried;

/** The notation that was chosen last; undefined for the default. */
export const chosenNotation = (): string | undefined =>
  withStorage(() => localStorage.getItem(KEY) ?? undefined);

export function chooseNotation(text: string | undefined): void {
  withStorage(() => {
    if (text === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
  });
}

/** Puts the notation of an address in force, else the one chosen last. Of the default nothing more is loaded. */
export async function followNotation(
  query: URLSearchParams,
  source: Source,
): Promise<{ readonly isNew?: boolean; readonly problem?: string }> {
  const [linked, chosen] = [query.get('notation'), chosenNotation()];
  if (linked === null && chosen === undefined && carried === '') return {};
  const { take } = await import('../notation/take.ts');
  const { carry, ...taken } = take(linked, chosen, source);
  carried = carry;
  return taken;
}
