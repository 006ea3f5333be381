import { idOf, type Quantity } from '../quantity.ts';

/** The functions that a formula may call; what they do is in functions.ts, a row each. */
export type FunctionName =
  | 'sigmoid'
  | 'tanh'
  | 'relu'
  | 'step'
  | 'lrelu'
  | 'softplus'
  | 'silu'
  | 'gelu'
  | 'elu'
  | 'normalCdf'
  | 'normalPdf'
  | 'erf'
  | 'huber'
  | 'clip'
  | 'sign'
  | 'exp'
  | 'log'
  | 'sqrt'
  | 'abs'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'asin'
  | 'acos'
  | 'atan'
  | 'max'
  | 'min';

/** A formula as plain data. Everything else (value, interval, text, MathML …) is a reading of it. */
export type Expr =
  /** `text` is how the number is written where that is not its shortest form: "0.3740", "½". */
  | { readonly kind: 'number'; readonly value: number; readonly text?: string }
  | { readonly kind: 'quantity'; readonly id: string; readonly quantity: Quantity }
  | { readonly kind: 'sum'; readonly terms: readonly Expr[] }
  | { readonly kind: 'product'; readonly factors: readonly Expr[] }
  | { readonly kind: 'quotient'; readonly numerator: Expr; readonly denominator: Expr }
  | { readonly kind: 'negation'; readonly operand: Expr }
  | { readonly kind: 'power'; readonly base: Expr; readonly exponent: Expr }
  | {
      readonly kind: 'call';
      readonly fn: FunctionName;
      readonly argument: Expr;
      /** Of max and min: what else is compared. */
      readonly others: readonly Expr[];
    };

export const number = (value: number, text?: string): Expr =>
  text === undefined ? { kind: 'number', value } : { kind: 'number', value, text };
export const quantity = (q: Quantity): Expr => ({ kind: 'quantity', id: idOf(q), quantity: q });
export const negation = (operand: Expr): Expr => ({ kind: 'negation', operand });
export const quotient = (numerator: Expr, denominator: Expr): Expr => ({
  kind: 'quotient',
  numerator,
  denominator,
});
export const power = (base: Expr, exponent: Expr): Expr => ({ kind: 'power', base, exponent });
export const square = (base: Expr): Expr => power(base, number(2));
export const call = (fn: FunctionName, argument: Expr, ...others: readonly Expr[]): Expr => ({
  ...{ kind: 'call', fn, argument, others },
});
export const one = number(1);
export const half = number(0.5, '½');

/** A sum; of a single term, that term. */
export const sum = (...terms: readonly Expr[]): Expr => nary(terms, { kind: 'sum', terms });
/** A product; of a single factor, that factor. */
export const product = (...factors: readonly Expr[]): Expr => nary(factors, { kind: 'product', factors });
export const difference = (minuend: Expr, subtrahend: Expr): Expr => sum(minuend, negation(subtrahend));

function nary(parts: readonly Expr[], many: Expr): Expr {
  const [first] = parts;
  if (first === undefined) throw new Error(`an empty ${many.kind} has no meaning here`);
  return parts.length === 1 ? first : many;
}

/** The direct parts of an expression, in the order they are written. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'number':
    case 'quantity':
      return [];
    case 'sum':
      return expr.terms;
    case 'product':
      return expr.factors;
    case 'quotient':
      return [expr.numerator, expr.denominator];
    case 'negation':
      return [expr.operand];
    case 'power':
      return [expr.base, expr.exponent];
    case 'call':
      return [expr.argument, ...expr.others];
  }
}

type Call = Extract<Expr, { kind: 'call' }>;

/** The calls in an expression. */
export const callsIn = (expr: Expr): readonly Call[] => [
  ...(expr.kind === 'call' ? [expr] : []),
  ...partsOf(expr).flatMap(callsIn),
];

/** The same expression with each direct part replaced. */
export function mapParts(expr: Expr, change: (part: Expr) => Expr): Expr {
  switch (expr.kind) {
    case 'number':
    case 'quantity':
      return expr;
    case 'sum':
      return sum(...expr.terms.map(change));
    case 'product':
      return product(...expr.factors.map(change));
    case 'quotient':
      return quotient(change(expr.numerator), change(expr.denominator));
    case 'negation':
      return negation(change(expr.operand));
    case 'power':
      return power(change(expr.base), change(expr.exponent));
    case 'call':
      return call(expr.fn, change(expr.argument), ...expr.others.map(change));
  }
}

type Leaf = Extract<Expr, { kind: 'number' } | { kind: 'quantity' }>;

/** Every leaf replaced by what `change` makes of it. */
export function mapLeaves(expr: Expr, change: (leaf: Leaf) => Expr): Expr {
  if (expr.kind === 'number' || expr.kind === 'quantity') return change(expr);
  return mapParts(expr, (part) => mapLeaves(part, change));
}

/** Each quantity replaced by an expression; `undefined` leaves it as it stands. */
export const substitute = (
  expr: Expr,
  replacement: (id: string, quantity: Quantity) => Expr | undefined,
): Expr =>
  mapLeaves(expr, (leaf) => (leaf.kind === 'quantity' && replacement(leaf.id, leaf.quantity)) || leaf);

/** The quantities an expression uses, each once, in the order they are written. */
export function quantitiesOf(expr: Expr): readonly Quantity[] {
  const found = new Map<string, Quantity>();
  const visit = (part: Expr): void => {
    if (part.kind === 'quantity') found.set(part.id, part.quantity);
    else partsOf(part).forEach(visit);
  };
  visit(expr);
  return [...found.values()];
}

/** Written alike, number texts aside. */
export function sameExpr(a: Expr, b: Expr): boolean {
  if (a.kind === 'number') return b.kind === 'number' && a.value === b.value;
  if (a.kind === 'quantity') return b.kind === 'quantity' && a.id === b.id;
  if (a.kind !== b.kind) return false;
  if (a.kind === 'call' && b.kind === 'call' && a.fn !== b.fn) return false;
  const [mine, theirs] = [partsOf(a), partsOf(b)];
  return mine.length === theirs.length && mine.every((part, i) => sameExpr(part, theirs[i] as Expr));
}
