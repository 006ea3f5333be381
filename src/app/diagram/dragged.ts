/** Marks an element with the class `dragged` while a range anywhere on the page is dragged. */
export function dragged(element: Element): () => void {
  const follow = ({ type, target }: Event): void => {
    const isRange = type === 'pointerdown' && target instanceof Element && target.matches('[type=range]');
    element.classList.toggle('dragged', isRange);
  };
  const stop = new AbortController();
  for (const type of ['pointerdown', 'pointerup', 'pointercancel'])
    addEventListener(type, follow, { signal: stop.signal });
  return () => {
    stop.abort();
  };
}
