import { onMount } from 'svelte';
import { nextTask } from '../next-task.ts';

/**
 * Makes the parts of a component one a task, in this order, so that the page is never held up for long.
 * @returns whether a part's turn has come
 */
export function makeInTurn<Part extends string>(parts: readonly Part[]): (part: Part) => boolean {
  let made = $state(1);
  onMount(async () => {
    for (; made < parts.length; made += 1) await nextTask();
  });
  return (part) => parts.indexOf(part) < made;
}
