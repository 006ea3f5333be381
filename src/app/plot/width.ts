/** Follows the width of an element, for drawings that are made to measure. */
export const followWidth = (take: (width: number) => void) => (element: Element) => {
  const observer = new ResizeObserver((entries) => {
    const width = entries.at(-1)?.contentRect.width ?? 0;
    if (width > 0) take(Math.round(width));
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
  };
};
