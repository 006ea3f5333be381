import type { Source } from './source.ts';
import { withStorage } from './storage.ts';
import type { Work } from './work.ts';

const KEY = 'backstep/notation';

/** What addresses carry of the notation in force; nothing where it is what everybody sees who has chosen none. */
let carried = '';

/** An address that shows the names as they are on this page. */
export const withNotation = (address: string): string => address + carried;

/** The notation in force, as an attempt and an address have it. */
const namesNow = (): string => carried.slice('&notation='.length) || 'z';

/** With another text in the field, in the names that are on the page. */
export const withDraft = (work: Work, draft: string): Work => ({ ...work, draft, draftIn: namesNow() });

/** The notation that was chosen last; undefined for the default. */
const chosenNotation = (): string | undefined => withStorage(() => localStorage.getItem(KEY) ?? undefined);

export function chooseNotation(text: string | undefined): void {
  withStorage(() => {
    if (text === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
  });
}

/** Notation, for the network that comes to be shown: whether names are new, and what was wrong with the address. */
type Follow = (source: Source) => { readonly isNew?: boolean; readonly problem?: string };

/** What puts the notation of an address in force, else the one chosen last. Of the default nothing more is loaded. */
export async function notationOf(query: URLSearchParams): Promise<Follow> {
  const [linked, chosen] = [query.get('notation'), chosenNotation()];
  if (linked === null && chosen === undefined && carried === '') return () => ({});
  const { take } = await import('../notation/take.ts');
  return (source) => {
    const { carry, ...taken } = take(linked, chosen, source);
    carried = carry;
    return taken;
  };
}
