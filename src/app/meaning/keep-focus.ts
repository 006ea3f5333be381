/** A press of the mouse or a finger leaves the focus where it is: the answer field keeps its caret, a phone its keyboard. */
export const keepFocus = (event: PointerEvent): void => {
  event.preventDefault();
};
