import { ARITHMETIC_SLIP, DECIMAL_SHIFTED, MINUS_UNBRACKETED } from '../slips.ts';
import { PATH_ROWS } from './paths.ts';
import { SLOPE_ROWS } from './slopes.ts';
import { VALUE_ROWS } from './values.ts';

/** Every known mistake in a graph of operations and its slopes, a row each. */
export const GRAPH_MISTAKES = [
  ...VALUE_ROWS,
  ...PATH_ROWS,
  ...SLOPE_ROWS,
  MINUS_UNBRACKETED,
  DECIMAL_SHIFTED,
  ARITHMETIC_SLIP,
] as const;

export type GraphMistakeId = (typeof GRAPH_MISTAKES)[number]['id'];
