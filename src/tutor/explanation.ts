import type { Voice } from './voice.ts';

/** Why the formula of a step is what it is, and the name that its result gets, if it gets one: a sentence or two each. */
export const explanation = ({ reason, naming }: Pick<Voice, 'reason' | 'naming'>): readonly string[] => [
  ...(reason === '' ? [] : [reason]),
  ...(naming === undefined ? [] : [naming]),
];
