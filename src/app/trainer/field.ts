import { tick } from 'svelte';
import { announce } from '../announcer.svelte.ts';
import { words } from '../words.ts';
import { insertValue, type Edited } from './insert.ts';

/** A hand on the answer field, for what stands outside of it: the network's values, the keys, the buttons. */
export type Field = {
  /** The field on the page, as long as it is there. */
  readonly attach: (element: HTMLInputElement) => () => void;
  /** Changes its text where the caret is. */
  readonly edit: (change: (text: string, start: number, end: number) => Edited) => void;
  /** Puts a value in where the caret is, says so, and lets the learner type on behind it. */
  readonly insert: (value: string) => void;
};

/** @param write takes the changed text */
export function createField(write: (text: string) => void): Field {
  let element: HTMLInputElement | undefined;

  const edit: Field['edit'] = (change) => {
    if (element === undefined) return;
    const { value, selectionStart, selectionEnd } = element;
    const { text, caret } = change(value, selectionStart ?? value.length, selectionEnd ?? value.length);
    write(text);
    void tick().then(() => element?.setSelectionRange(caret, caret));
  };

  return {
    attach: (attached) => {
      element = attached;
      return () => {
        element = undefined;
      };
    },
    edit,
    insert: (value) => {
      if (element === undefined) return;
      edit((text, start, end) => insertValue(text, start, end, value));
      announce(words.page.inserted(value));
      // On a touch screen the focus would raise the keyboard over the network.
      if (matchMedia('(pointer: fine)').matches) element.focus({ preventScroll: true });
    },
  };
}
