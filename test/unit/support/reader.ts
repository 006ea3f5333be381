// A reader of formulas by the common rules of arithmetic, written apart from the code that prints them. It is
// strict: a minus may stand only at the start of a formula or bracket, and an exponent may not stick to a name
// with a raised part, to a fraction or to another exponent. So a missing bracket is an error or a wrong value.

import { erf, normalCdf, real, softplus } from './complex.ts';

/** Encloses what is drawn as one block, a fraction or eˣ: it needs no brackets, but under an exponent it does. */
const BLOCK = ['⟦', '⟧'] as const;

const FUNCTIONS: Readonly<Record<string, (x: number, ...others: number[]) => number>> = {
  σ: (x) => 1 / (1 + Math.exp(-x)),
  tanh: Math.tanh,
  ReLU: (x) => Math.max(0, x),
  step: (x) => (x > 0 ? 1 : 0),
  LReLU: (x) => (x > 0 ? x : 0.01 * x),
  softplus: (x) => softplus(real(x))[0],
  SiLU: (x) => x / (1 + Math.exp(-x)),
  GELU: (x) => x * normalCdf(real(x))[0],
  ELU: (x) => (x > 0 ? x : Math.expm1(x)),
  Φ: (x) => normalCdf(real(x))[0],
  φ: (x) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI),
  erf: (x) => erf(real(x))[0],
  huber: (x) => (Math.abs(x) <= 1 ? (x * x) / 2 : Math.abs(x) - 0.5),
  clip: (x) => Math.max(-1, Math.min(1, x)),
  sign: Math.sign,
  exp: Math.exp,
  ln: Math.log,
  '√': Math.sqrt,
  abs: Math.abs,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  arcsin: Math.asin,
  arccos: Math.acos,
  arctan: Math.atan,
  max: Math.max,
  min: Math.min,
};

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻';
const plainDigits = (raised: string): string =>
  Array.from(raised, (char) => '0123456789−'[SUPERSCRIPTS.indexOf(char)] ?? '').join('');

export type Named = { readonly name: string; readonly value: number; readonly raised: boolean };

/** The value of a formula written in one line with × as "·". `names` are replaced longest first. */
export function readValue(written: string, names: readonly Named[]): number {
  const byLength = [...names].sort((a, b) => b.name.length - a.name.length);
  const tokens: (string | Named)[] = [];
  for (let rest = written; rest !== '';) {
    const name = byLength.find((candidate) => rest.startsWith(candidate.name));
    const fn = Object.keys(FUNCTIONS).find((symbol) => rest.startsWith(`${symbol}(`));
    const found = fn ?? name?.name ?? /^(?:\d+(?:\.\d+)?|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|\s+|[½∞(),⟦⟧+−·/^])/u.exec(rest)?.[0];
    if (found === undefined) throw new Error(`cannot read "${rest}" of "${written}"`);
    if (fn === undefined && name !== undefined) tokens.push(name);
    else if (found.trim() !== '') tokens.push(found);
    rest = rest.slice(found.length);
  }

  let at = 0;
  const next = (): string | Named | undefined => tokens[at];
  const take = (token: string): boolean => {
    if (next() !== token) return false;
    at += 1;
    return true;
  };
  const must = (token: string): void => {
    if (!take(token)) throw new Error(`"${token}" expected at token ${at} of "${written}"`);
  };

  const sum = (): number => {
    let total = take('−') ? -term() : term();
    for (;;) {
      if (take('+')) total += term();
      else if (take('−')) total -= term();
      else return total;
    }
  };
  const term = (): number => {
    let total = factor();
    for (;;) {
      if (take('·')) total *= factor();
      else if (take('/')) total /= factor();
      else if (next() === '(' && afterHalf()) total *= factor();
      else return total;
    }
  };
  /** ½ alone may touch the bracket that it multiplies. */
  const afterHalf = (): boolean =>
    tokens[at - 1] === '½' || (tokens[at - 1] === BLOCK[1] && tokens[at - 2] === '½');
  const factor = (): number => {
    const { value, mayBeRaised } = atom();
    const token = next();
    const raised = typeof token === 'string' && SUPERSCRIPTS.includes(token[0] ?? ' ');
    if (token !== '^' && !raised) return value;
    if (!mayBeRaised) throw new Error(`what is raised at token ${at} of "${written}"?`);
    at += 1;
    return value ** (raised ? Number(plainDigits(token).replace('−', '-')) : atom().value);
  };
  const atom = (): { readonly value: number; readonly mayBeRaised: boolean } => {
    const token = next();
    at += 1;
    if (token === undefined) throw new Error(`"${written}" ends too soon`);
    if (typeof token !== 'string') return { value: token.value, mayBeRaised: !token.raised };
    if (token === '½') return { value: 0.5, mayBeRaised: true };
    if (token === '∞') return { value: Infinity, mayBeRaised: true };
    const fn = FUNCTIONS[token];
    const [opening, closing] = token === BLOCK[0] ? BLOCK : (['(', ')'] as const);
    if (fn !== undefined) must('(');
    if (fn !== undefined || token === opening) {
      const inner = [sum()];
      while (fn !== undefined && take(',')) inner.push(sum());
      must(closing);
      return {
        value: fn === undefined ? inner[0]! : fn(inner[0]!, ...inner.slice(1)),
        mayBeRaised: opening === '(',
      };
    }
    if (!/^\d/.test(token)) throw new Error(`unexpected "${token}" in "${written}"`);
    return { value: Number(token), mayBeRaised: true };
  };

  const value = sum();
  if (at < tokens.length) throw new Error(`too much after token ${at} of "${written}"`);
  return value;
}

