import { superscript } from '../../core/expressions/digits.ts';
import { half, number, quotient, type Expr } from '../../core/expressions/expr.ts';
import type { Details } from './problem.ts';

/** A number as typed. */
export type Literal = {
  readonly value: number;
  /** Significant digits, trailing zeros included; 1 for zero. */
  readonly digits: number;
  /** Half a unit of the last digit. */
  readonly halfUnit: number;
};

export type NumberRead =
  | { readonly end: number; readonly leaf: Expr; readonly literal: Literal }
  | { readonly end: number; readonly problem: Details };

const CHUNK = /[.,]?\d[\d.,]*/y;
const CHUNK_WITHOUT_COMMA = /\.?\d[\d.]*/y;
/** A calculator sets a space before its E, and always a sign after it. */
const EXPONENT = /[eE]([-+]?\d+)|[ \t]+E([-+]\d+)(?![.,]?\d|\s*[*^/(])/y;
const SPACED_EXPONENT = /\s*[eE]\s*([-+]?)\s*(\d+)/y;
const TIMES_POWER_OF_TEN =
  /\s*[*xX]\s*10\s*(?:\^|\*\*)\s*(?:([-+]?\d+)|[({[]\s*([-+]?\s*\d+)\s*[)}\]])(?![.,]?\d|\s*\^)/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * The number that starts at `at`, if one does.
 * @param commaSeparates a comma ends the number: it stands between two arguments
 * @param tenfold `·10⁻³` after it belongs to it
 */
export function readNumber(
  text: string,
  at: number,
  commaSeparates: boolean,
  tenfold: boolean,
): NumberRead | undefined {
  const chunk = matchAt(commaSeparates ? CHUNK_WITHOUT_COMMA : CHUNK, text, at)?.[0].replace(/,+$/, '');
  if (chunk === undefined) return undefined;
  let end = at + chunk.length;
  const exponent = matchAt(EXPONENT, text, end);
  const power = exponent ?? (tenfold ? matchAt(TIMES_POWER_OF_TEN, text, end) : null);
  const mantissa = readMantissa(chunk, power !== null);
  if (typeof mantissa !== 'string') return { end, problem: mantissa };
  const spaced = power ? null : matchAt(SPACED_EXPONENT, text, end);
  if (spaced) {
    const [{ length }, sign = '', digits = ''] = spaced;
    return {
      end: end + length,
      problem: { kind: 'spaceInNumber', suggestion: `${mantissa}e${sign}${digits}` },
    };
  }
  if (power) end += power[0].length;
  const tens = power ? Number((power[1] ?? power[2] ?? '').replace(/\s/g, '')) : undefined;
  const literal = literalOf(mantissa, tens ?? 0);
  if (!Number.isFinite(literal.value)) return { end, problem: { kind: 'notFinite' } };
  const written = tens === undefined ? mantissa : `${mantissa}·10${superscript(String(tens))}`;
  return { end, leaf: number(literal.value, written), literal };
}

/** The digits with a point for the decimal mark. Before a power of ten, one digit and a comma are no thousands. */
function readMantissa(chunk: string, scaled: boolean): string | Details {
  const marks = chunk.replace(/\d/g, '');
  if (/^[1-9]\d{0,2},\d{3}$/.test(chunk) && !(scaled && chunk[1] === ',')) {
    const decimal = Number(chunk.replace(',', '.'));
    return { kind: 'thousandsOrDecimal', thousands: Number(chunk.replace(',', '')), decimal };
  }
  if (marks.length < 2) return chunk.replace(',', '.').replace(/^\./, '0.').replace(/\.$/, '');
  if (!/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$|^\d{1,3}(?:\.\d{3})+(?:,\d*)?$/.test(chunk))
    return { kind: 'twoDecimalMarks' };
  // The last mark is the decimal mark if it is unlike the first.
  const [first = ''] = marks;
  return { kind: 'thousandsSeparator', suggestion: chunk.replaceAll(first, '').replace(',', '.') };
}

function literalOf(mantissa: string, tens: number): Literal {
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  const digits = mantissa.replace('.', '').replace(/^0+/, '').length;
  return {
    value: Number(`${mantissa}e${tens}`),
    digits: Math.max(digits, 1),
    halfUnit: Number(`5e${tens - decimals - 1}`),
  };
}

/** ½, ¾, ⅓ …, and mixed numbers such as 2½: where they end and what they are. */
export function readFraction(
  text: string,
  at: number,
): { readonly end: number; readonly expr: Expr } | undefined {
  const found = matchAt(/(\d*)([¼-¾⅐-⅞↉])/y, text, at);
  if (!found) return undefined;
  const [all, whole = '', glyph = ''] = found;
  const [above = '', below = ''] = glyph.normalize('NFKC').split('⁄');
  const end = at + all.length;
  if (whole) return { end, expr: number(Number(whole) + Number(above) / Number(below)) };
  return { end, expr: glyph === '½' ? half : quotient(number(Number(above)), number(Number(below))) };
}
