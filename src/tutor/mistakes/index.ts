import { ACTIVATION_ROWS, SATURATED } from './activations.ts';
import { BATCH_ROWS } from './batches.ts';
import { GRADIENT_ROWS, NEIGHBOUR_PICKED } from './gradients.ts';
import { HIDDEN_ROWS } from './hidden.ts';
import { LOGARITHM_ROWS } from './logarithms.ts';
import { LOSS_ROWS } from './loss.ts';
import { OPTIMIZER_ROWS } from './optimizers.ts';
import { OTHER_WEIGHT } from './other-weights.ts';
import { OUTPUT_ROWS, SLOPE_FROM_AFAR } from './output.ts';
import { ARITHMETIC_SLIP, DECIMAL_SHIFTED, MINUS_UNBRACKETED } from './slips.ts';
import { PREVIOUS_LAYER_WRONG, SUMS } from './sums.ts';
import { UPDATE_ROWS } from './update.ts';

/** Every known mistake, in the order of a pass, a row each. */
export const MISTAKES = [
  ...SUMS,
  ...ACTIVATION_ROWS,
  PREVIOUS_LAYER_WRONG,
  MINUS_UNBRACKETED,
  DECIMAL_SHIFTED,
  ARITHMETIC_SLIP,
  SATURATED,
  ...LOSS_ROWS,
  ...LOGARITHM_ROWS,
  ...OUTPUT_ROWS,
  ...HIDDEN_ROWS,
  ...GRADIENT_ROWS,
  ...BATCH_ROWS,
  ...UPDATE_ROWS,
  ...OPTIMIZER_ROWS,
  NEIGHBOUR_PICKED,
  OTHER_WEIGHT,
  SLOPE_FROM_AFAR,
] as const;

export type MistakeId = (typeof MISTAKES)[number]['id'];
