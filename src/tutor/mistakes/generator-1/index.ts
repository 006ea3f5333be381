import type { Mistake } from '../mistake.ts';
import { BIAS_DROPPED, WEIGHT_TRANSPOSED } from './forward.ts';
import { NEIGHBOUR_WEIGHT, ONE_PATH_ONLY, RAW_ERROR_BACK, UPDATED_WEIGHTS } from './hidden.ts';
import { HALF_MISSING } from './loss.ts';
import {
  ACTIVATION_SLOPE_OMITTED,
  ERROR_SIGN,
  FACTOR_TWO,
  HIDDEN_SLOPE_OMITTED,
  SLOPE_AT_Z,
  SLOPE_OF_OUTPUT,
} from './output.ts';
import { BIAS_GRADIENT, INPUT_FACTOR_MISSING } from './parameters.ts';

/**
 * The mistakes that generator 1 keeps away from the right value. Frozen, like every rewrite in this folder: old links
 * depend on which draws they let through. The table of all mistakes takes these rows in and adds further ways that they
 * come out; what draws an exercise loads this folder only.
 */
export const GENERATOR_1_MISTAKES: readonly Mistake[] = [
  BIAS_DROPPED,
  WEIGHT_TRANSPOSED,
  HALF_MISSING,
  ERROR_SIGN,
  FACTOR_TWO,
  ACTIVATION_SLOPE_OMITTED,
  SLOPE_AT_Z,
  SLOPE_OF_OUTPUT,
  ONE_PATH_ONLY,
  HIDDEN_SLOPE_OMITTED,
  RAW_ERROR_BACK,
  UPDATED_WEIGHTS,
  NEIGHBOUR_WEIGHT,
  INPUT_FACTOR_MISSING,
  BIAS_GRADIENT,
];
