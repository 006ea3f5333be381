import { shown, shownGiven } from '../../core/expressions/digits.ts';
import { shortName } from '../../core/expressions/names.ts';
import { isCoupled, slopeQuantity } from '../../core/network/coupling.ts';
import { activation, gradient, idOf, loss, preActivation, target } from '../../core/quantity.ts';
import { ideas } from '../../tutor/messages/en/ideas.ts';
import { exactValue, type Pass } from '../../tutor/pass.ts';
import { words } from '../words.ts';
import { carriedBy, completes, stopAt, type Playhead, type Stop, type Weight } from './two-phases.ts';

const { phases } = ideas;

/** What happens on the arrow that the signal has just come along; nothing where it stands at E. */
export function captionAt(pass: Pass, stops: readonly Stop[], playhead: Playhead): string {
  const stop = stopAt(stops, playhead);
  if (stop === undefined) return playhead.position === stops.length ? '' : phases.start;
  const way = playhead.isTurned ? 'backward' : 'forward';
  if (stop.kind === 'loss') {
    return way === 'forward' ? toLoss(pass, stop.unit, stops.at(-1) === stop) : fromLoss(pass, stop.unit);
  }
  const isLast = completes(pass.exercise.network, stops, stop, way);
  return (way === 'forward' ? carried : handedBack)(pass, stop.weight, isLast);
}

const unit = ({ exercise }: Pass, layer: number, of: number): string =>
  words.unitName(exercise.network, layer, of);
const outputLayer = ({ exercise }: Pass): number => exercise.network.layers.length - 1;

function toLoss(pass: Pass, output: number, isLast: boolean): string {
  const last = outputLayer(pass);
  const a = shown(exactValue(pass, idOf(activation(last, output))));
  const t = shownGiven(exactValue(pass, idOf(target(output))));
  const e = isLast ? shown(exactValue(pass, idOf(loss))) : undefined;
  return phases.toLoss(unit(pass, last, output), a, t, e);
}

function fromLoss(pass: Pass, output: number): string {
  const last = outputLayer(pass);
  const [a, z] = [activation(last, output), preActivation(last, output)];
  const { network } = pass.exercise;
  const [passed, slope, delta] = [gradient(a), slopeQuantity(network, last, output), gradient(z)].map(
    (quantity) => shown(exactValue(pass, idOf(quantity))),
  );
  if (isCoupled(network, last)) return phases.fromSharedLoss(unit(pass, last, output), passed!, delta!);
  return phases.fromLoss(unit(pass, last, output), passed!, slope!, delta!);
}

function carried(pass: Pass, weight: Weight, isLast: boolean): string {
  const { equation } = carriedBy(pass, weight).forward;
  const { layer, to } = weight;
  const sent = isLast ? shown(exactValue(pass, idOf(activation(layer, to)))) : undefined;
  return phases.carried(equation, unit(pass, layer, to), sent);
}

function handedBack(pass: Pass, weight: Weight, isLast: boolean): string {
  const { layer, from } = weight;
  const { backward, slope } = carriedBy(pass, weight);
  const own = phases.ownSlope(slope.equation);
  if (layer === 1) return `${phases.atInput(shortName(weight), unit(pass, 0, from))} ${own}`;
  const delta = isLast ? shown(exactValue(pass, idOf(gradient(preActivation(layer - 1, from))))) : undefined;
  const back = phases.handedBack(backward.equation, unit(pass, layer - 1, from), delta);
  return `${back} ${own}`;
}
