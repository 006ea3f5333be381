/**
 * Calls `act` once the next frame is laid out, when sizes are known: asking for them earlier would make the browser lay
 * out the page twice.
 * @returns calls it off
 */
export function afterLayout(act: () => void): () => void {
  let timer: number | undefined;
  const frame = requestAnimationFrame(() => {
    timer = window.setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
