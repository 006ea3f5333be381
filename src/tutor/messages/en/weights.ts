import type { Writing } from '../../../core/expressions/names.ts';

/** How the weights are told apart. */
export const weightConventions: Readonly<Record<Writing['weights'], string>> = {
  'from-to': 'w with indices i, j runs from unit i of the layer before to unit j.',
  'to-from': 'w with indices j, i runs to unit j, from unit i of the layer before.',
  numbered:
    'Weights are numbered layer by layer: first those that lead to unit 1, by the unit they come from, then those to unit 2, and so on. Biases are numbered in the order of their units, or one a layer where all its units have the same. In the general formulas w with indices i, j leads from unit i to unit j.',
};

/** Which weight belongs to which arrow, and the slip of taking another one's. */
export const arrowEnds: Readonly<Record<Writing['weights'], string>> = {
  'from-to': 'The first index of a weight says where its arrow starts.',
  'to-from': 'The second index of a weight says where its arrow starts.',
  numbered: 'Weights are numbered by the unit at the end of their arrow, then by the one at its start.',
};
export const otherWeight: Readonly<Record<Writing['weights'], string>> = {
  'from-to': 'took w₂₁ for w₁₂',
  'to-from': 'took w₂₁ for w₁₂',
  numbered: 'took the weight of another arrow',
};
