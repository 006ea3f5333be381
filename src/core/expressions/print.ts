import type { Quantity } from '../quantity.ts';
import { inFull } from './digits.ts';
import { partsOf, type Expr } from './expr.ts';
import type { FunctionName } from './functions.ts';
import { nameOf, type Name } from './names.ts';

/** How one medium writes each kind of expression. Brackets are decided once, here, for all of them. */
export type Printer<T> = {
  /** `text` is how the number is written on paper: "−0.26", "½", "1.5·10⁻⁷". */
  readonly number: (value: number, text: string) => T;
  readonly quantity: (quantity: Quantity, id: string) => T;
  /** `minus` marks the terms that are taken away. */
  readonly sum: (terms: readonly { readonly minus: boolean; readonly term: T }[]) => T;
  /** `touching` marks factors written right beside the one before, without a dot: ½(…). */
  readonly product: (factors: readonly { readonly touching: boolean; readonly factor: T }[]) => T;
  readonly quotient: (numerator: T, denominator: T) => T;
  readonly negation: (operand: T) => T;
  readonly power: (base: T, exponent: T) => T;
  readonly call: (fn: FunctionName, ...args: T[]) => T;
  readonly brackets: (inner: T) => T;
  /** Fractions one above the other, exponents raised: their parts need no brackets of their own. */
  readonly stacked: boolean;
  /** Names carry raised parts, layer or prime, to which an exponent would stick: (a₁⁽¹⁾)². */
  readonly raisedNames: boolean;
};

/** How tightly an expression holds together; what is looser than its place asks goes into brackets. */
const SUM = 1;
const PRODUCT = 2;
const NEGATION = 3;
const POWER = 4;
const ATOM = 5;

/** Writes an expression in a medium, with brackets where they are needed: 0.5·(−0.26). */
export function print<T>(expr: Expr, printer: Printer<T>): T {
  /** `first`: nothing stands to the left, so a leading minus needs no brackets. */
  const write = (part: Expr, tightness: number, first: boolean): T => {
    const bare = holds(part, printer) >= tightness && (first || !isMinus(part));
    return bare ? open(part, first) : printer.brackets(open(part, true));
  };
  const alone = (part: Expr): T => write(part, SUM, true);
  const open = (part: Expr, first: boolean): T => {
    switch (part.kind) {
      case 'number':
        return printer.number(part.value, writtenNumber(part));
      case 'quantity':
        return printer.quantity(part.quantity, part.id);
      case 'sum':
        return printer.sum(
          part.terms.map((term, i) =>
            term.kind === 'negation' && i > 0
              ? { minus: true, term: write(term.operand, PRODUCT, false) }
              : { minus: false, term: write(term, i === 0 ? SUM + 1 : PRODUCT, i === 0 && first) },
          ),
        );
      case 'product':
        return printer.product(
          part.factors.map((factor, i) => ({
            touching: i > 0 && touches(part.factors[i - 1], factor),
            factor: write(factor, holdsAsFactor(factor, printer.stacked, i), i === 0 && first),
          })),
        );
      case 'quotient':
        return printer.stacked
          ? printer.quotient(alone(part.numerator), alone(part.denominator))
          : printer.quotient(write(part.numerator, PRODUCT, first), write(part.denominator, POWER, false));
      case 'negation':
        return printer.negation(write(part.operand, PRODUCT, false));
      case 'power':
        return printer.power(
          write(part.base, ATOM, false),
          printer.stacked ? alone(part.exponent) : write(part.exponent, ATOM, false),
        );
      case 'call':
        return printer.call(part.fn, ...partsOf(part).map(alone));
    }
  };
  return alone(expr);
}

type Layout = Pick<Printer<unknown>, 'stacked' | 'raisedNames'>;

const writtenNumber = ({ value, text }: Extract<Expr, { kind: 'number' }>): string => text ?? inFull(value);

function holds(expr: Expr, { stacked, raisedNames }: Layout): number {
  switch (expr.kind) {
    case 'sum':
      return SUM;
    case 'product':
      return PRODUCT;
    case 'quotient':
      return stacked ? POWER : PRODUCT;
    case 'negation':
      return NEGATION;
    case 'power':
      return POWER;
    case 'number':
      return holdsAsNumber(writtenNumber(expr), stacked);
    case 'quantity':
      return holdsAsName(nameOf(expr.quantity), stacked, raisedNames);
    case 'call':
      // Where exponents are raised, exp(x) is written eˣ.
      return stacked && expr.fn === 'exp' ? POWER : ATOM;
  }
}

function holdsAsNumber(text: string, stacked: boolean): number {
  if (text.includes('·')) return PRODUCT;
  return text === '½' && stacked ? POWER : ATOM;
}

/** ∂E/∂a is one name, and needs no brackets as a factor, but it does under a bar or an exponent. */
function holdsAsName(name: Name, stacked: boolean, raised: boolean): number {
  if (name.kind === 'partial') return stacked ? POWER : NEGATION;
  return raised && (name.prime || name.layer !== undefined) ? POWER : ATOM;
}

/** In one line, a/b as a later factor needs brackets: x·(a/b). */
const holdsAsFactor = (factor: Expr, stacked: boolean, index: number): number =>
  factor.kind === 'quotient' && !stacked && index > 0
    ? POWER
    : factor.kind === 'product'
      ? NEGATION
      : PRODUCT;

/** A sum, product or fraction that starts with one puts the brackets around that part only. */
const isMinus = (expr: Expr): boolean =>
  expr.kind === 'negation' || (expr.kind === 'number' && /^[−-]/.test(writtenNumber(expr)));

const touches = (before: Expr | undefined, factor: Expr): boolean =>
  before?.kind === 'number' &&
  before.text === '½' &&
  (factor.kind === 'sum' || (factor.kind === 'power' && factor.base.kind === 'sum'));
