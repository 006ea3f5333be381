import { quantity as leaf, type Expr } from '../../core/expressions/expr.ts';
import { shortName, written } from '../../core/expressions/names.ts';
import { signFor } from './foreign.ts';
import { bareSpelling } from '../../core/function/name.ts';
import { idOf, type Quantity } from '../../core/quantity.ts';
import { doubt, fail, failUnclosed, look, placed, take, type Cursor } from './cursor.ts';
import { FUNCTION_WORDS } from './functions.ts';
import { readName } from './names.ts';
import { nearest } from './nearest.ts';
import { remarkApplied } from './remark.ts';
import type { Scope } from './scope.ts';

const isKnown = ({ standing, values }: Scope, quantity: Quantity): boolean =>
  standing(idOf(quantity)) === 'known' && values.has(idOf(quantity));

/** Which of several quantities may be meant: those of the asked formula first, else those with a value. */
function choose(scope: Scope, fits: readonly Quantity[]): readonly Quantity[] {
  const own = fits.filter(({ example }) => example === scope.example);
  const known = (own.length > 0 ? own : fits).filter((quantity) => isKnown(scope, quantity));
  const preferred = known.filter((quantity) => scope.preferred.has(idOf(quantity)));
  const chosen = preferred.length > 0 ? preferred : known;
  // The one bias of a layer is a quantity for each of its units, all of them alike.
  const [first, ...others] = chosen;
  const isOne = first && others.every((other) => shortName(other) === shortName(first));
  return isOne ? [first] : chosen;
}

/** What a name may mean. */
export const candidates = ({ scope, names }: Cursor, name: string): readonly Quantity[] =>
  choose(scope, readName(name, 0, names, true)?.fits ?? []);

