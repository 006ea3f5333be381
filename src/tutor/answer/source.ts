import type { Span } from './problem.ts';

/** An answer in the parser's alphabet, which remembers where each character was typed. */
export type Source = {
  /**
   * Plain letters, digits and signs: `*` for every dot and cross, `-`, `/`, `'`, `=`; raised digits as `^{2}`, lowered
   * ones as `_{11}`; of LaTeX only `\frac` is left.
   */
  readonly text: string;
  /** Where characters `from` to `to` (exclusive) of `text` were typed. */
  readonly span: (from: number, to: number) => Span;
};

const SIGNS: ReadonlyMap<string, string> = new Map(
  [
    ['*', '·⋅∙•‧×✕✖⨯∗⁎✱\u2062'],
    ['-', '−–—‐‒'],
    ['/', '÷∕⁄'],
    ['=', '≈≃≅≐'],
    ["'", '′’‘ʼʹ´`'],
    [',', '、\u2063'],
    ['.', '。٫'],
    ['+', '\u2064'],
    ['σ', 'ς'],
    ['|', '∣'],
  ].flatMap(([plain = '', written = '']) => Array.from(written, (char) => [char, plain] as const)),
);

/** What stays behind when text is copied from a page and shows nothing. */
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}$]/u;
const FRACTION = /[¼-¾⅐-⅞↉]/;

const COMMANDS = new Map(
  Object.entries({
    ...{ sigma: 'σ', delta: 'δ', eta: 'η', pi: 'π', partial: '∂', prime: "'", sqrt: '√', infty: '∞' },
    ...{ cdot: '*', times: '*', ast: '*', div: '/', approx: '=', vert: '|', lvert: '|', rvert: '|' },
    ...{ frac: '\\frac', dfrac: '\\frac', tfrac: '\\frac', cfrac: '\\frac' },
    ...{ left: '', right: '', big: '', Big: '', bigl: '', bigr: '', displaystyle: '', quad: ' ', qquad: ' ' },
    ...{ lbrace: '{', rbrace: '}', lbrack: '[', rbrack: ']' },
  }),
);

const PIECES =
  /\\(?:operatorname|mathrm|mathit|mathbf|text)\s*\{([A-Za-z0-9]*)\}|\\sqrt\s*\[|\\([A-Za-z]+)|\\([^A-Za-z])|([²³¹⁰ⁱ⁴-ⁿ]+)|([₀-₎]+(?:[,\u2063][₀-₎]+)*)|[^]/gu;

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
  return { text, span };
}

function plainOf([typed, word, command, escaped, raised, lowered]: RegExpExecArray): string {
  if (word !== undefined) return ` ${word} `;
  if (command !== undefined) return COMMANDS.get(command) ?? ` ${command} `;
  if (escaped !== undefined) return /[{}|%]/.test(escaped) ? escaped : ' ';
  if (lowered !== undefined) return `_{${plainText(lowered)}}`;
  if (raised !== undefined) {
    // A layer in round brackets, then perhaps an exponent: a₁⁽¹⁾².
    const [, layer = '', exponent = ''] = /^(\(\d+\))?([^]*)$/.exec(plainText(raised)) ?? [];
    return [layer, exponent].map((part) => (part ? `^{${part}}` : '')).join('');
  }
  if (INVISIBLE.test(typed) && !SIGNS.has(typed)) return '';
  return FRACTION.test(typed) ? typed : plainText(typed);
}

const plainText = (text: string): string =>
  text.replace(/[^]/gu, signOf).normalize('NFKC').replace(/[^]/gu, signOf);

const signOf = (char: string): string => SIGNS.get(char) ?? char;