/** The text between the braces that open at `start`, and where they end. */
function group(source: string, start: number): { readonly inner: string; readonly end: number } {
  if (source[start] !== '{') throw new Error(`"{" expected at ${start} of ${source}`);
  let depth = 0;
  for (let i = start; i < source.length; i += 1) {
    if (source[i] === '{') depth += 1;
    if (source[i] === '}') depth -= 1;
    if (depth === 0) return { inner: source.slice(start + 1, i), end: i + 1 };
  }
  throw new Error(`a brace is not closed in ${source}`);
}

const LATEX_SYMBOLS: readonly (readonly [string, string])[] = [
  ['\\operatorname{ReLU}', 'ReLU'],
  ['\\operatorname{step}', 'step'],
  ...['LReLU', 'softplus', 'SiLU', 'GELU', 'ELU', 'erf', 'huber', 'clip', 'sign'].map(
    (name) => [`\\operatorname{${name}}`, name] as const,
  ),
  ['\\Phi', 'Φ'],
  ['\\varphi', 'φ'],
  ['\\left|', 'abs('],
  ['\\right|', ')'],
  ['\\sigma', 'σ'],
  ['\\tanh', 'tanh'],
  ['\\max', 'max'],
  ['\\min', 'min'],
  ['\\ln', 'ln'],
  ['\\sin', 'sin'],
  ['\\cos', 'cos'],
  ['\\tan', 'tan'],
  ...['arcsin', 'arccos', 'arctan'].map((name) => [`\\${name}`, name] as const),
  ['\\cdot', '·'],
  ['\\left(', '('],
  ['\\right)', ')'],
  ['\\tfrac{1}{2}', '⟦½⟧'],
  ['\\infty', '∞'],
];

