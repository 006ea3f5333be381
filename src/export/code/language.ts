import { partsOf, quantity, type Expr } from '../../core/expressions/expr.ts';
import { FUNCTIONS, type FunctionName } from '../../core/expressions/functions.ts';
import { lowerPieceOf } from '../../core/expressions/pieces.ts';
import { print } from '../../core/expressions/print.ts';
import { idOf, variable, type Quantity } from '../../core/quantity.ts';

/**
 * How a function is called: by a name the language knows, or by one that the program defines. Without a body it is
 * defined by what it is in simpler terms (`definition` in core/expressions/functions.ts) or below 0 (pieces.ts). Its
 * parameter is x if none is given.
 */
export type Spelling =
  string | { readonly name: string; readonly body?: string; readonly parameters?: string };

/** What a pass of a network calls; the others are for functions that a learner types. */
export type PassFunction = Exclude<
  FunctionName,
  'erf' | 'sin' | 'cos' | 'tan' | 'asin' | 'acos' | 'atan' | 'max'
>;

/** What a program calls that leaves all slopes to the library. */
export type ForwardFunction = Exclude<PassFunction, 'step' | 'clip' | 'sign' | 'normalPdf' | 'min'>;

/** How functions are called, `Needed` and perhaps more. */
export type Functions<Needed extends FunctionName = never> = Readonly<
  Record<Needed, Spelling> & Partial<Record<FunctionName, Spelling>>
>;

/** How a programming language writes formulas. */
export type Language = {
  readonly comment: string;
  readonly number: (value: number) => string;
  readonly negation: (operand: string) => string;
  /** The functions of x that are not there by themselves have `x` for their argument in `body`. */
  readonly functions: Functions<ForwardFunction>;
  /** What is x where x is above 0, and something else elsewhere. */
  readonly xAbove0: (elsewhere: string) => string;
  readonly define: (name: string, body: string, parameters?: string) => string;
};

/** A formula in a language. Throws at a function that the language has no row for. @param nameOf how the program calls a quantity */
export const code = (expr: Expr, language: Language, nameOf: (quantity: Quantity) => string): string =>
  print<string>(expr, {
    number: (value) => language.number(value),
    quantity: nameOf,
    sum: (terms) =>
      terms.map(({ minus, term }, i) => (i === 0 ? term : `${minus ? ' - ' : ' + '}${term}`)).join(''),
    product: (factors) => factors.map(({ factor }) => factor).join(' * '),
    quotient: (numerator, denominator) => `${numerator} / ${denominator}`,
    negation: language.negation,
    power: (base, exponent) => `${base} ** ${exponent}`,
    call: (fn, ...args) => `${calledBy(spellingOf(fn, language))}(${args.join(', ')})`,
    brackets: (inner) => `(${inner})`,
    stacked: false,
    raisedNames: false,
  });

function spellingOf(fn: FunctionName, { functions }: Language): Spelling {
  const spelling = functions[fn];
  if (spelling === undefined) throw new Error(`no spelling of ${fn} in this language`);
  return spelling;
}

const calledBy = (spelling: Spelling): string => (typeof spelling === 'string' ? spelling : spelling.name);

/** The definitions that formulas need in a language, each after those it calls. */
export function definitions(formulas: readonly Expr[], language: Language): readonly string[] {
  const made = new Map<FunctionName, string>();
  const visit = (expr: Expr): void => {
    partsOf(expr).forEach(visit);
    if (expr.kind === 'call' && !made.has(expr.fn)) define(expr.fn);
  };
  const define = (fn: FunctionName): void => {
    const spelling = spellingOf(fn, language);
    if (typeof spelling === 'string') return;
    made.set(fn, language.define(spelling.name, spelling.body ?? ownDefinition(fn), spelling.parameters));
  };
  const ownDefinition = (fn: FunctionName): string => {
    const x = quantity(variable('x'));
    const lower = lowerPieceOf(fn)?.(x);
    const definition = lower ?? FUNCTIONS[fn].definition?.(x);
    if (definition === undefined) throw new Error(`${fn} has neither a body nor a definition`);
    visit(definition);
    const written = code(definition, language, idOf);
    return lower ? language.xAbove0(written) : written;
  };
  formulas.forEach(visit);
  return [...made.values()];
}
