/** A screen as small as a phone's, on its side too. Style sheets have to say the same: they cannot take it from here. */
export const PHONE = '(max-width: 760px), (max-width: 960px) and (max-height: 500px)';

/** Calls `take` with whether the page is as small as a phone, on its side too, now and whenever that changes, until it is ended. */
export function followWidth(take: (isNarrow: boolean) => void): () => void {
  const narrow = matchMedia(PHONE);
  const follow = (): void => {
    take(narrow.matches);
  };
  follow();
  narrow.addEventListener('change', follow);
  return () => {
    narrow.removeEventListener('change', follow);
  };
}
