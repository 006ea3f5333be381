import { bareName } from '../../../core/expressions/names.ts';
import type { Network } from '../../../core/network/exercise.ts';
import type { Quantity } from '../../../core/quantity.ts';
import { aloud } from './aloud.ts';
import { unitName } from './names.ts';

/** The words of a large network in small. */
export const map = {
  name: ({ layers }: Network) =>
    `The whole network in small, ${layers.join('-')} units. Arrow keys move between them; Enter shows one in full.`,
  layer: ({ layers }: Network, k: number) =>
    k === 0 ? 'inputs' : k === layers.length - 1 ? 'outputs' : layers.length === 3 ? 'hidden' : `hidden ${k}`,
  /** A unit, what is known of it, and what there is to say of it. */
  unit: (
    network: Network,
    layer: number,
    unit: number,
    known: readonly (readonly [Quantity, string])[],
    isAsked: boolean,
    isShown: boolean,
  ) =>
    aloud(
      unitName(network, layer, unit) +
        (known.length === 0
          ? ': nothing known yet'
          : `: ${known.map(([quantity, text]) => `${bareName(quantity)} = ${text}`).join(', ')}`) +
        (isAsked ? '; it is asked about' : isShown ? '; shown in full' : ''),
    ),
} as const;
