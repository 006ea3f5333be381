import type { Network } from '../../core/network/exercise.ts';
import { isLarge, layout, type Orientation } from './layout.ts';
import { NOTHING, type Scene, type Seen } from './scene.ts';

type Subject = {
  readonly network: Network;
  readonly asked: string | undefined;
  readonly view: Seen;
  readonly orientation: Orientation;
};

/**
 * What is drawn of a network: the whole, or a part of it, which is nothing until what draws that is loaded. Only phones
 * need the asked unit alone, and only large networks the unit beside the whole in small.
 */
export function createDrawn(subject: () => Subject) {
  let alone = $state.raw<Pick<typeof import('./lens.ts'), 'lens'>>();
  let near = $state.raw<Partial<typeof import('./near.ts')>>();

  const { network, asked, view, orientation } = $derived(subject());
  const whole = $derived(layout(network, orientation));
  const isLens = $derived(view.isLens && asked !== undefined);
  const isPart = $derived(isLens || isLarge(whole));
  const scene = $derived.by((): Scene => {
    if (!isPart) return whole;
    const part = isLens
      ? alone?.lens(network, asked!, view.isAtOnce)
      : near?.largePart?.(network, asked, orientation, view.isAtOnce);
    return part ?? NOTHING;
  });

  const loadNear = () => import('./near.ts');

  // Without what draws a part, the whole is there.
  $effect(() => {
    if (isLens && alone === undefined)
      import('./lens.ts').then(
        (module) => (alone = module),
        () => (alone = { lens: () => whole }),
      );
    if (isPart && !isLens && near === undefined)
      loadNear().then(
        (module) => (near = module),
        () => (near = { largePart: () => whole }),
      );
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
    bring: async (box: HTMLElement, lit: ReadonlySet<string>): Promise<void> => {
      const now = [scene, asked, lit] as const;
      // What is not loaded does not scroll.
      const { bringIntoView } = await loadNear().catch(() => ({ bringIntoView: undefined }));
      bringIntoView?.(box, ...now);
    },
  };
}
