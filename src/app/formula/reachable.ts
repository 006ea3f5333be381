/** Lets a box that is too narrow for its formula be scrolled by keyboard. @param _content it is asked anew for each */
export const reachable =
  (..._content: readonly unknown[]) =>
  (box: Element): (() => void) => {
    const sizes = new ResizeObserver(() => {
      if (box.scrollWidth > box.clientWidth) box.setAttribute('tabindex', '0');
      else box.removeAttribute('tabindex');
    });
    sizes.observe(box);
    return () => {
      sizes.disconnect();
    };
  };
