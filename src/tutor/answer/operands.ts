import {
  call,
  number,
  one,
  power,
  quantitiesOf,
  quantity,
  quotient,
  sum,
  type Expr,
} from '../../core/expressions/expr.ts';
import { idOf } from '../../core/quantity.ts';
import { failCharacter, failOperand } from './astray.ts';
import { foreignNumber, signFor, slopeAt } from './foreign.ts';
import {
  called,
  doubt,
  fail,
  failUnclosed,
  look,
  NOTHING,
  placed,
  take,
  takeSigns,
  valueOf,
  type Cursor,
} from './cursor.ts';
import { isLog, readBars, readBrackets, type Parts } from './brackets.ts';
import { isNameInTenfold } from './between.ts';
import { INDEXED, isLetter, MODULE, readFunction, type FunctionRead } from './functions.ts';
import { readFraction, readNumber, type NumberRead } from './numbers.ts';
import { readMethods } from './methods.ts';
import { PRIME } from './names.ts';
import { candidates, failUnknown, readQuantity } from './quantities.ts';
import { sharedIn } from './share.ts';
import { remark } from './remark.ts';
import { remarkCall, remarkLetter } from './remarks.ts';
import { negated, readRun, readSpaced, readTouching } from './signs.ts';

/** Euler's number. As a base it makes exp. */
export const EULER = number(Math.E, 'e');
const PI = number(Math.PI, 'π');

/** With an index it is a name: e₁. */
const CONSTANT = /(?:(?:e|([pP][iI]))(?![A-Za-z])|(π))(?!\s*_)/y;

