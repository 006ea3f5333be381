import { tick } from 'svelte';
import type { Field } from './field.ts';

/** Where the focus goes after an act, so that the learner can go on. */
export function createFocusing(field: Field, isNarrow: () => boolean) {
  const hasKeyboard = (): boolean => matchMedia('(pointer: fine)').matches;

  const focusField = (): void => {
    if (hasKeyboard()) field.focus();
  };

  /** On a phone what is said may be below the first screen. */
  const showTold = (): void => {
    if (isNarrow())
      document.querySelector('.help, #told:not(:has(~ .help))')?.scrollIntoView({ block: 'nearest' });
  };

  return {
    focusField,
    showTold,
    /** After an act of a button the field is where the learner goes on. */
    thenFocus: async (act: () => void | Promise<void>): Promise<void> => {
      await act();
      await tick();
      showTold();
      focusField();
      if (hasKeyboard()) return;
      // A touch screen would raise its keyboard; the heading is then where reading goes on.
      if (document.activeElement === document.body) document.querySelector<HTMLElement>('h2')?.focus();
    },
  };
}
