/** Digits asked for, and shown, of a computed number. */
export const DIGITS = 4;

/** Half a unit of the `digits`-th significant digit of x; 0 for 0. */
export function halfUnit(x: number, digits = DIGITS): number {
  if (x === 0 || !Number.isFinite(x)) return 0;
  // All digits of x, unrounded: the fourth digit of 0.99996 is a ten-thousandth, though it is shown as 1.000.
  const exponent = Number(x.toExponential().split('e')[1]);
  return Number(`5e${exponent - digits}`);
}

/**
 * Equal to four significant digits, however the last one was rounded.
 * Only 0 equals 0; what floating point leaves of it counts as 0.
 */
export const sameToDigits = (x: number, exact: number): boolean =>
  Math.abs(x - exact) <= (exact === 0 ? 1e-12 : halfUnit(exact) * (1 + 1e-9));

/** A computed number as it is shown: four significant digits, "−0.5150", "1.234·10⁻⁵". */
export const shown = (x: number): string => shownTo(x, DIGITS);

/** The same with another number of significant digits. */
export function shownTo(x: number, digits: number): string {
  if (x === 0) return '0';
  if (!Number.isFinite(x)) return inFull(x);
  const exponent = Number(x.toExponential(digits - 1).split('e')[1]);
  return exponent < -4 || exponent > 6
    ? inPowers(x, digits)
    : typographic(fixed(x, digits - 1 - exponent, digits));
}

/** A given number as it is shown: in full where that is short, at least two decimals for a fraction. */
export function shownGiven(x: number): string {
  if (Number.isInteger(x) && Math.abs(x) < 1e6) return typographic(String(x));
  const short = String(x);
  if (/[e]/.test(short) || short.replace(/^-?0?\.?0*/, '').replace('.', '').length > 6) return shown(x);
  const decimals = short.split('.')[1] ?? '';
  return typographic(decimals.length < 2 ? x.toFixed(2) : short);
}

/** A number with all its digits, in its shortest form: "−0.5", "1.5·10⁻⁷". */
export function inFull(x: number): string {
  const [mantissa = '', exponent] = String(x).split('e');
  const digits = typographic(mantissa).replace('Infinity', '∞');
  return exponent === undefined ? digits : withPower(digits, exponent);
}

/** Whether `shownGiven` drops digits of x, so that whoever works from the page works from a rounded number. */
export const isShownRounded = (x: number): boolean => readShown(shownGiven(x)) !== x;

/** The number that a text made by `shown` or `shownGiven` stands for. */
export function readShown(text: string): number {
  const [mantissa = '', exponent] = text.replaceAll('−', '-').split('·10');
  return exponent === undefined ? Number(mantissa) : Number(`${mantissa}e${fromSuperscript(exponent)}`);
}

const fixed = (x: number, decimals: number, digits: number): string =>
  decimals >= 0 ? x.toFixed(decimals) : String(Number(x.toExponential(digits - 1)));

function inPowers(x: number, digits: number): string {
  const [mantissa = '', exponent = ''] = x.toExponential(digits - 1).split('e');
  return withPower(typographic(mantissa), exponent);
}

const withPower = (mantissa: string, exponent: string): string =>
  `${mantissa}·10${superscript(exponent.replace('+', ''))}`;

const typographic = (text: string): string => text.replace('-', '−');

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉ₕₒ';

export const superscript = (text: string): string =>
  text.replace(/\d/g, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit).replace('-', '⁻');
/** Also of h1 and o2, as hidden units and outputs are called. */
export const subscript = (text: string): string =>
  text.replace(/\d|^[ho](?=\d)/g, (sign) => SUBSCRIPTS['0123456789ho'.indexOf(sign)] ?? sign);

const fromSuperscript = (text: string): string =>
  text.replace('⁻', '-').replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)));
