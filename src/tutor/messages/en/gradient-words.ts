import type { Asked } from './questions.ts';

/** Which gradient of a parameter a step goes on from: with weight decay there are two numbers of that name. */
export const gradientOf = ({ hasDecay }: Pick<Asked, 'hasDecay'>): string =>
  hasDecay ? 'g, its gradient with the decay' : 'its gradient';
