import { written } from '../../../core/expressions/names.ts';

/** What is said of mistakes in losses that take logarithms. */
export const logarithmMistakes = {
  'log-sign': {
    ask: () => 'The logarithm of a number below 1 is negative. Can this loss be negative?',
    did: 'left out the minus',
  },
  'log-of-target': {
    ask: () => 'Whose logarithm is it, the target’s or the prediction’s?',
    did: 'took the logarithm of the target',
  },
  'log-of-complement': {
    ask: () =>
      `If ${written.a} comes near a target of 1, does your E go to 0? Which logarithm belongs to t: that of ${written.a}, or of 1 − ${written.a}?`,
    get did() {
      return `took ln(1 − ${written.a}) in place of ln ${written.a}`;
    },
  },
  'complement-term-missing': {
    ask: () =>
      'What would E be for a target of 0? Which part of the formula is left then, and with which brackets?',
    did: 'left out the part with 1 − t, or its brackets',
  },
  'log-base': {
    ask: () => 'Which logarithm is it? In this exercise it is the natural one, ln.',
    did: 'took a logarithm to another base',
  },
} as const;
