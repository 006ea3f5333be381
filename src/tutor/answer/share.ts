import { idOf, type Quantity, type Unit } from '../../core/quantity.ts';
import type { Scope } from './scope.ts';

type PreActivation = Unit & { readonly kind: 'preActivation' };

const isPreActivation = (quantity: Quantity): quantity is PreActivation => quantity.kind === 'preActivation';

/** The layers whose units share: those that have a slope of each a along each z. */
const sharingIn = (quantities: readonly Quantity[]): ReadonlySet<number> =>
  new Set(
    quantities.flatMap((quantity) =>
      quantity.kind === 'partial' && quantity.coupled && isPreActivation(quantity.wrt)
        ? [quantity.wrt.layer]
        : [],
    ),
  );

/** A z that softmax can be taken of here: that of the unit that is asked for, if it has one. None without softmax. */
export function sharedIn({ quantities, standing, example }: Scope): Quantity | undefined {
  const sharing = sharingIn(quantities);
  const known = quantities
    .filter((quantity) => quantity.example === undefined || quantity.example === example)
    .filter(isPreActivation)
    .filter((z) => sharing.has(z.layer) && standing(idOf(z)) === 'known');
  const asked = quantities.find((quantity) => standing(idOf(quantity)) === 'asked');
  const own =
    asked?.kind === 'activation'
      ? known.find(({ layer, unit }) => layer === asked.layer && unit === asked.unit)
      : undefined;
  return own ?? known[0];
}
