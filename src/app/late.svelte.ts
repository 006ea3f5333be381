import { announce } from './announcer.svelte.ts';
import { words } from './words.ts';

let isMissing = $state(false);
/** The same, for who asks while drawing: asking depends on nothing. */
let hasFailed = false;

/** What is loaded when it is asked for. */
export const late = {
  /** Something could not be loaded: `LoadFailed.svelte` shows it, and lets the learner try again. */
  get isMissing() {
    return isMissing;
  },
  /** Never fails: it says so and does not come. @param load imports it */
  load: <T>(load: () => Promise<T>): Promise<T> =>
    new Promise((resolve) => {
      const fail = (): void => {
        isMissing = hasFailed = true;
        announce(words.page.loadFailed);
      };
      // A style sheet that has failed is not asked for again: until the page is loaded anew, nothing else is.
      void (hasFailed ? Promise.resolve().then(fail) : load().then(resolve, fail));
    }),
  /** Loads the page anew, with the work as it is saved; where that cannot be, it stays as it is. */
  again: (): void => {
    if (navigator.onLine) location.reload();
    else announce(words.page.loadFailed);
  },
};
