import type { Quantity } from '../../core/quantity.ts';
import type { Span } from '../answer/problem.ts';

/** How a typed expression differs from the formula, where no known mistake does it. */
export type Difference = {
  /**
   * `other`: nothing of it is the formula's; it may be another step's. `combined`: all of it is, signs and digits
   * included, but put together otherwise. `part`: one of the formula's values, and nothing else. `size`: right but
   * for the sign of the whole. `elsewhere`: a bare number that is the value of another step.
   * `stranger`: a number that is no value, added to a name.
   */
  readonly kind:
    | 'missing'
    | 'extra'
    | 'misplaced'
    | 'sign'
    | 'digits'
    | 'other'
    | 'combined'
    | 'part'
    | 'size'
    | 'stranger'
    | 'elsewhere';
  /** The quantities that are missing, whose sign or digits are lost, or whose value it is, by id. */
  readonly about: readonly string[];
  /** Whose value an `elsewhere` is. */
  readonly of?: Quantity;
  readonly span?: Span;
  /** Each number whose sign is lost, or whose digits are. */
  readonly spans?: readonly Span[];
  /** Beside lost signs: each number that also lacks digits. */
  readonly short?: readonly Span[];
};
