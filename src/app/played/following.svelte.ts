import { untrack } from 'svelte';

/** A state that follows another in a task of its own, so that what is drawn of it holds up nothing else. */
export function following<T>(now: () => T): { readonly current: T } {
  let current = $state.raw(untrack(now));
  let isWaiting = false;

  $effect(() => {
    if (now() === untrack(() => current) || isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      current = untrack(now);
    });
  });

  return {
    get current() {
      return current;
    },
  };
}
