/** Where a value stands in the network on the page, if it does: on a phone that may show a part only. */
export const cellOf = (id: string): SVGElement | null =>
  document.querySelector(`.diagram [data-id="${CSS.escape(id)}"]`);
