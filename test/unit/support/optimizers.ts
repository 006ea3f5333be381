import fc from 'fast-check';
import type { Optimizer } from '../../../src/core/network/exercise.ts';

const share = fc.constantFrom(0.5, 0.8, 0.9, 0.95);
const learningRate = fc.constantFrom(0.01, 0.05, 0.1, 0.5);
const weightDecay = fc.constantFrom(0.01, 0.1);
const epsilon = fc.constantFrom(1e-8, 1e-4, 0.1);

/** Every optimizer, with and without weight decay, with settings as people choose them. */
export const optimizers = (): fc.Arbitrary<Optimizer> =>
  fc.oneof(
    fc.record({ kind: fc.constant('sgd' as const), learningRate, weightDecay }),
    fc.record(
      {
        kind: fc.constantFrom('momentum' as const, 'nesterov' as const),
        learningRate,
        momentum: share,
        weightDecay,
      },
      { requiredKeys: ['kind', 'learningRate'] },
    ),
    fc.record(
      { kind: fc.constant('rmsprop' as const), learningRate, rho: share, epsilon, weightDecay },
      { requiredKeys: ['kind', 'learningRate'] },
    ),
    fc.record(
      {
        kind: fc.constantFrom('adam' as const, 'adamw' as const),
        ...{ learningRate, beta1: share, beta2: share, epsilon, weightDecay },
      },
      { requiredKeys: ['kind', 'learningRate'] },
    ),
  );
