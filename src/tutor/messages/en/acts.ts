import { readShown } from '../../../core/expressions/digits.ts';

/** What is said of steps that are filled in. */
export const acts = {
  /** @param count how many are left like the step in view, with it; where there are none, nothing is offered */
  fillLike: (count: number): string => {
    if (count === 0) return '';
    return count === 1
      ? 'Fill in this last one of its kind'
      : `Fill in this one and ${count - 1} more like it`;
  },
  filled: (count: number) =>
    count === 1
      ? 'One step is filled in for you.'
      : `${count} steps like these are filled in as their turn comes.`,
  /** @param steps "12", or "20–22, 24" */
  filledIn: (steps: string, isOne: boolean) => `Filled in for you: ${isOne ? 'step' : 'steps'} ${steps}.`,
  /** @param sign "≈" where the numbers, as they are printed, come to another last digit */
  worked: (name: string, worked: string, value: string, sign: string) =>
    readShown(worked) === readShown(value) ? `${name} = ${value}.` : `${name} = ${worked} ${sign} ${value}.`,
  /** @param step nothing where it is the one that is asked now */
  yours: (name: string, step?: number) =>
    `The next like it, ${name}, is yours${step === undefined ? ' now' : `: step ${step}`}.`,
} as const;
