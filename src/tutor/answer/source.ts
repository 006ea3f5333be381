import { GREEK } from '../../core/function/greek.ts';
import { FUNCTION_WORDS } from './functions.ts';
import type { Span } from './problem.ts';

/** An answer in the parser's alphabet, which remembers where each character was typed. */
export type Source = {
  /**
   * Plain letters, digits and signs: `*` for every dot and cross, `-`, `/`, `'`, `=`; raised digits as `^{2}`, lowered
   * ones as `_{11}`; of LaTeX only `\frac` is left, `\\`, and what cannot be read.
   */
  readonly text: string;
  /** As it was typed. */
  readonly typed: string;
  /** Where characters `from` to `to` (exclusive) of `text` were typed. */
  readonly span: (from: number, to: number) => Span;
};

const SIGNS: ReadonlyMap<string, string> = new Map(
  [
    ['*', '·⋅∙•‧×✕✖⨯⨉⊗⊙∗⁎✱\u2062'],
    ['-', '−–—‐‒'],
    ['/', '÷∕⁄'],
    ['=', '≈≃≅≐≒~∼→⟶↦⇒'],
    ["'", '′’‘ʼʹ´`'],
    [',', '、\u2063'],
    ['.', '。٫'],
    ['+', '\u2064'],
    ['σ', 'ς'],
    ['|', '∣'],
    ['||', '‖∥'],
    ['Σ', '∑'],
  ].flatMap(([plain = '', written = '']) => Array.from(written, (char) => [char, plain] as const)),
);

/** The zeros of alphabets that have digits of their own: Arabic (two of them), Devanagari, Bengali, Thai. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];
const DIGITS: ReadonlyMap<string, string> = new Map(
  ZEROS.flatMap((zero) =>
    Array.from({ length: 10 }, (_, digit) => [String.fromCodePoint(zero + digit), String(digit)] as const),
  ),
);

/** What stays behind when text is copied from a page and shows nothing. */
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}/u;
const FRACTION = /[¼-¾⅐-⅞↉]/;

const COMMANDS = new Map(
  Object.entries({
    ...{ sigma: 'σ', delta: 'δ', eta: 'η', pi: 'π', partial: '∂', prime: "'", sqrt: '√', infty: '∞' },
    ...{ Phi: 'Φ', Sigma: 'Σ', sum: 'Σ', phi: 'φ', varphi: 'φ', hat: 'hat' },
    ...{ alpha: 'α', mu: 'μ', lambda: 'λ', rho: 'ρ', beta: 'β', epsilon: 'ε', varepsilon: 'ε' },
    ...{ cdot: '*', times: '*', ast: '*', div: '/', approx: '=', vert: '|', lvert: '|', rvert: '|' },
    ...{ frac: '\\frac', dfrac: '\\frac', tfrac: '\\frac', cfrac: '\\frac' },
    ...{ left: '', right: '', big: '', Big: '', bigl: '', bigr: '', displaystyle: '', quad: ' ', qquad: ' ' },
    ...{ lbrace: '{', rbrace: '}', lbrack: '[', rbrack: ']' },
    ...{ int: '∫', nabla: '∇', prod: '∏', lim: 'lim', mapsto: '=', equiv: '=', coloneqq: '=', gets: '←' },
    ...{ lVert: '||', rVert: '||', Vert: '||', colon: ':' },
  }),
);

/** Spaces that part the digits of one number, as some countries write it: thin, narrow, or one that does not break. */
const PARTING = String.raw`(?:[\u00a0\u2009\u202f]|\\,)`;
/** What stands around an answer copied from a table, a text or LaTeX. */
const QUOTE = '[$"“”„«»]';
const [WHOLE, QUOTED] = ['[^$"“”„«»]', String.raw`[^\s$"“”„«»]`];
const BETWEEN = `${QUOTED}(?:${WHOLE}*${QUOTED})?`;
const PIECES = new RegExp(
  [
    String.raw`(^(?:['` + '`' + String.raw`]|\s*${QUOTE})+|(?:\s*${QUOTE})+$|` + '`+$',
    // Around a part of it; with spaces on its inner side it is a sign that nobody knows.
    `(?:${QUOTE}(?=${BETWEEN}${QUOTE})|(?<=${QUOTE}${BETWEEN})${QUOTE}))`,
    String.raw`\\(?:operatorname\*?|math(?:rm|it|bf|sf|normal)|text(?:bf|it)?|boldsymbol|bm)\s*\{([\w.,]*)\}`,
    String.raw`(\{,\})`,
    // Three digits follow; or three stand before it, after the decimal mark.
    String.raw`((?<=\d)${PARTING}(?=\d{3}(?!\d))|(?<=[.,](?:\d{3}${PARTING})*\d{3})${PARTING}(?=\d{1,3}(?!\d)))`,
    String.raw`\\sqrt\s*\[|\\([A-Za-z]+)|\\([^A-Za-z])`,
    String.raw`([²³¹⁰ⁱ⁴-ⁿᴬ-ᵛʰʲʳʷˣʸˡˢ]+(?:[·.,˙][²³¹⁰⁴-⁹]+)?)|([ₕₒ₀-₎]+(?:[,\u2063][₀-₎]+)*)|[^]`,
  ].join('|'),
  'gu',
);

