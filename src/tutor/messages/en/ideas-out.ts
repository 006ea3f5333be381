import { written } from '../../../core/expressions/names.ts';

/** What is said in the place of figures that do not fit the network. */
export const ideasOut = {
  get rate() {
    return `The figure of the learning rate is left out: it is about w′ = w − ${written.rate}·∂E/∂w, and the optimizer of this network makes its steps in another way.`;
  },
  batches:
    'Each of the figures is about one example: its values, its ways, its slopes. In this network a pass takes all examples and updates once, so they are not shown here. On the same network with one example in each pass they are.',
  oneExample: 'Take one example in each pass',
} as const;
