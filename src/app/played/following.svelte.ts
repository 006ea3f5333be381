import { untrack } from 'svelte';
import { afterLayout } from '../after-layout.ts';

type Following<T> = { readonly current: T };

/**
 * A state that follows another in a task of its own, so that what is drawn of it holds up nothing else.
 * @param rest milliseconds that the other must have stood still before
 */
export function following<T>(now: () => T, rest: () => number = () => 0): Following<T> {
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

/** A state that follows another a frame later, so that neither holds up what is drawn of the other. */
export function aFrameAfter<T>(now: () => T): Following<T> {
  let current = $state.raw(untrack(now));
  let callOff: (() => void) | undefined;

  $effect(() => {
    now();
    // What goes on changing is followed all the same.
    callOff ??= afterLayout(() => {
      callOff = undefined;
      current = untrack(now);
    });
  });
  $effect(() => () => callOff?.());

  return {
    get current() {
      return current;
    },
  };
}
