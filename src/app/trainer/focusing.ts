import { tick } from 'svelte';

const hasKeyboard = (): boolean => matchMedia('(pointer: fine)').matches;

/**
 * To where the learner goes on: the answer field, or the heading that has come in its place. The field would raise the
 * keyboard of a touch screen: there the focus moves only if what had it is gone, and then to the heading.
 */
export function goOn(): void {
  const heading = document.querySelector<HTMLElement>('h2[tabindex]');
  const isLost = document.activeElement === document.body;
  if (hasKeyboard()) (document.getElementById('answer') ?? heading)?.focus({ preventScroll: true });
  else if (isLost) heading?.focus();
}

/** Where the focus goes after an act, so that the learner can go on. */
export function createFocusing(isNarrow: () => boolean) {
  /** On a phone what is said may be below the first screen. */
  const showTold = (): void => {
    if (isNarrow())
      document.querySelector('.help, #told:not(:has(~ .help))')?.scrollIntoView({ block: 'nearest' });
  };

  return {
    showTold,
    /** After an act of a button, which may be gone by then. */
    thenFocus: async (act: () => void | Promise<void>): Promise<void> => {
      await act();
      await tick();
      showTold();
      goOn();
    },
  };
}