/** Reads the name of a quantity, if one is here. */
export function readQuantity(cursor: Cursor): Expr | undefined {
  const { text, at: start, names, scope } = cursor;
  let read = readName(text, start, names, false);
  if (read?.raised && doubt(cursor, 'raisedLayer')) read = readName(text, start, names, true);
  if (!read || read.fits.length === 0) return undefined;
  cursor.at = read.end;
  const unfinished = look(cursor, /(\s*\^?\s*)([[({])[\s\d,]*$/y);
  if (unfinished) {
    const [, { length } = '', bracket = ''] = unfinished;
    return failUnclosed(cursor, bracket, cursor.at + length);
  }
  const chosen = choose(scope, read.fits);
  const [only] = chosen;
  if (only && chosen.length === 1) {
    const index = only.kind === 'variable' && look(cursor, /\[\s*\d+\s*\]/y)?.[0];
    if (index) {
      const name = text.slice(start, read.end) + index;
      return failMarked(cursor, name, name, start, start + name.length);
    }
    return scope.defining && look(cursor, /\s*[([]/y)
      ? readCalled(cursor, only, scope.defining.get(idOf(only)), start)
      : placed(cursor, leaf(only), start);
  }
  if (only) {
    const name = text.slice(start, read.end).trim();
    return fail(cursor, { kind: read.missing, name, candidates: chosen }, start, read.end);
  }
  const asked = read.fits.find((quantity) => scope.standing(idOf(quantity)) === 'asked');
  const quantity = asked ?? read.fits.find(({ example }) => example === scope.example) ?? read.fits[0]!;
  return fail(cursor, { kind: asked ? 'asked' : 'later', quantity }, start, read.end);
}

/**
 * A name with a bracket behind it, where a function is defined.
 * @param of if it is an earlier line, what that is written to be of: g(x) is then what it stands for
 */
function readCalled(
  cursor: Cursor,
  quantity: Quantity,
  of: readonly string[] | undefined,
  start: number,
): Expr {
  const { at } = cursor;
  const [whole = '', between = ''] = look(cursor, /\s*\(([^()]*)\)/y) ?? [];
  const inside = between.split(/[,;]/).map(bareSpelling);
  const isItself = of?.length === inside.length && of.every((name, i) => bareSpelling(name) === inside[i]);
  const read = placed(cursor, leaf(quantity), start);
  if (isItself) cursor.at += whole.length;
  else if (of) return fail(cursor, { kind: 'calledLine', quantity, of }, start, at);
  else if (
    /^\s*[\p{L}\d]+\s*$/u.test(between) ||
    (whole !== '' && /^[fgh]$/i.test(cursor.text.slice(start, at)))
  )
    remarkApplied(cursor, start, at, at + whole.length);
  return read;
}

const NAME =
  /(?:[\p{L}∂_]*[\p{L}∂]|_+)'?(?:\d+|\[[\d,\s]*\]|_\{[\w,\s]*\}|_\w+|\^\{\(\d+\)\})*(?:\s*\/\s*[d∂][\p{L}\d[\],_{}^()]+)?/uy;

/** A name that an input of a function may have, with what tells that it is meant to be another. */
const CHOSEN =
  /(?:\\(?:wide)?(?:bar|overline|tilde|dot|vec|hat)\s*\{?\s*|hat(?:\s*\{\s*|\s+))\p{L}[\p{L}\d]*(?:\s*\})?(?:_\{[^}]*\}|_\w+)?|\p{L}+\p{M}*\d*(?:_(?:\{[^}]*\}|\d+|\p{L}[\p{L}\d]*))*(?:'+|\[[^\]]*\])?/uy;
/** What of it no name has: signs above and behind it, and marks within an index. */
const MARKED = /[^\p{L}\d_{}]|_\{[^}]*[^\p{L}\d}]/u;
/** What is written for a sign above, within or behind a name. */
const MARKS: Readonly<Record<string, string>> = {
  ...{ "'": 'prime', '\u0302': 'hat', '\u0303': 'tilde', '\u0304': 'bar', '\u0307': 'dot', '\u20d7': 'vec' },
  ...{ '[': '_', _: '_', '+': 'plus', '-': 'minus' },
};

/** A marked name as one that can be read: yhat, w_12. Where a sign has no word, `?` is left of it. */
const unmarked = (typed: string): string =>
  typed
    .replace(/^\\?(?:wide)?([a-z]{3,})[\s{]+([\p{L}\d]+)/u, '$2$1')
    .replace(/[\s{}\],]/g, '')
    .replace(/[^\p{L}\d]/gu, (sign) => MARKS[sign] ?? '?');

/** Tells of a marked name, and how it can be called if nothing else is, or would be, called so. */
function failMarked(cursor: Cursor, typed: string, name: string, start: number, end: number): Expr {
  const instead = unmarked(typed);
  const others = [...cursor.names.exact.keys(), ...(cursor.text.match(new RegExp(CHOSEN, 'gu')) ?? [])];
  const isTaken = others.some(
    (other) =>
      bareSpelling(other) !== bareSpelling(typed) && bareSpelling(unmarked(other)) === bareSpelling(instead),
  );
  const help = isTaken || instead.includes('?') ? {} : { instead };
  return fail(cursor, { kind: 'markedName', name, ...help }, start, end);
}

/** Where a function is defined, any name may be that of an input. */
function failChosen(cursor: Cursor, start: number): Expr | undefined {
  const typed = take(cursor, CHOSEN)?.[0];
  if (typed === undefined) return undefined;
  const end = start + typed.length;
  const sign = signFor(typed);
  if (sign !== undefined) return fail(cursor, { kind: 'unexpectedCharacter', character: sign }, start, end);
  const span = cursor.source.span(start, end);
  const shown = cursor.source.typed.slice(span.start, span.end);
  if (MARKED.test(/^hat[^]/.test(typed) && shown.startsWith('\\') ? shown : typed))
    return failMarked(cursor, typed, shown.trim(), start, end);
  const suggestion = nearest(typed, [...FUNCTION_WORDS, ...cursor.names.exact.keys()]);
  const help = suggestion === undefined ? {} : { suggestion };
  return fail(cursor, { kind: 'unknownName', name: typed.replace(/[{}]/g, ''), ...help }, start, end);
}

const plainly = (name: string): string => name.normalize('NFKC').replaceAll('∂', 'd');

export function failUnknown(cursor: Cursor): Expr {
  const { scope } = cursor;
  const start = cursor.at;
  const chosen = scope.defining && failChosen(cursor, start);
  if (chosen) return chosen;
  const typed = take(cursor, NAME)?.[0] ?? '';
  // ∂E/…, but f/…: only a derivative's name goes on after its line.
  const name = /^[d∂]/.test(typed) ? typed : typed.replace(/\s*\/.*$/s, '');
  const withValue = scope.quantities.filter((quantity) => isKnown(scope, quantity));
  const known = new Map(
    withValue.map((quantity) => {
      const isOwn =
        quantity.kind === 'variable' || (quantity.kind === 'partial' && quantity.of.kind === 'variable');
      const shown = isOwn || written.rename ? shortName(quantity) : idOf(quantity);
      return [plainly(shown), shown] as const;
    }),
  );
  const found = nearest(plainly(name.replace(/\s/g, '')), [...FUNCTION_WORDS, ...known.keys()]);
  // In some books σ is an s.
  const isSigmoid = name === 's' && look(cursor, /\s*[([]/y) !== null;
  const suggestion = isSigmoid ? 'sigma' : found === undefined ? undefined : (known.get(found) ?? found);
  const here = withValue.filter(({ example }) => example === undefined || example === scope.example);
  // What the step is worked out from comes first.
  const isPreferred = (quantity: Quantity): boolean => scope.preferred.has(idOf(quantity));
  const own = [...here.filter(isPreferred), ...here.filter((quantity) => !isPreferred(quantity))];
  const help = suggestion !== undefined ? { suggestion } : scope.defining ? {} : { known: own };
  const details = { kind: 'unknownName', name, ...help } as const;
  return fail(cursor, details, start, start + name.length);
}
