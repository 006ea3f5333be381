/** So many parts of a picture are styled anew in one frame, and no more. */
const AT_ONCE = 4;

/**
 * Marks the parts of a picture, the groups that its `svg` consists of, with the attribute `data-dragged` while a range
 * anywhere on the page is dragged: a few in each frame, as all at once would hold up the first touch. Not with a class:
 * these are written anew whenever one of the component's own changes.
 */
export function dragged(element: Element): () => void {
  let isDragged = false;
  let frame = 0;

  const mark = (): void => {
    const unlike = [...element.querySelectorAll('svg > g')].filter(
      (part) => part.hasAttribute('data-dragged') !== isDragged,
    );
    for (const part of unlike.slice(0, AT_ONCE)) part.toggleAttribute('data-dragged', isDragged);
    frame = unlike.length > AT_ONCE ? requestAnimationFrame(mark) : 0;
  };

  const follow = ({ type, target }: Event): void => {
    isDragged = type === 'pointerdown' && target instanceof Element && target.matches('[type=range]');
    if (frame === 0) frame = requestAnimationFrame(mark);
  };
  const stop = new AbortController();
  for (const type of ['pointerdown', 'pointerup', 'pointercancel'])
    addEventListener(type, follow, { signal: stop.signal });
  return () => {
    cancelAnimationFrame(frame);
    stop.abort();
  };
}
