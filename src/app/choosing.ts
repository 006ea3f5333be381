/**
 * The chosen option of a select follows a value. `value` or `bind:value` would do the same, but what they take from Svelte
 * lies in the first file of every page.
 */
export const choosing =
  (value: string) =>
  (select: HTMLSelectElement): void => {
    select.value = value;
  };
