/** The notation that an address asks for, as it stands there: "notation=net,numbered"; "" where it asks for none. */
export const notationIn = (search: string): string => /[?&](notation=[^&#]*)/.exec(search)?.[1] ?? '';

/** Links to the other page go on in the same names. @param carry "notation=…", or nothing */
export function carryInLinks(carry: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('header a, footer a, main > p > a')) {
    link.search = carry;
  }
}
