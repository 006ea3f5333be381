/** The notation that an address asks for, as it stands there: "notation=net,numbered"; "" where it asks for none. */
export const notationIn = (search: string): string => /[?&](notation=[^&#]*)/.exec(search)?.[1] ?? '';

/** A query with another notation and all else that it had. @param carry "notation=…", or nothing */
export const inNotation = (search: string, carry: string): string =>
  [
    ...search
      .replace(/^\?/, '')
      .split('&')
      .filter((part) => !part.startsWith('notation=')),
    carry,
  ]
    .filter((part) => part !== '')
    .join('&');

/** Links to the other page, marked as such, go on in the same names. @param carry "notation=…", or nothing */
export function carryInLinks(carry: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-carries]')) {
    link.search = inNotation(link.search, carry);
  }
}
