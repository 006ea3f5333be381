/** Goes to one of the figures below the trainer. They are made when they come near, so it may have to be waited for. */
export function showIdea(id: string): void {
  const show = (): boolean => {
    const figure = document.getElementById(id);
    figure?.scrollIntoView();
    figure?.focus({ preventScroll: true });
    return figure !== null;
  };
  if (show()) return;
  const title = document.getElementById('ideas');
  const place = title?.parentElement;
  if (!title || !place) return;
  const observer = new MutationObserver(() => {
    if (show()) observer.disconnect();
  });
  observer.observe(place, { childList: true, subtree: true });
  title.scrollIntoView();
}
