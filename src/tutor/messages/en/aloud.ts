import { written } from '../../../core/expressions/names.ts';

/** A name as it stands on the page: ∂E/∂w₂₁⁽¹⁾, w′₁,₁₁⁽²⁾, outₕ₁, or with a letter raised: β₁ᵖ. */
const NAME = /([\p{Lu}\p{Ll}]+)(\u0302?)(′?)((?:,?[₀-₉ₕₒ])+)?(⁽[⁰¹²³⁴-⁹]+⁾)?/gu;
const SLOPE = /∂([^\s/]+)\/∂([\p{L}\u0302′₀-₉ₕₒ⁰¹²³⁴-⁹⁽⁾,]*[\p{L}₀-₉⁾′])/gu;
const RAISED = /(?<![⁽⁰¹²³⁴-⁹])[⁻⁰¹²³⁴-⁹ᵖᶻˣⁿ]+(?![⁰¹²³⁴-⁹]*⁾)/gu;

/** Signs that are left out, or read by their shape, by those who read aloud. */
const SIGNS: Readonly<Record<string, string>> = {
  '½': ' one half ',
  '¼': ' one quarter ',
  '·': ' times ',
  '−': ' minus ',
  '′': ' prime ',
  '√': ' root of ',
};

/** Indices are said one by one; of a weight they stand without a comma between them. */
const indicesOf = (letter: string, sub: string): string => {
  const plain = sub.normalize('NFKC');
  const isPair = /^[wvmsg]$/.test(letter) && written.weights !== 'numbered' && !plain.includes(',');
  return ` ${isPair ? Array.from(plain).join(' ') : plain.replaceAll(',', ' ')}`;
};

/**
 * A sentence, or a number, as it is said aloud: "w 2 1 of layer 2" for w₂₁⁽²⁾, "minus 1.5 times 10 to the minus 7". Raised and
 * lowered characters are read by their shape, or not at all. The names are those of the notation in force.
 */
export function aloud(text: string): string {
  return text
    .replace(SLOPE, 'slope of $1 along $2')
    .replace(RAISED, (power) => (power === '²' ? ' squared' : ` to the ${power.normalize('NFKC')}`))
    .replaceAll('Δ', ' change of ')
    .replace(/@(?=\d)/g, ' of example ')
    .replace(
      NAME,
      (_, letter: string, hat: string, prime: string, sub?: string, layer?: string) =>
        letter +
        (hat && ' hat') +
        (prime && ' prime') +
        (sub ? indicesOf(letter, sub) : '') +
        (layer ? ` of layer ${layer.normalize('NFKC').slice(1, -1)}` : ''),
    )
    .replace(/[½¼·−′√]/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/ {2,}/g, ' ')
    .replace(/ (?=[.,:;?!)])/g, '')
    .replace(/\( /g, '(')
    .trim();
}