/** LaTeX in the one line that `readValue` reads; names are kept as they stand. */
export function lineOfLatex(source: string, names: readonly string[]): string {
  const byLength = [...names].sort((a, b) => b.length - a.length);
  const walk = (part: string): string => {
    let line = '';
    for (let at = 0; at < part.length;) {
      const rest = part.slice(at);
      const name = byLength.find((candidate) => rest.startsWith(candidate));
      const symbol = LATEX_SYMBOLS.find(([code]) => rest.startsWith(code));
      if (name !== undefined) {
        line += name;
        at += name.length;
      } else if (symbol !== undefined) {
        line += symbol[1];
        at += symbol[0].length;
      } else if (rest.startsWith('\\frac')) {
        const above = group(part, at + 5);
        const below = group(part, above.end);
        line += `⟦(${walk(above.inner)})/(${walk(below.inner)})⟧`;
        at = below.end;
      } else if (rest.startsWith('\\sqrt')) {
        const { inner, end } = group(part, at + 5);
        line += `√(${walk(inner)})`;
        at = end;
      } else if (rest.startsWith('e^')) {
        const { inner, end } = group(part, at + 2);
        line += `⟦exp(${walk(inner)})⟧`;
        at = end;
      } else if (rest.startsWith('^')) {
        const { inner, end } = group(part, at + 1);
        line += `^(${walk(inner)})`;
        at = end;
      } else {
        if (!/^[\d.,+\s-]/.test(rest)) throw new Error(`cannot read ${rest} of ${source}`);
        line += rest[0] === '-' ? '−' : (rest[0] ?? '');
        at += 1;
      }
    }
    return line;
  };
  return walk(source);
}

export type Element = {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const unescape = (text: string): string => text.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name]!);

/** Reads a small, strict part of XML: elements, quoted attributes, text. Throws where it is not well-formed. */
export function readXml(source: string): Element {
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | undefined => {
    const sticky = new RegExp(pattern.source, 'uy');
    sticky.lastIndex = at;
    const found = sticky.exec(source) ?? undefined;
    at += found?.[0].length ?? 0;
    return found;
  };
  const element = (): Element => {
    const tag = match(/<(\w+)/)?.[1];
    if (tag === undefined) throw new Error(`an element expected at ${at} of ${source}`);
    const attributes: Record<string, string> = {};
    for (;;) {
      const found = match(/\s+([\w-]+)="([^"<&]*(?:&\w+;[^"<&]*)*)"/);
      if (found === undefined) break;
      if (found[1]! in attributes) throw new Error(`${found[1]!} twice in ${source}`);
      attributes[found[1]!] = unescape(found[2]!);
    }
    if (!match(/>/)) throw new Error(`">" expected at ${at} of ${source}`);
    const children: (Element | string)[] = [];
    for (;;) {
      const text = match(/[^<>&]*(?:&\w+;[^<>&]*)*/)?.[0] ?? '';
      if (text !== '') children.push(unescape(text));
      if (match(new RegExp(`</${tag}>`))) return { tag, attributes, children };
      children.push(element());
    }
  };
  const root = element();
  if (at < source.length) throw new Error(`something follows the element in ${source}`);
  return root;
}

/** The elements of a tree that stand for a quantity, in the order they are written. */
export const namedElements = (element: Element): readonly Element[] =>
  'data-name' in element.attributes
    ? [element]
    : element.children.flatMap((child) => (typeof child === 'string' ? [] : namedElements(child)));

/** MathML in the one line that `readValue` reads; a quantity stands as its data-name. */
export function lineOfMathml(element: Element): string {
  const { tag, attributes, children } = element;
  if (attributes['data-name'] !== undefined) return attributes['data-name'];
  const inner = children.map((child) => (typeof child === 'string' ? child : lineOfMathml(child)));
  switch (tag) {
    case 'mrow':
      return inner[0] === '|' ? `abs(${inner.slice(1, -1).join('')})` : inner.join('');
    case 'mi':
    case 'mn':
    case 'mo':
      return inner.join('');
    case 'mfrac':
      if (inner.length !== 2) throw new Error('a fraction has two parts');
      return attributes['displaystyle'] === 'false' ? '⟦½⟧' : `⟦(${inner.join(')/(')})⟧`;
    case 'msqrt':
      return `√(${inner.join('')})`;
    case 'msup':
      if (inner.length !== 2) throw new Error('a power has two parts');
      return inner[0] === 'e' ? `⟦exp(${inner[1]!})⟧` : `${inner[0]!}^(${inner[1]!})`;
    default:
      throw new Error(`<${tag}> is not expected in a formula`);
  }
}
