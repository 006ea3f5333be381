/** So many parts of a picture are styled anew in a frame; of a large one as many as make it whole in few frames. */
const AT_ONCE = 2;
const FRAMES = 10;

/**
 * Marks the parts of a picture, the groups that its `svg` consists of, with the attribute `data-dragged` while a range
 * anywhere on the page is dragged: a few in each frame, as all at once would hold up the first touch. Not with a class:
 * these are written anew whenever one of the component's own changes.
 */
export function dragged(element: Element): () => void {
  let isDragged = false;
  let frame = 0;
  let left: Element[] = [];

  const mark = (): void => {
    for (const part of left.splice(0, Math.max(AT_ONCE, Math.ceil(left.length / FRAMES))))
      part.toggleAttribute('data-dragged', isDragged);
    if (left.length > 0) frame = requestAnimationFrame(mark);
  };

  const follow = ({ type, target }: Event): void => {
    const isBegun = type === 'pointerdown' && target instanceof Element && target.matches('[type=range]');
    if (isBegun === isDragged) return;
    isDragged = isBegun;
    left = [...element.querySelectorAll('svg > g')];
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(mark);
  };
  const stop = new AbortController();
  for (const type of ['pointerdown', 'pointerup', 'pointercancel'])
    addEventListener(type, follow, { signal: stop.signal });
  return () => {
    cancelAnimationFrame(frame);
    stop.abort();
  };
}
