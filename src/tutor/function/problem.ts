import type { Expr } from '../../core/expressions/expr.ts';
import type { Lost } from '../answer/lost.ts';
import type { Problem, Span } from '../answer/problem.ts';

/** What is wrong with a function, and in which line or of which name. Its words are in messages/, by kind. */
export type FunctionProblem =
  | { readonly kind: 'noLines' }
  | { readonly kind: 'noName' | 'reservedName' | 'nameTwice'; readonly line: number; readonly name: string }
  | {
      readonly kind: 'unreadable';
      readonly line: number;
      readonly problem: Problem;
      /** Where in the line. */
      readonly span: Span;
      readonly lost?: Lost | undefined;
    }
  /** A sign that asks whether values are equal, or which is larger. */
  | { readonly kind: 'comparison'; readonly line: number; readonly sign: string; readonly span: Span }
  /** c += a: a line that changes what has a value. */
  | {
      readonly kind: 'changed';
      readonly line: number;
      readonly name: string;
      readonly sign: string;
      readonly span: Span;
    }
  /** A later line gives the name its value, `at`, or with `isBehind` one that stands behind it. */
  | {
      readonly kind: 'usedBefore';
      readonly line: number;
      readonly name: string;
      readonly span: Span;
      readonly at: number;
      readonly isBehind: boolean;
    }
  | {
      readonly kind: 'unknownFunction';
      readonly line: number;
      readonly name: string;
      readonly span: Span;
      readonly suggestion: string | undefined;
    }
  /** Two of the ways in which a line can be read. */
  | { readonly kind: 'ambiguous'; readonly line: number; readonly readings: readonly [Expr, Expr] }
  | {
      readonly kind: 'unusedInput' | 'badInput' | 'reservedName' | 'nameTwice';
      /** Of an input. */
      readonly name: string;
    }
  | { readonly kind: 'unusedLine'; readonly line: number; readonly name: string }
  | { readonly kind: 'tooLong'; readonly limit: number }
  | {
      readonly kind: 'notFinite';
      readonly id: string;
      readonly name: string;
      readonly lost?: Lost | undefined;
    };
