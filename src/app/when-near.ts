/**
 * Loads what stands in a place once the place is near the screen: the first visit does without it. Whoever comes by
 * keyboard focuses something in the place, which brings it into view.
 * @param margin px around the screen that count as near
 */
export const whenNear =
  (load: () => Promise<unknown>, margin = 200) =>
  (place: Element): (() => void) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void load();
      },
      { rootMargin: `${margin}px` },
    );
    observer.observe(place);
    return () => {
      observer.disconnect();
    };
  };
