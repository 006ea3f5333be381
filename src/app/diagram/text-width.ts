/** Widths in em of the widest common interface font (DejaVu Sans); in others the same text is narrower. */
const WIDTHS: Readonly<Record<string, number>> = {
  '−': 0.84,
  '×': 0.84,
  '=': 0.84,
  w: 0.82,
  '⁻': 0.53,
  '∂': 0.52,
  z: 0.53,
  '?': 0.53,
  '/': 0.34,
  '.': 0.32,
  '·': 0.32,
  ' ': 0.32,
  '⁽': 0.25,
  '⁾': 0.25,
  '′': 0.23,
};

const widthOf = (character: string): number =>
  WIDTHS[character] ?? (/[⁰¹²³⁴-⁹₀-₉]/.test(character) ? 0.41 : 0.64);

/** How wide a text is at most, at this font size. */
export const textWidth = (text: string, size: number): number =>
  size * Array.from(text).reduce((sum, character) => sum + widthOf(character), 0);

/** Font size of numbers at scale 1, and the least it shrinks to for a long one. */
const NUMBER_SIZE = 14;
const LEAST_SIZE = 11;

/** The font size, down to 11, at which a number fits a width. */
export const fittedSize = (text: string, width: number): number =>
  Math.max(LEAST_SIZE, Math.min(NUMBER_SIZE, Math.floor((width / textWidth(text, 1)) * 10) / 10));
