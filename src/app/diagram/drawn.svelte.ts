import type { Network } from '../../core/network/exercise.ts';
import { late } from '../late.svelte.ts';
import { isLarge, layout, type Orientation } from './layout.ts';
import { NOTHING, type Scene, type Seen } from './scene.ts';

type Subject = {
  readonly network: Network;
  readonly asked: string | undefined;
  readonly view: Seen;
  readonly orientation: Orientation;
};

const loadNear = () => late.load(() => import('./near.ts'));

/**
 * What is drawn of a network: the whole, or a part of it, which is nothing until what draws that is loaded. Only phones
 * need the asked unit alone, and only large networks the unit beside the whole in small.
 */
export function createDrawn(subject: () => Subject) {
  let alone = $state.raw<typeof import('./lens.ts')>();
  let near = $state.raw<typeof import('./near.ts')>();

  const { network, asked, view, orientation } = $derived(subject());
  const whole = $derived(layout(network, orientation));
  const isLens = $derived(view.isLens && asked !== undefined);
  const isPart = $derived(isLens || isLarge(whole));
  const scene = $derived.by((): Scene => {
    if (!isPart) return whole;
    const part = isLens
      ? alone?.lens(network, asked!, view.isAtOnce)
      : near?.largePart(network, asked, orientation, view.isAtOnce);
    return part ?? NOTHING;
  });

  // A module is the same however often it is asked for: it is set once, and what is drawn stays what it is.
  $effect(() => {
    if (!isPart) return;
    if (isLens) void late.load(() => import('./lens.ts')).then((module) => (alone = module));
    else void loadNear().then((module) => (near = module));
  });

  return {
    get scene() {
      return scene;
    },
    /** The map of a large network. */
    get MapView() {
      return near?.MapView;
    },
    /** Brings what is asked for into view where the network is larger than its box. */
    bring: (box: HTMLElement, lit: ReadonlySet<string>): void => {
      const now = [scene, asked, lit] as const;
      void loadNear().then(({ bringIntoView }) => {
        bringIntoView(box, ...now);
      });
    },
  };
}