/** A base that there is not: 1, 0.5, or a letter where something follows that the logarithm may be of. */
const BASE = /log\s*_\s*(?=\{?\s*(\d+(?:\.\d+)?|\p{L}(?=\}|\s*\(|\s+[\p{L}\d])))[{\d.\p{L}}]+/iuy;
/** What may be a number with a decimal comma, or a value and its base. */
const BASE_OR_DECIMALS = /\(\s*([1-9]\d*),([1-9]\d*)\s*\)/y;

/** A number, a name, a call, or what stands in brackets; with the methods behind it. */
export function readOperand(cursor: Cursor, tenfold: boolean): Expr {
  take(cursor, /\s*/y);
  const start = cursor.at;
  const value = readValue(cursor, tenfold);
  return cursor.scope.defining
    ? readMethods(cursor, value, start, () => readBrackets(cursor, true).parts)
    : value;
}

function readValue(cursor: Cursor, tenfold: boolean): Expr {
  const fraction = readFraction(cursor.text, cursor.at);
  if (fraction) {
    cursor.at = fraction.end;
    return fraction.expr;
  }
  const numberHere = (tens: boolean): NumberRead | undefined =>
    readNumber(cursor.text, cursor.at, cursor.commaSeparates, tens);
  const isName = (part: string): boolean => candidates(cursor, part).length > 0;
  const foreign = cursor.scope.defining && foreignNumber(cursor, isName);
  if (foreign) return foreign;
  let typed = numberHere(tenfold);
  if (typed && isNameInTenfold(cursor, cursor.text.slice(cursor.at, typed.end))) typed = numberHere(false);
  if (typed) {
    if ('problem' in typed) return fail(cursor, typed.problem, cursor.at, typed.end);
    const start = cursor.at;
    cursor.at = typed.end;
    cursor.literals.push(typed.literal);
    cursor.leaf = typed.leaf;
    return placed(cursor, typed.leaf, start);
  }
  if (look(cursor, /[([{]/y)) return readBrackets(cursor, false).parts[0] ?? NOTHING;
  if (look(cursor, /\|/y)) return readBars(cursor);
  const slope = cursor.scope.defining && slopeAt(cursor.text, cursor.at, isName);
  if (slope !== undefined)
    return fail(cursor, { kind: 'unexpectedCharacter', character: '∂' }, cursor.at, slope);
  // What stands after it would be one name with it.
  if (look(cursor, /Σ/y)) return failCharacter(cursor);
  if (take(cursor, /\\sqrt\s*\[/y)) return readRoot(cursor);
  if (look(cursor, /\\frac/y)) return readQuantity(cursor) ?? readFrac(cursor);
  return look(cursor, /[\p{L}∂√_]|\\(?:wide)?(?:bar|overline|tilde|dot|vec|hat)\s*\{?\s*\p{L}/uy)
    ? readWord(cursor)
    : failOperand(cursor);
}

/** The root of a degree, behind its bracket: a power. */
function readRoot(cursor: Cursor): Expr {
  const bracket = cursor.at - 1;
  const degree = cursor.grammar.sum(cursor);
  if (!take(cursor, /\s*\]/y)) return failUnclosed(cursor, '[', bracket);
  return power(readOperand(cursor, false), quotient(one, degree));
}

function readFrac(cursor: Cursor): Expr {
  const part = (): Expr => {
    take(cursor, /\s*/y);
    const digit = look(cursor, /\d/y)?.[0];
    if (digit === undefined) return cursor.grammar.factor(cursor, false);
    cursor.at++;
    return number(Number(digit));
  };
  take(cursor, /\\frac/y);
  const above = part();
  const start = cursor.at;
  return divide(cursor, above, part(), start);
}

export function divide(cursor: Cursor, above: Expr, below: Expr, start: number): Expr {
  const whole = quotient(above, below);
  // A share of powers of e has a value also where each of them is too small for a float.
  if (valueOf(cursor, below) === 0 && !Number.isFinite(valueOf(cursor, whole)))
    return fail(
      cursor,
      { kind: 'divisionByZero', ...(below.kind !== 'number' && { below }) },
      start,
      cursor.at,
    );
  return whole;
}

function readWord(cursor: Cursor): Expr {
  const start = cursor.at;
  // What a learner has named e is e.
  if (cursor.names.exact.size > 0) {
    const chosen = readQuantity(cursor);
    if (chosen) {
      if (chosen.kind === 'quantity' && chosen.id === 'e') remark(cursor, start, { kind: 'ownE' });
      return chosen;
    }
  }
  const inModule = take(cursor, MODULE) !== null;
  const constant = take(cursor, inModule ? /(?:e|(pi))(?![a-z])/iy : CONSTANT);
  if (constant) {
    const isPi = (constant[1] ?? constant[2]) !== undefined;
    if (!isPi && !look(cursor, /\s*(?:\^|\*\*)/y)) remark(cursor, start, { kind: 'euler' });
    // As tables write it: PI().
    if (isPi) take(cursor, /\(\s*\)/y);
    return isPi ? PI : EULER;
  }
  // E is the loss, but before there is one, some write Euler's number with it.
  if (take(cursor, /E(?=\s*(?:\^|\*\*))/y)) {
    if (candidates(cursor, 'E').length === 0) return EULER;
    cursor.at = start;
  }
  const derivative = inModule ? undefined : readQuantity(cursor);
  if (derivative) return derivative;
  const isName = cursor.scope.defining !== undefined && look(cursor, INDEXED) !== null;
  const found = isName ? undefined : readFunction(cursor.text, cursor.at);
  const isWhole = found && found.word.length > 3 && !/^\.\d/.test(cursor.text.slice(found.end));
  const base = isWhole ? undefined : take(cursor, BASE)?.[1];
  if (base !== undefined) return fail(cursor, { kind: 'unknownBase', base }, start, cursor.at);
  if (found) {
    const baseless = withoutBase(cursor, found);
    return baseless ? readCall(cursor, baseless, readTouching) : readCall(cursor, found);
  }
  const share = readShare(cursor);
  if (share) return share;
  const foreign = inModule && cursor.scope.defining && take(cursor, /\p{L}[\p{L}\d_]*/uy)?.[0];
  if (foreign) {
    const character = signFor(foreign);
    const told = character === undefined ? ({ kind: 'foreign', name: foreign } as const) : undefined;
    return fail(
      cursor,
      told ?? { kind: 'unexpectedCharacter', character: character ?? '' },
      start,
      cursor.at,
    );
  }
  cursor.at = start;
  return failUnknown(cursor);
}

/** log2x, read as the logarithm of 2x. */
function withoutBase(cursor: Cursor, { word, end }: FunctionRead): FunctionRead | undefined {
  const digits = /^log(\d+)$/i.exec(word)?.[1];
  if (digits === undefined || !/[\p{L}√]/u.test(cursor.text[end] ?? '')) return undefined;
  return doubt(cursor, 'base')
    ? readFunction(cursor.text.slice(0, end - digits.length), cursor.at)
    : undefined;
}

/** softmax(z1): the share of a unit, for which the other z of its layer are looked up. */
function readShare(cursor: Cursor): Expr | undefined {
  const { quantities, standing } = cursor.scope;
  const start = cursor.at;
  const isUnits = quantities.some(({ kind }) => kind === 'preActivation');
  if (!isUnits || !take(cursor, /softmax\s*(?=[([{])/iy)) return undefined;
  const { parts } = readBrackets(cursor, true);
  if (cursor.problem) return NOTHING;
  // Of several values it would not be said whose share is meant.
  const [own] = parts.length === 1 ? parts : [];
  const z = own?.kind === 'quantity' ? own.quantity : undefined;
  if (own === undefined || z?.kind !== 'preActivation') {
    const shared = sharedIn(cursor.scope);
    return shared && fail(cursor, { kind: 'shareOf', quantity: shared }, start, cursor.at);
  }
  const layer = quantities.filter(
    (other) => other.kind === 'preActivation' && other.layer === z.layer && other.example === z.example,
  );
  const later = layer.find((other) => standing(idOf(other)) !== 'known');
  if (later) return fail(cursor, { kind: 'later', quantity: later });
  return quotient(call('exp', own), sum(...layer.map((other) => call('exp', quantity(other)))));
}

/**
 * σ(z), σ z, σ′(z), tanh²(z). Without brackets the argument is the next power with its sign.
 * @param goOn reads on what touches such an argument
 */
function readCall(cursor: Cursor, found: FunctionRead, goOn = readRun): Expr {
  const { end, word, application } = found;
  const start = cursor.at;
  cursor.at = end;
  // A layer without numbers of its own: nn.ReLU()(x).
  take(cursor, /\s*\(\s*\)(?=\s*\()/y);
  const primed = take(cursor, PRIME) !== null;
  const apply = primed ? application.slope : undefined;
  if (primed && !apply) return fail(cursor, { kind: 'unknownName', name: `${word}'` }, start, cursor.at);
  if (take(cursor, /\s*(?:\^|\*\*)\s*[({]*\s*-/y))
    return fail(cursor, { kind: 'raisedBelow', name: word }, start, cursor.at);
  const raised = take(cursor, /\s*(?:\^|\*\*)\s*(?:\{\s*(\d+)\s*\}|(\d+))/y);
  const { parts: args, mayBeDecimal } = readArguments(cursor, found, goOn);
  const { arguments: expected, orMore } = application;
  if (args.length !== expected && !(orMore && args.length > expected)) {
    const counts = { expected, ...(orMore && { orMore }), found: args.length };
    return fail(cursor, { kind: 'argumentCount', name: word, ...counts }, start, cursor.at);
  }
  // In max(0,3775, x) a comma may be a decimal mark; among names it is none.
  const isDoubtful = args.length > expected && mayBeDecimal && !args.every(hasNames);
  if (isDoubtful) return fail(cursor, { kind: 'commaOrDecimal', name: word }, start, cursor.at);
  if (cursor.problem) return NOTHING;
  remarkCall(cursor, start, word, args);
  const result = called(cursor, apply ? apply(args[0] ?? NOTHING) : application.apply(args), start);
  return raised ? power(result, number(Number(raised[1] ?? raised[2]))) : result;
}

const hasNames = (arg: Expr): boolean => quantitiesOf(arg).length > 0;

function readArguments(
  cursor: Cursor,
  { end, word, application }: FunctionRead,
  goOn: typeof readRun,
): Parts {
  const count = application.arguments;
  take(cursor, /\s*/y);
  const [pair, whole = '', base = ''] = (isLog(word) && look(cursor, BASE_OR_DECIMALS)) || [];
  if (pair !== undefined) {
    const decimal = `${whole}.${base}`;
    return single(fail(cursor, { kind: 'logBase', base, decimal }, cursor.at, cursor.at + pair.length));
  }
  if (look(cursor, /[([{]/y)) return readBrackets(cursor, count > 1, word);
  const mayBeName = cursor.scope.defining !== undefined && isLetter(word);
  // Behind a letter that may be a name, a minus with a space on both sides takes away: σ - 1.
  const takesAway = mayBeName && look(cursor, /(?<=\s)-\s/y) !== null;
  const isOperand = !takesAway && look(cursor, /[-\p{L}∂√|\\¼-¾⅐-⅞]|[.,]?\d/uy) !== null;
  if (count > 1 || !isOperand)
    return single(
      fail(
        cursor,
        { kind: 'missingArgument', name: word, ...(mayBeName && { mayBeName }) },
        end - word.length,
        end,
      ),
    );
  const inner = cursor.at;
  const negative = takeSigns(cursor);
  const argument = cursor.grammar.factor(cursor, false);
  const run = readSpaced(cursor, goOn(cursor, argument));
  const expr = negative ? negated(cursor, run) : run;
  const start = end - word.length;
  cursor.loose = { isExponent: false, start, inner, end: cursor.at, expr };
  if (mayBeName) remarkLetter(cursor, start, word);
  return single(expr);
}

const single = (part: Expr): Parts => ({ parts: [part], mayBeDecimal: false });
