import { idOf, type Quantity } from '../quantity.ts';
import { quantitiesOf, type Expr } from './expr.ts';
import { FUNCTIONS, type FunctionName } from './functions.ts';
import { mathml } from './mathml.ts';

/** The words that formulas are read aloud with; a language gives its own. */
export type SpokenWords = {
  readonly quantity: (quantity: Quantity) => string;
  readonly number: (text: string) => string;
  readonly plus: string;
  readonly minus: string;
  readonly times: string;
  readonly over: string;
  readonly negative: string;
  readonly half: string;
  readonly squared: string;
  readonly toThePower: string;
  readonly functions: Readonly<Record<FunctionName, string>>;
  readonly open: string;
  readonly close: string;
  /** What other signs are called: =, ∑, ∂. */
  readonly signs?: Readonly<Record<string, string>>;
  /** A name that stands for no quantity of the page's own: "z", "j", "k" of z with index j in layer k. */
  readonly symbol?: (letter: string, indices: string, layer: string) => string;
  /** ∂E/∂w of such names. */
  readonly slope?: (of: string, along: string) => string;
};

/** A formula as it is said aloud, for a screen reader's label. */
export function spoken(expr: Expr, words: SpokenWords): string {
  const names = new Map(quantitiesOf(expr).map((quantity) => [idOf(quantity), words.quantity(quantity)]));
  return spokenMathml(mathml(expr), words, (id) => names.get(id));
}

/** An element of the markup. */
type Part = { tag: string; id: string | undefined; text: string; readonly parts: Part[] };

/**
 * The same of MathML from this project's printers, so that sums over an index, matrices and rows of formulas are read too.
 * Brackets that a bar or a raised place makes needless on paper are said.
 * @param nameOf what a quantity is called, by its id; where it has no words its letter and indices are said
 */
