import { notationText, type Notation } from '../../core/notation/notation.ts';

/** The address of what is shown, in another notation; undefined is the default, which needs no word. */
export function addressIn(
  { pathname, search }: Pick<Location, 'pathname' | 'search'>,
  notation: Notation | undefined,
): string {
  const others = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && !part.startsWith('notation='));
  const all = [...others, ...(notation ? [`notation=${notationText(notation)}`] : [])];
  return all.length > 0 ? `?${all.join('&')}` : pathname;
}
