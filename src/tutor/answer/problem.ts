import type { Expr } from '../../core/expressions/expr.ts';
import type { Quantity } from '../../core/quantity.ts';
import type { Lost } from './lost.ts';

/** Where in the string as typed: indexes from 0, `end` exclusive. */
export type Span = { readonly start: number; readonly end: number };

/** Why an answer cannot be read. Its words are in messages/. */
export type Details =
  /** Nothing was typed. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLong'; readonly limit: number }
  /** Brackets, powers or divisions within each other, more than `limit`. */
  | { readonly kind: 'tooDeep'; readonly limit: number }
  | { readonly kind: 'unexpectedCharacter'; readonly character: string }
  /** An operator has nothing to its left or right; at the end of the string, the learner may still be typing. */
  | { readonly kind: 'missingOperand' }
  /** Two things stand side by side where no product is meant: "x1 2". */
  | { readonly kind: 'missingOperator' }
  | { readonly kind: 'unclosedBracket'; readonly bracket: string; readonly missing: string }
  | { readonly kind: 'unopenedBracket'; readonly bracket: string }
  | { readonly kind: 'wrongBracket'; readonly bracket: string; readonly missing: string }
  | { readonly kind: 'emptyBrackets' }
  /** `mayBeName`: in the definition of a function, a letter that may be meant as a quantity. */
  | { readonly kind: 'missingArgument'; readonly name: string; readonly mayBeName?: true }
  | {
      readonly kind: 'argumentCount';
      readonly name: string;
      readonly expected: number;
      readonly orMore?: true;
      readonly found: number;
    }
  /** log(x, 2): the base where a second value would stand, if it is a plain number; `decimal` is the number that log(8,2) may be of. */
  | { readonly kind: 'logBase'; readonly base?: string; readonly decimal?: string }
  /** log_1 x, log_a x: no base that can be read. */
  | { readonly kind: 'unknownBase'; readonly base: string }
  /** tan^-1 x: the inverse, or 1 divided by it. */
  | { readonly kind: 'raisedBelow'; readonly name: string }
  /** max(0,3775, x): its first comma stands between two values, or within a number. */
  | { readonly kind: 'commaOrDecimal'; readonly name: string }
  /** "1,234": the two numbers it may be. */
  | { readonly kind: 'thousandsOrDecimal'; readonly thousands: number; readonly decimal: number }
  | { readonly kind: 'thousandsSeparator'; readonly suggestion: string }
  | { readonly kind: 'twoDecimalMarks' }
  /** In the definition of a function: 0x1F, which is 31. */
  | { readonly kind: 'otherBase'; readonly typed: string; readonly value: number }
  /** In the definition of a function: x^2.relu(), of x² or of the 2. */
  | { readonly kind: 'methodOfNumber'; readonly name: string }
  /** "1 e10" is neither a number nor surely a product. */
  | { readonly kind: 'spaceInNumber'; readonly suggestion: string }
  | {
      readonly kind: 'whichLayer' | 'whichUnit';
      readonly name: string;
      readonly candidates: readonly Quantity[];
    }
  /** In the definition of a function: what has no function here, of a library or behind a value, np.dot and x.sum(). */
  | { readonly kind: 'foreign'; readonly name: string }
  /** In the definition of a function: several values between brackets, (x, y) or [1, 2]. */
  | { readonly kind: 'vector' }
  | { readonly kind: 'transposed' }
  /** In the definition of a function, an earlier line with a bracket behind it: f(x) may be f, or f times x. With what it is written to be `of`. */
  | { readonly kind: 'calledLine'; readonly quantity: Quantity; readonly of: readonly string[] }
  /** softmax of anything but a z, such as `quantity`: which others it is to be shared with is not known. */
  | { readonly kind: 'shareOf'; readonly quantity: Quantity }
  /** In the definition of a function: what is raised, in brackets, may be a layer or an example as in W^[1]. */
  | { readonly kind: 'raisedIndex'; readonly index: string }
  /** The answer uses the quantity that is asked for, or one that is not worked out yet. */
  | { readonly kind: 'asked' | 'later'; readonly quantity: Quantity }
  /** `suggestion` is the name of a function or the id of a quantity; `known` is what has a value, where that is a help. */
  | {
      readonly kind: 'unknownName';
      readonly name: string;
      readonly suggestion?: string;
      readonly known?: readonly Quantity[];
    }
  /** A name with what none has: a hat, a prime, a comma within its index; and how it can be called, if that is no other name. */
  | { readonly kind: 'markedName'; readonly name: string; readonly instead?: string }
  /** "0.5*0.41 = 0.3": the values of the two sides. */
  | { readonly kind: 'sidesDiffer'; readonly left: number; readonly right: number }
  /** `below`: what is 0, where it is no plain number. */
  | { readonly kind: 'divisionByZero'; readonly below?: Expr }
  /** `lost`: the part that has no value; not known of a number alone that is too large. */
  | { readonly kind: 'notFinite'; readonly lost?: Lost };

export type Problem = Details & Span;
export type ProblemKind = Details['kind'];
