import fc from 'fast-check';
import {
  call,
  half,
  negation,
  number,
  power,
  product,
  quantity as q,
  quotient,
  sum,
  type Expr,
} from '../../../src/core/expressions/expr.ts';
import type { FunctionName } from '../../../src/core/expressions/functions.ts';
import {
  activation,
  coupledPartial,
  gradient,
  learningRate,
  loss,
  partial,
  preActivation,
  target,
  unitLoss,
  updated,
  variable,
  weight,
  type Quantity,
} from '../../../src/core/quantity.ts';

/** One quantity of every way in which a name is built. */
export const QUANTITIES: readonly Quantity[] = [
  activation(0, 1),
  activation(1, 2),
  preActivation(2, 11),
  weight(1, 1, 11),
  weight(1, 11, 1),
  target(1),
  unitLoss(2),
  loss,
  learningRate,
  gradient(activation(2, 1)),
  gradient(weight(2, 1, 1)),
  partial(activation(1, 1), preActivation(1, 1)),
  coupledPartial(2, 1, 1),
  coupledPartial(2, 1, 2),
  updated(weight(2, 1, 1)),
  variable('z', 'j', 'k−1'),
];

export type FormulaLimits = {
  readonly quantities?: readonly Quantity[];
  readonly numbers?: fc.Arbitrary<Expr>;
  readonly functions?: readonly FunctionName[];
  readonly exponents?: fc.Arbitrary<Expr>;
  /** How deep it may nest. */
  readonly depth?: number;
};

const SMOOTH: readonly FunctionName[] = [
  ...(['sigmoid', 'tanh', 'exp', 'log', 'sqrt', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan'] as const),
  ...(['softplus', 'silu', 'gelu', 'elu', 'normalCdf', 'normalPdf', 'erf'] as const),
];
const ALL_FUNCTIONS: readonly FunctionName[] = [
  ...SMOOTH,
  ...(['relu', 'abs', 'step', 'lrelu', 'huber', 'clip', 'sign'] as const),
];

/** Numbers of two decimals between −3 and 3. */
export const twoDecimals: fc.Arbitrary<Expr> = fc
  .integer({ min: -300, max: 300 })
  .map((n) => number(n / 100));

/** Whole exponents −2 … 3. */
const wholeExponents: fc.Arbitrary<Expr> = fc.integer({ min: -2, max: 3 }).map((n) => number(n));

/** Random formulas, with every kind of expression in every place. */
export function formulas({
  quantities = QUANTITIES,
  numbers = twoDecimals,
  functions = ALL_FUNCTIONS,
  exponents,
  depth = 4,
}: FormulaLimits = {}): fc.Arbitrary<Expr> {
  const leaf = fc.oneof(numbers, fc.constant(half), fc.constantFrom(...quantities.map(q)));
  return fc.letrec<{ formula: Expr }>((tie) => {
    const part = tie('formula');
    const parts = fc.array(part, { minLength: 2, maxLength: 3 });
    return {
      formula: fc.oneof(
        { maxDepth: depth, depthIdentifier: 'formula' },
        leaf,
        parts.map((terms) => sum(...terms)),
        parts.map((factors) => product(...factors)),
        fc.tuple(part, part).map(([above, below]) => quotient(above, below)),
        part.map(negation),
        fc.tuple(part, exponents ?? fc.oneof(wholeExponents, part)).map(([base, up]) => power(base, up)),
        fc.tuple(fc.constantFrom(...functions), part).map(([fn, argument]) => call(fn, argument)),
        fc
          .tuple(fc.constantFrom('max', 'min'), part, part)
          .map(([fn, argument, other]) => call(fn, argument, other)),
      ),
    };
  }).formula;
}
