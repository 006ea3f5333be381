import { notationText, type Notation } from '../../core/notation/notation.ts';
import { inNotation } from './links.ts';

/** The address of what is shown, in another notation; undefined is the default, which needs no word. */
export function addressIn(
  { pathname, search }: Pick<Location, 'pathname' | 'search'>,
  notation: Notation | undefined,
): string {
  const query = inNotation(search, notation ? `notation=${notationText(notation)}` : '');
  return query === '' ? pathname : `?${query}`;
}
