import { readShown } from '../../../core/expressions/digits.ts';

/** What is said of steps that are filled in. */
export const acts = {
  filled: (count: number) =>
    count === 1
      ? 'One step is filled in for you.'
      : `${count} steps like these are filled in as their turn comes.`,
  /** @param steps "12", or "20–22, 24" */
  filledIn: (steps: string, isOne: boolean) =>
    `Filled in for you, from the numbers shown: ${isOne ? 'step' : 'steps'} ${steps}.`,
  worked: (name: string, worked: string, value: string) =>
    readShown(worked) === readShown(value) ? `${name} = ${value}.` : `${name} = ${worked} = ${value}.`,
  yours: (name: string, step: number) => `The next like it, ${name}, is yours: step ${step}.`,
} as const;
