import { tick } from 'svelte';
import { late } from '../late.svelte.ts';
import { goOn } from '../trainer/focusing.ts';
import type { Session } from '../session/session.svelte.ts';

/** What is to be watched. */
export type Watch = {
  /** The pass after the last one done; else the one in hand. */
  readonly isNext?: boolean;
  /** Id of the step to begin at; else the first. */
  readonly from?: string | undefined;
  /** Whether it plays by itself from there. */
  readonly isPlaying: boolean;
};

const load = () => late.load(() => import('./Player.svelte'));

/** Whether a played pass stands in the place of the trainer, which stays as it is behind it. */
export function createWatching(session: () => Session) {
  type Open = Watch & {
    readonly Player: Awaited<ReturnType<typeof load>>['default'];
    readonly of: Session['source'];
  };
  let open = $state.raw<Open>();
  let opener: Element | null;
  let top = 0;

  // Another exercise has been opened meanwhile: what was played is of the old one.
  const current = $derived(open?.of === session().source ? open : undefined);

  return {
    get current() {
      return current;
    },
    watch: async (watch: Watch): Promise<void> => {
      if (current === undefined) [opener, top] = [document.activeElement, scrollY];
      const { default: Player } = await load();
      open = { ...watch, Player, of: session().source };
    },
    close: (): void => {
      open = undefined;
    },
    /** Closes it, and goes back to where the viewer came from. The learner types on, unless they came from the figures. */
    leave: async (): Promise<void> => {
      open = undefined;
      await tick();
      scrollTo({ top });
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
      if (!opener?.closest('.ideas')) goOn();
      session().comeBack();
    },
  };
}
