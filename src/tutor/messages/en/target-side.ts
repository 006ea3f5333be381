import { written } from '../../../core/expressions/names.ts';
import type { Asked } from './questions.ts';

/** A move of a whose effect on E can be seen: by the numbers, where they are known. */
export const moved = ({ side }: Asked): string =>
  side === undefined
    ? `If ${written.a} comes nearer to its target,`
    : `Here ${written.a} is ${side} its target. If it grows,`;
