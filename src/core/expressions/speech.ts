import type { Quantity } from '../quantity.ts';
import type { Expr } from './expr.ts';
import type { FunctionName } from './functions.ts';
import { print } from './print.ts';

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
};

/** A formula as it is said aloud, for a screen reader's label. */
export const spoken = (expr: Expr, words: SpokenWords): string =>
  print<string>(expr, {
    number: (_, text) => (text === '½' ? words.half : words.number(text)),
    quantity: (quantity) => words.quantity(quantity),
    sum: (terms) =>
      terms
        .map(({ minus, term }, i) => (i === 0 ? term : ` ${minus ? words.minus : words.plus} ${term}`))
        .join(''),
    product: (factors) => factors.map(({ factor }) => factor).join(` ${words.times} `),
    quotient: (numerator, denominator) => `${numerator} ${words.over} ${denominator}`,
    negation: (operand) => `${words.negative} ${operand}`,
    power: (base, exponent) =>
      exponent === words.number('2') ? `${base} ${words.squared}` : `${base} ${words.toThePower} ${exponent}`,
    call: (fn, argument) => `${words.functions[fn]} ${words.open} ${argument} ${words.close}`,
    brackets: (inner) => `${words.open} ${inner} ${words.close}`,
    stacked: false,
    raisedNames: false,
  });
