import type { Parameters } from '../../core/network/exercise.ts';
import { updatedParameters } from '../../core/network/values.ts';
import type { Pass } from '../../tutor/pass.ts';

/** The exact parameters after a pass. */
export const endOf = (pass: Pass): Parameters =>
  updatedParameters(pass.exercise.network, pass.parameters, pass.values);