export function spokenMathml(
  markup: string,
  words: SpokenWords,
  nameOf: (id: string) => string | undefined,
): string {
  const { signs = {}, functions, open, close, minus } = words;
  const { symbol = (...parts) => parts.join(' '), slope = (...parts) => parts.join(' ') } = words;
  const sign = (text: string): string =>
    ({ '+': words.plus, '−': minus, '·': words.times, '/': words.over, '(': open, ')': close })[text] ??
    signs[text] ??
    text;
  const inBrackets = (text: string): string => `${open} ${text} ${close}`;
  const sayAll = (parts: readonly Part[]): string =>
    parts
      .map((part, i) => {
        if (i === 0 && part.text === '−' && parts[1]) return words.negative;
        const isLater = /^[+−·/]$/.test(parts[i - 1]?.text ?? '');
        const text = isLater && isMinus(part) ? inBrackets(say(part)) : say(part);
        // Written without a sign between them: ½(…).
        const isTouching = isHalf(part) && parts[i + 1] && parts[i + 1]?.tag !== 'mo';
        return isTouching ? `${text} ${words.times}` : text;
      })
      .filter(Boolean)
      .join(' ');
  const say = (whole: Part): string => {
    const part = inner(whole);
    const { tag, id, text, parts } = part;
    const name = id && nameOf(id);
    if (name) return name;
    const [first, second, third] = parts as [Part, Part, Part?];
    switch (tag) {
      case 'mn':
        return words.number(text);
      case 'mi': {
        const fn = Object.entries(FUNCTIONS).find((row) => row[1].symbol === text);
        // A letter may carry its circumflex.
        return fn ? functions[fn[0] as FunctionName] : sign(text).replace('\u0302', ` ${sign('^')}`);
      }
      case 'mo':
      case 'mtext':
        return sign(text);
      case 'mfrac': {
        if (isHalf(part)) return words.half;
        const [of, along] = [first, second].map(({ parts: [d, ...rest] }) => d?.text === '∂' && sayAll(rest));
        if (of && along) return slope(of, along);
        const below = say(second);
        return `${isSum(first) ? inBrackets(say(first)) : say(first)} ${words.over} ${isOne(second) ? below : inBrackets(below)}`;
      }
      case 'msqrt':
        return `${functions.sqrt} ${inBrackets(sayAll(parts))}`;
      case 'msub':
      case 'msubsup':
      case 'munder':
        return symbolOf(first, second, third);
      case 'mover':
        return `${say(first)} ${say(second)}`;
      case 'msup': {
        if (first.text === 'e') return `${functions.exp} ${inBrackets(say(second))}`;
        const raised = inner(second);
        if (/^[(′]/.test(raised.parts[0]?.text ?? raised.text)) return symbolOf(first, undefined, second);
        if (raised.text in signs) return `${say(first)} ${sign(raised.text)}`;
        const base = say(bare(first));
        if (raised.text === '2') return `${base} ${words.squared}`;
        const power = say(raised);
        return `${base} ${words.toThePower} ${isOne(raised) ? power : inBrackets(power)}`;
      }
      case 'mtable':
      case 'mtr':
        return parts.map(say).join(tag === 'mtr' ? ', ' : '; ');
      default:
        return parts[0]?.text === '|' ? `${functions.abs} ${inBrackets(say(parts[1]!))}` : sayAll(parts);
    }
  };
  const symbolOf = (letter: Part, below?: Part, raised?: Part): string => {
    const above = raised ? leavesOf(raised).filter(({ text }) => !/[()]/.test(text)) : [];
    const isPrime = above[0]?.text === '′';
    return symbol(
      sayAll(isPrime ? [letter, above[0]!] : [letter]),
      below
        ? leavesOf(below)
            .flatMap(({ text }) => Array.from(text, sign))
            .join(' ')
        : '',
      sayAll(isPrime ? above.slice(1) : above),
    );
  };
  return say(treeOf(markup)).replace(/ ,/g, ',');
}

/** What a row of one is a row of. */
const inner = (part: Part): Part =>
  part.tag === 'mrow' && part.id === undefined && part.parts.length === 1 ? inner(part.parts[0]!) : part;

const leavesOf = (part: Part): readonly Part[] =>
  part.parts.length === 0 ? [part] : part.parts.flatMap(leavesOf);

/** A single name has brackets on paper because of what is raised in it, (a₁⁽¹⁾)²; a slope has two names in it. */
function bare(base: Part): Part {
  const [open, name] = inner(base).parts;
  return open?.text === '(' && name?.id !== undefined && name.tag.startsWith('ms') ? name : base;
}

/** Whether the first sign in it is a minus. */
const isMinus = (part: Part): boolean =>
  part.text === '−' || (part.id === undefined && part.parts[0] !== undefined && isMinus(part.parts[0]));
const isHalf = ({ tag, parts }: Part): boolean =>
  tag === 'mfrac' && parts[0]?.text === '1' && parts[1]?.text === '2';
const isSum = (part: Part): boolean =>
  inner(part).id === undefined && inner(part).parts.some(({ text }, i) => i > 0 && /^[+−]$/.test(text));
/** Nothing but one name or number: what follows cannot be taken as a part of it. */
const isOne = (part: Part): boolean => inner(part).parts.length === 0 || inner(part).id !== undefined;

function treeOf(markup: string): Part {
  const part = (tag: string, id?: string): Part => ({ tag, id, text: '', parts: [] });
  const path = [part('mrow')];
  for (const [, end, tag, attributes = '', empty, text] of markup.matchAll(
    /<(\/?)(\w+)([^>]*?)(\/?)>|([^<]+)/g,
  )) {
    const last = path.at(-1)!;
    if (text) last.text = text;
    else if (end) path.pop();
    else if (tag) {
      const next = part(tag, /data-name="([^"]*)"/.exec(attributes)?.[1]);
      last.parts.push(next);
      if (!empty) path.push(next);
    }
  }
  return path[0]!;
}
