import { sameToDigits } from '../../core/expressions/digits.ts';
import { type Step } from '../../core/network/tape.ts';
import { trainedParameters, upTo } from '../../core/network/shape.ts';
import {
  activation,
  bias,
  gradient,
  idOf,
  preActivation,
  target,
  unitLoss,
  updated,
  weight,
  type Parameter,
  type Quantity,
} from '../../core/quantity.ts';
import { exactValue, type Pass } from '../../tutor/pass.ts';

/** What is asked without numbers: of several things the one that is largest in size, or of two ways the right one. */
export type PhaseQuestion = {
  readonly kind: 'pull' | 'way' | 'share' | 'delta' | 'change';
  /** What it is asked of, where that is one unit. */
  readonly of?: Quantity;
  readonly options: readonly Option[];
};

export type Option = {
  /** The quantity it stands for; of `way`, "up" or "down". */
  readonly id: string;
  readonly quantity?: Quantity;
  /** Ids of values in the network that mean it. */
  readonly taps: readonly string[];
  readonly isRight: boolean;
};

/** Of the largest: what comes so near to it cannot be told from it without working both out, and is not asked. */
const NEAR = 0.8;

type Rated = { readonly quantity: Quantity; readonly taps: readonly string[]; readonly size: number };

/** The question of a phase, beside the one step of it where it can be asked; undefined where there is no choice. */
export function questionAt(pass: Pass, step: Step): PhaseQuestion | undefined {
  const { steps } = pass;
  const { network } = pass.exercise;
  const last = network.layers.length - 1;
  const first = (phase: Step['phase']): string | undefined =>
    steps.find((other) => other.phase === phase)?.id;
  const hidden = network.layers[last - 1] ?? 0;
  switch (step.id) {
    case idOf(activation(last, 1)):
      return ask('pull', pullsOn(pass, last), preActivation(last, 1));
    case first('loss'):
      if (network.layers[last] === 1) return wayOf(pass, last);
      // With targets that are no probabilities a logarithm's share may be less than nothing: no part of a whole.
      return hasNegativeShare(pass, last) ? undefined : ask('share', sharesOf(pass, last));
    case first('update'):
      return ask('change', changesOf(pass));
    case idOf(gradient(weight(last, 1, 1))):
      // Of a single hidden unit there is no other to compare with but the output. A batch has no δ of its own.
      if (last === 1 || step.rule === 'batchGradient') return undefined;
      return askTellable(deltasOf(pass, last), hidden > 0 ? deltasOf(pass, last - 1) : []);
    default:
      return undefined;
  }
}

/**
 * Whose δ will be the largest: of the hidden units; where that is too close, of the largest and the smallest of them, or
 * else of an output and a hidden unit.
 */
function askTellable(outputs: readonly Rated[], hidden: readonly Rated[]): PhaseQuestion | undefined {
  const [bySize, outward] = [hidden, outputs].map((rated) => rated.toSorted((a, b) => b.size - a.size));
  const ends = [bySize?.[0], bySize?.at(-1)];
  const pair = [outward?.[0], bySize?.[0]];
  const found = [
    hidden,
    hidden.filter((rated) => ends.includes(rated)),
    [...outputs, ...hidden].filter((rated) => pair.includes(rated)),
  ].find((rated) => isTellable(rated));
  return found && ask('delta', found);
}

/** Whether one is well ahead of all others. */
function isTellable(rated: readonly Rated[]): boolean {
  const [most = 0, next = most] = rated.map(({ size }) => size).sort((a, b) => b - a);
  return rated.length > 1 && next < NEAR * most;
}

function ask(kind: PhaseQuestion['kind'], rated: readonly Rated[], of?: Quantity): PhaseQuestion | undefined {
  const most = Math.max(...rated.map(({ size }) => size));
  if (rated.length < 2 || !(most > 0) || !Number.isFinite(most)) return undefined;
  return {
    kind,
    ...(of === undefined ? {} : { of }),
    options: rated.map(({ quantity, taps, size }) => {
      // What cannot be told apart on the page is equally right.
      return { id: idOf(quantity), quantity, taps, isRight: sameToDigits(size, most) };
    }),
  };
}

const size = (pass: Pass, quantity: Quantity): number => Math.abs(exactValue(pass, idOf(quantity)));

/** What each arrow adds to z of the first unit of a layer. */
function pullsOn(pass: Pass, layer: number): readonly Rated[] {
  const { layers, bias: hasBias } = pass.exercise.network;
  const arrows = upTo(layers[layer - 1] ?? 0).map((i): Rated => {
    const [w, a] = [weight(layer, i, 1), activation(layer - 1, i)];
    return { quantity: w, taps: [idOf(w), idOf(a)], size: size(pass, w) * size(pass, a) };
  });
  const b = bias(layer, 1);
  return hasBias ? [...arrows, { quantity: b, taps: [idOf(b)], size: size(pass, b) }] : arrows;
}

const hasNegativeShare = (pass: Pass, last: number): boolean =>
  upTo(pass.exercise.network.layers[last] ?? 0).some((j) => exactValue(pass, idOf(unitLoss(j))) < 0);

const sharesOf = (pass: Pass, last: number): readonly Rated[] =>
  upTo(pass.exercise.network.layers[last] ?? 0).map((j) => ({
    quantity: activation(last, j),
    taps: [activation(last, j), preActivation(last, j), target(j)].map(idOf),
    size: size(pass, unitLoss(j)),
  }));

const deltasOf = (pass: Pass, layer: number): readonly Rated[] =>
  upTo(pass.exercise.network.layers[layer] ?? 0).map((j) => ({
    quantity: gradient(preActivation(layer, j)),
    taps: [preActivation(layer, j), activation(layer, j), gradient(preActivation(layer, j))].map(idOf),
    size: size(pass, gradient(preActivation(layer, j))),
  }));

const changesOf = (pass: Pass): readonly Rated[] =>
  trainedParameters(pass.exercise.network).map((parameter: Parameter) => ({
    quantity: parameter,
    taps: [parameter, gradient(parameter), updated(parameter)].map(idOf),
    size: size(pass, gradient(parameter)),
  }));

/** Which way the only output should go to make the loss smaller: where that is towards its target, as for nearly every loss. */
function wayOf(pass: Pass, last: number): PhaseQuestion | undefined {
  const output = activation(last, 1);
  const slope = exactValue(pass, idOf(gradient(output)));
  if (slope * (exactValue(pass, idOf(output)) - exactValue(pass, idOf(target(1)))) <= 0) return undefined;
  return {
    kind: 'way',
    of: output,
    options: (['up', 'down'] as const).map((id) => ({
      id,
      taps: [],
      isRight: (id === 'up') === slope < 0,
    })),
  };
}
