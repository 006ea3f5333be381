/**
 * Calls `act` once the next frame is laid out, when sizes are known: asking for them earlier would make the browser lay
 * out the page twice.
 * @returns calls it off
 */
export function afterLayout(act: () => void): () => void {
  let isOff = false;
  requestAnimationFrame(() => {
    setTimeout(() => {
      if (!isOff) act();
    });
  });
  return () => (isOff = true);
}
