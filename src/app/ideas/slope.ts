import { evaluate } from '../../core/expressions/evaluate.ts';
import { number } from '../../core/expressions/expr.ts';
import { ACTIVATIONS, type ActivationName } from '../../core/network/activations.ts';
import { isCoupled, slopeQuantity } from '../../core/network/coupling.ts';
import type { Network } from '../../core/network/exercise.ts';
import { activation, gradient, idOf, preActivation } from '../../core/quantity.ts';
import { exactValue, type Pass } from '../../tutor/pass.ts';
import { valuesWith } from './recompute.ts';

export type UnitAt = { readonly layer: number; readonly unit: number };

const NOTHING = new Map<string, number>();

const valueAt = (name: ActivationName, z: number): number =>
  evaluate(ACTIVATIONS[name].value(number(z)), NOTHING);

const slopeAt = (name: ActivationName, z: number): number =>
  evaluate(ACTIVATIONS[name].slope(number(z), number(valueAt(name, z))), NOTHING);

export const activationOf = ({ activations }: Network, { layer }: UnitAt): ActivationName =>
  activations[layer - 1]!;

/** All units whose a depends on their own z alone. */
export const unitsWithZ = (network: Network): readonly UnitAt[] =>
  network.layers
    .slice(1)
    .flatMap((units, k) => Array.from({ length: units }, (_, j) => ({ layer: k + 1, unit: j + 1 })))
    .filter(({ layer }) => !isCoupled(network, layer));

export const zOf = (pass: Pass, { layer, unit }: UnitAt): number =>
  exactValue(pass, idOf(preActivation(layer, unit)));

/** At least so far from 0 on both sides: σ is flat there. */
const REACH = 8;

/** How far from 0 z can be moved. It holds every z of the network. */
export const reachOf = (pass: Pass): number =>
  Math.max(
    REACH,
    ...unitsWithZ(pass.exercise.network).map((at) => Math.ceil(1.25 * Math.abs(zOf(pass, at)))),
  );

export type Sample = { readonly z: number; readonly a: number; readonly slope: number };

const SAMPLES = 160;

/** The curve and its slope from −reach to reach. */
export const samplesOf = (name: ActivationName, reach: number): readonly Sample[] =>
  Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const z = reach * ((2 * i) / SAMPLES - 1);
    return { z, a: valueAt(name, z), slope: slopeAt(name, z) };
  });

/** The steepest that the curve gets. */
export const steepest = (samples: readonly Sample[]): number =>
  Math.max(...samples.map(({ slope }) => slope));

export type Site = 'left' | 'middle' | 'right' | 'alike';

/** Where a curve is steepest, found by looking at three places. */
export function steepestSite(name: ActivationName, reach: number): Site {
  const sites = [
    { site: 'left', slope: slopeAt(name, -reach) },
    { site: 'middle', slope: slopeAt(name, 0) },
    { site: 'right', slope: slopeAt(name, reach) },
  ] as const;
  const most = Math.max(...sites.map(({ slope }) => slope));
  const found = sites.filter(({ slope }) => slope === most);
  return found.length === 1 ? found[0]!.site : 'alike';
}

export type UnitState = {
  readonly z: number;
  readonly a: number;
  readonly slope: number;
  readonly delta: number;
};

/** A unit whose z is held at a number, with all that follows from it. */
export function unitAt(pass: Pass, { layer, unit }: UnitAt, z: number): UnitState {
  const [preActivated, activated] = [preActivation(layer, unit), activation(layer, unit)];
  const values = valuesWith(pass, new Map([[idOf(preActivated), z]]));
  return {
    z,
    a: values.get(idOf(activated))!,
    slope: values.get(idOf(slopeQuantity(pass.exercise.network, layer, unit)))!,
    delta: values.get(idOf(gradient(preActivated)))!,
  };
}

/** Of the steepest slope. Below it a unit hardly learns. */
const FLAT = 0.01;

export const isFlat = (slope: number, most: number): boolean => slope <= FLAT * most;

/** The slopes that the way back from E to the first unit multiplies, unit 1 of each layer, the output first. */
export const slopesOnTheWay = (pass: Pass): readonly number[] =>
  pass.exercise.network.layers
    .slice(1)
    .map((_, k) => exactValue(pass, idOf(slopeQuantity(pass.exercise.network, k + 1, 1))))
    .toReversed();
