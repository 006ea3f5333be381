import { tick } from 'svelte';
import { late } from '../late.svelte.ts';

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

export type Focusing = ReturnType<typeof createFocusing>;

/**
 * After an act of a button, which may be gone by then, the focus goes to where the learner goes on.
 * @param place brings what they go on with onto the screen (place.ts); undefined until it is loaded
 */
export const createFocusing =
  (place: () => ((news?: string) => void) | undefined) =>
  /** @param news where what is said stands, as a selector */
  async (act: () => void | Promise<void>, news?: string): Promise<void> => {
    await act();
    await tick();
    goOn();
    place()?.(news);
  };

/**
 * Brings the question with its field onto the screen, unless it is there, when what stands above it has another height.
 * @param ready loads what does
 * @param by how: a value that was put in moves as little as can be
 */
export const bringField = (
  ready: () => Promise<Readonly<Record<'placeIfHidden' | 'showField', () => void>>>,
  by: 'placeIfHidden' | 'showField' = 'placeIfHidden',
): Promise<void> =>
  late.load(async () => {
    const tools = await ready();
    await tick();
    tools[by]();
  });
