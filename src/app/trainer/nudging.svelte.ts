import { idOf, type Quantity } from '../../core/quantity.ts';
import { stepOf, type Pass } from '../../tutor/pass.ts';
import type { Nudge } from './nudge.ts';

/** The smallest move of a hand. */
export const NUDGE = 0.01;

/** What may be nudged: whatever the loss comes after. */
const isNudgeable = ({ kind }: Quantity): boolean =>
  kind === 'activation' || kind === 'preActivation' || kind === 'weight' || kind === 'bias';

/** How long the confirmation of a slope stays. */
const SHOWN_MS = 500;

export type Nudging = ReturnType<typeof createNudging>;

/** Which value is being nudged: by hand while the nudge is on, else for a moment after a right slope. */
/** @param load fetches what works the effect out */
export function createNudging(passNow: () => Pass, load: () => void) {
  let isOn = $state(false);
  let current = $state.raw<Nudge>();

  /** Takes a value in hand and moves it one step; another one than before starts anew. 0 puts it back. */
  function move(id: string, direction: -1 | 0 | 1): void {
    const quantity = passNow().quantities.find((candidate) => idOf(candidate) === id);
    if (quantity === undefined || !isNudgeable(quantity)) return;
    const by = direction && (current?.id === id ? current.by : 0) + direction * NUDGE;
    // A sum of hundredths may miss 0 by a hair.
    current = { id, by: Math.abs(by) < NUDGE / 2 ? 0 : by };
  }

  return {
    get isOn() {
      return isOn;
    },
    get current() {
      return current;
    },
    toggle: (): void => {
      isOn = !isOn;
      load();
      current = undefined;
    },
    move,
    /** The value in hand one step up or down. */
    step: (direction: -1 | 1): void => {
      if (current !== undefined) move(current.id, direction);
    },
    reset: (): void => {
      current = undefined;
    },
    /** After a right slope the network itself is asked: the value is nudged, and the effect is seen. */
    confirm: (step: string): void => {
      const { result } = stepOf(passNow(), step);
      if (result.kind !== 'partial' || isOn) return;
      const one: Nudge = { id: idOf(result.wrt), by: NUDGE };
      current = one;
      setTimeout(() => {
        if (current === one) current = undefined;
      }, SHOWN_MS);
    },
    /** Typing goes before any picture. */
    interrupt: (): void => {
      if (!isOn) current = undefined;
    },
  };
}
