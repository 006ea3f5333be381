import { call, difference, number, one, product, type Expr, type FunctionName } from './expr.ts';
import { LEAK } from './functions.ts';

/** What a function of FUNCTIONS that is x above 0 makes of an x elsewhere, a row for each that has two such pieces. */
export const BELOW_0 = {
  relu: () => number(0),
  lrelu: (x) => product(number(LEAK), x),
  elu: (x) => difference(call('exp', x), one),
} as const satisfies Readonly<Partial<Record<FunctionName, (x: Expr) => Expr>>>;

/** The lower piece of a function that has two. */
export const lowerPieceOf = (fn: FunctionName): ((x: Expr) => Expr) | undefined =>
  fn in BELOW_0 ? BELOW_0[fn as keyof typeof BELOW_0] : undefined;
