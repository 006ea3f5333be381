import { untrack } from 'svelte';

/**
 * A state that follows another in a task of its own, so that what is drawn of it holds up nothing else.
 * @param rest milliseconds that the other must have stood still before
 */
export function following<T>(now: () => T, rest: () => number = () => 0): { readonly current: T } {
  let current = $state.raw(untrack(now));

  $effect(() => {
    const next = now();
    const timer = setTimeout(() => (current = next), rest());
    return () => {
      clearTimeout(timer);
    };
  });

  return {
    get current() {
      return current;
    },
  };
}
