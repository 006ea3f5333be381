import fc from 'fast-check';
import type { Network } from '../../../src/core/network/exercise.ts';

export const network = (layers: readonly number[], more: Partial<Network> = {}): Network => ({
  layers,
  activations: layers.slice(1).map(() => 'sigmoid' as const),
  bias: false,
  trainBias: true,
  ...more,
});

/** One to four layers after the input, one to six units wide. */
export const networks = (most = 6): fc.Arbitrary<Network> =>
  fc
    .record({
      layers: fc.array(fc.integer({ min: 1, max: most }), { minLength: 2, maxLength: 5 }),
      bias: fc.boolean(),
      trainBias: fc.boolean(),
    })
    .map(({ layers, ...more }) => network(layers, more));

/** Those that the menu offers, by name. */
export const PRESETS = [
  { name: 'default', shape: network([2, 2, 1]) },
  { name: 'mazur', shape: network([2, 2, 2], { bias: true, trainBias: false }) },
  { name: '2-2-2 with trained biases', shape: network([2, 2, 2], { bias: true }) },
  { name: 'xor', shape: network([2, 2, 1], { bias: true }) },
  { name: 'fork', shape: network([1, 1, 2]) },
  { name: 'chain', shape: network([1, 1, 1]) },
];
