/** What becomes of the last digits of what is answered. */
export const ownDigits =
  'Four significant digits are enough. Your own numbers are worked on with, so a last digit may be another than without rounding on the way.';
