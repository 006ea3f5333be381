/**
 * Marks an element with the attribute `data-dragged` while a range anywhere on the page is dragged. Not with a class: these
 * are written anew whenever one of the component's own changes.
 */
export function dragged(element: Element): () => void {
  const follow = ({ type, target }: Event): void => {
    const isRange = type === 'pointerdown' && target instanceof Element && target.matches('[type=range]');
    element.toggleAttribute('data-dragged', isRange);
  };
  const stop = new AbortController();
  for (const type of ['pointerdown', 'pointerup', 'pointercancel'])
    addEventListener(type, follow, { signal: stop.signal });
  return () => {
    stop.abort();
  };
}
