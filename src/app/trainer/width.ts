/** Calls `take` with whether the page is as small as a phone, on its side too, now and whenever that changes, until it is ended. */
export function followWidth(take: (isNarrow: boolean) => void): () => void {
  const narrow = matchMedia('(max-width: 760px), (max-width: 960px) and (max-height: 500px)');
  const follow = (): void => {
    take(narrow.matches);
  };
  follow();
  narrow.addEventListener('change', follow);
  return () => {
    narrow.removeEventListener('change', follow);
  };
}
