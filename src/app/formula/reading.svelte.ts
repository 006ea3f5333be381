import { getContext, setContext } from 'svelte';
import { spokenMathml, type SpokenWords } from '../../core/expressions/speech.ts';
import { idOf, type Quantity } from '../../core/quantity.ts';
import type { Pass } from '../../tutor/pass.ts';
import { words } from '../words.ts';

/** How formulas are read aloud in a part of the page, and what is named in words there: the rest is read by its letters. */
type Reading = { readonly words: SpokenWords; readonly quantities: readonly Quantity[] };

const KEY = {};

/** Formulas in what this component draws are read so. To be called while it is made. */
export function readAloud(how: () => Reading): void {
  const reading = $derived.by(() => {
    const { words: speech, quantities } = how();
    const names = Object.fromEntries(quantities.map((quantity) => [idOf(quantity), quantity]));
    return (markup: string): string =>
      spokenMathml(markup, speech, (id) => {
        const quantity = names[id];
        return quantity && speech.quantity(quantity);
      });
  });
  setContext(KEY, () => reading);
}

/** With the names that the values of a network have. */
export const readNetworkAloud = (pass: () => Pass): void => {
  readAloud(() => ({ words: words.speech(pass().exercise.network), quantities: pass().quantities }));
};

/** What is heard of a formula in place of its signs. */
export const readingHere = (): (() => (markup: string) => string) => getContext(KEY);
