import fc from 'fast-check';
import { passOf, type Pass } from '../../../src/tutor/pass.ts';
import { exercises, UNCOUPLED } from '../support/networks.ts';

/** Passes of random networks; `smooth` leaves out ReLU, which central differences cannot cross. */
export const passes = (isSmooth = false, maxExamples = 1): fc.Arbitrary<Pass> =>
  exercises({
    maxUnits: 3,
    maxHidden: 2,
    maxExamples,
    activations: UNCOUPLED,
    // The other losses are for outputs or targets in a range, or have corners.
    losses: ['half-squared-error', 'mean-squared-error'],
    ...(isSmooth
      ? { activations: ['sigmoid', 'tanh', 'linear'] as const, losses: ['half-squared-error'] as const }
      : {}),
  }).map((exercise) => passOf(exercise, 1, exercise.parameters));

/** One of several, chosen by a number from 0 up to 1. */
export const pick = <T>(from: readonly T[], part: number): T => from[Math.floor(part * from.length)]!;

export const part = fc.double({ min: 0, max: 0.999999, noNaN: true });