/** Brings an answer as typed into the parser's alphabet. */
export function sourceOf(typed: string): Source {
  const from: number[] = [];
  const to: number[] = [];
  let text = '';
  for (const piece of typed.matchAll(PIECES)) {
    const plain = plainOf(piece);
    text += plain;
    for (let i = 0; i < plain.length; i++) {
      from.push(piece.index);
      to.push(piece.index + piece[0].length);
    }
  }
  const span = (first: number, after: number): Span => {
    const start = from[first] ?? typed.length;
    return { start, end: Math.max(start, to[after - 1] ?? typed.length) };
  };
  return { text, typed, span };
}

function plainOf(piece: RegExpExecArray): string {
  const [typed, wrapping, word, comma, parting, command, escaped, raised, lowered] = piece;
  if (wrapping !== undefined) return ' ';
  if (word !== undefined) return ` ${word} `;
  // LaTeX sets a decimal comma in braces, so that no space follows it.
  if (comma !== undefined) return ',';
  if (parting !== undefined) return '';
  if (command !== undefined) return plainCommand(command, piece);
  // Between spaces a backslash is none of LaTeX's.
  if (escaped === ' ' && /\s$/.test(piece.input.slice(0, piece.index))) return '\\ ';
  // A line of LaTeX ends here; what follows is no factor.
  if (escaped === '\\' && !/^[\s.,;$]*$/.test(piece.input.slice(piece.index + typed.length))) return '\\\\ ';
  if (escaped === '|') return '||';
  if (escaped !== undefined) return /[{}%]/.test(escaped) ? escaped : ' ';
  if (lowered !== undefined) return `_{${plainText(lowered)}}`;
  if (raised !== undefined) {
    // A layer in round brackets, then perhaps an exponent: a₁⁽¹⁾².
    const [, layer = '', exponent = ''] =
      /^(\(\d+\))?([^]*)$/.exec(plainText(raised.replace(/[·˙]/, '.'))) ?? [];
    return [layer, exponent].map((part) => (part ? `^{${part}}` : '')).join('');
  }
  if (INVISIBLE.test(typed) && !SIGNS.has(typed)) return '';
  return FRACTION.test(typed) ? typed : plainText(typed);
}

/** Letters whose names are read as they are. */
const LETTERS: ReadonlySet<string> = new Set([...GREEK.values(), 'vartheta', 'varrho', 'ell']);
const SYMBOL = /^[\p{L}]$/u;

function plainCommand(command: string, { 0: typed, index, input }: RegExpExecArray): string {
  const plain = COMMANDS.get(command);
  const after = input.slice(index + typed.length);
  // Letters that touch would be one name; an index belongs to the letter.
  if (plain !== undefined)
    return (SYMBOL.test(plain) || plain === 'hat') && /[\p{L}}]$/u.test(input.slice(0, index))
      ? ` ${plain}`
      : plain;
  if (
    LETTERS.has(command) ||
    FUNCTION_WORDS.includes(command.toLowerCase()) ||
    command === 'net' ||
    command === 'out'
  )
    return ` ${command}${/^\s*[_^']/.test(after) ? '' : ' '}`;
  return `\\${command} `;
}

const plainText = (text: string): string =>
  text.replace(/[^]/gu, signOf).normalize('NFKC').replace(/[^]/gu, signOf);

const signOf = (char: string): string => SIGNS.get(char) ?? DIGITS.get(char) ?? char;
