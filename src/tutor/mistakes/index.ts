import { FORWARD } from './forward.ts';
import { HIDDEN } from './hidden.ts';
import { LOSS } from './loss.ts';
import type { Mistake } from './mistake.ts';
import { OUTPUT } from './output.ts';
import { PARAMETERS, UPDATE } from './parameters.ts';

/** Every known mistake, in the order of a pass. */
export const MISTAKES: readonly Mistake[] = [
  ...FORWARD,
  ...LOSS,
  ...OUTPUT,
  ...HIDDEN,
  ...PARAMETERS,
  ...UPDATE,
];

const GENERATOR_1_IDS: ReadonlySet<string> = new Set([
  'bias-dropped',
  'weight-transposed',
  'half-missing',
  'error-sign',
  'factor-two',
  'activation-slope-omitted',
  'slope-at-z',
  'slope-of-output',
  'one-path-only',
  'hidden-slope-omitted',
  'raw-error-back',
  'updated-weights',
  'neighbour-weight',
  'input-factor-missing',
  'bias-gradient',
]);

/** The mistakes that generator 1 keeps away from the right value. Frozen: old links depend on it. */
export const GENERATOR_1_MISTAKES: readonly Mistake[] = MISTAKES.filter(({ id }) => GENERATOR_1_IDS.has(id));
