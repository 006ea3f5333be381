/**
 * Handles the input of a range in a task of its own: the event's own task stays short, and so does the frame drawn in
 * it, so that the knob follows the hand. Of inputs that wait only the last one is handed on.
 */
export function slid(
  move: (value: number) => void,
): (event: Event & { readonly currentTarget: HTMLInputElement }) => void {
  let last: number | undefined;
  return ({ currentTarget: range }) => {
    const isWaiting = last !== undefined;
    last = range.valueAsNumber;
    if (isWaiting) return;
    setTimeout(() => {
      const value = last!;
      last = undefined;
      // Closed meanwhile: nothing is there to be moved.
      if (range.isConnected) move(value);
    });
  };
}
