import { activationSymbol } from '../network/activations.ts';
import { isCoupled, slopeQuantity } from '../network/coupling.ts';
import type { Network } from '../network/exercise.ts';
import type { Phase } from '../network/tape.ts';
import {
  activation,
  bias,
  gradient,
  learningRate,
  preActivation,
  updated,
  weight,
  type Quantity,
} from '../quantity.ts';
import type { MatrixExpr, MatrixSymbol } from './expr.ts';
import { upTo } from '../network/shape.ts';

/** One step of a pass, a whole layer at once. Its cells are steps of the tape. */
export type MatrixStep = {
  /** `z[1]`, `a[1]`, `δ[2]`, `∇W[2]`, `∇b[2]`, `W'[1]`, `b'[1]`. */
  readonly id: string;
  readonly rule: MatrixRule;
  readonly phase: Phase;
  readonly result: MatrixSymbol;
  readonly formula: MatrixExpr;
};

export type MatrixRule =
  | 'weightedSums'
  | 'activations'
  | 'coupledActivations'
  | 'outputDelta'
  | 'coupledDelta'
  | 'hiddenDelta'
  | 'weightGradients'
  | 'biasGradients'
  | 'newWeights'
  | 'newBiases';

/**
 * The steps of a pass with whole layers, in the order of the tape: forward z and a; backward δ, then the gradients of the
 * layer; update, with `isPlain`, W and then b of each layer. A weight matrix has a row for each unit of its layer and a
 * column for each unit of the layer before, so W of w_ij^(k) has w_ij in row j, column i, and z = Wa + b (Nielsen,
 * Neural Networks and Deep Learning, eqs. 25, BP1-BP4; there W is written w).
 * @param isPlain whether the update is w − η∂E/∂w: what other optimizers do in between has no place here
 */
export function matrixStepsOf(network: Network, isPlain: boolean): readonly MatrixStep[] {
  const last = network.layers.length - 1;
  const layers = upTo(last);
  const names = namesIn(network);
  const forward = layers.flatMap((k): readonly MatrixStep[] => {
    const { z, a, before, W, b } = names(k);
    const sum: MatrixExpr = { kind: 'product', left: W, right: before };
    return [
      step('weightedSums', 'forward', z, network.bias ? { kind: 'sum', left: sum, right: b } : sum),
      step(isCoupled(network, k) ? 'coupledActivations' : 'activations', 'forward', a, names(k).applied),
    ];
  });
  const backward = layers.toReversed().flatMap((k): readonly MatrixStep[] => {
    const { before, delta, slope, lossSlope, jacobian, gradientW, gradientb } = names(k);
    const transpose = (of: MatrixExpr): MatrixExpr => ({ kind: 'transpose', of });
    const arrives: MatrixExpr =
      k === last
        ? lossSlope
        : { kind: 'product', left: transpose(names(k + 1).W), right: names(k + 1).delta };
    const coupled = isCoupled(network, k);
    const formula: MatrixExpr = coupled
      ? { kind: 'product', left: transpose(jacobian), right: arrives }
      : { kind: 'elementwise', left: arrives, right: slope };
    return [
      step(coupled ? 'coupledDelta' : k < last ? 'hiddenDelta' : 'outputDelta', 'backward', delta, formula),
      step('weightGradients', 'backward', gradientW, {
        kind: 'product',
        left: delta,
        right: transpose(before),
      }),
      ...(network.bias && network.trainBias ? [step('biasGradients', 'backward', gradientb, delta)] : []),
    ];
  });
  const update = layers.flatMap((k): readonly MatrixStep[] => {
    const { W, b, gradientW, gradientb, newW, newb } = names(k);
    const moved = (from: MatrixExpr, of: MatrixExpr): MatrixExpr => ({
      ...{ kind: 'sum', left: from, right: { kind: 'scaled', factor: learningRate, of }, minus: true },
    });
    return [
      step('newWeights', 'update', newW, moved(W, gradientW)),
      ...(network.bias && network.trainBias ? [step('newBiases', 'update', newb, moved(b, gradientb))] : []),
    ];
  });
  return [...forward, ...backward, ...(isPlain ? update : [])];
}

const step = (rule: MatrixRule, phase: Phase, result: MatrixSymbol, formula: MatrixExpr): MatrixStep => ({
  id: `${result.nabla ? '∇' : ''}${result.letter}${result.prime ? "'" : ''}[${result.layer}]`,
  ...{ rule, phase, result, formula },
});

/** What the layers of a network are made of, by name. */
function namesIn(network: Network) {
  const { layers, activations } = network;
  const units = (k: number): readonly number[] => upTo(layers[k] ?? 0);
  const vector = (k: number, of: (unit: number) => Quantity): readonly (readonly Quantity[])[] =>
    units(k).map((j) => [of(j)]);
  const grid = (k: number, of: (from: number, to: number) => Quantity) =>
    units(k).map((j) => units(k - 1).map((i) => of(i, j)));
  return (k: number) => {
    const symbol = (
      letter: string,
      quantities: MatrixSymbol['quantities'],
      more: Partial<MatrixSymbol> = {},
    ): MatrixSymbol => ({ kind: 'symbol', letter, layer: k, quantities, ...more });
    const outputs = vector(k, (j) => activation(k, j));
    const fn = activationSymbol(activations[k - 1]!);
    return {
      W: symbol(
        'W',
        grid(k, (i, j) => weight(k, i, j)),
      ),
      b: symbol(
        'b',
        vector(k, (j) => bias(k, j)),
      ),
      z: symbol(
        'z',
        vector(k, (j) => preActivation(k, j)),
      ),
      a: symbol('a', outputs),
      /** φ(z), of which a layer without an activation has none. */
      applied: symbol('z', outputs, fn ? { applied: { symbol: fn, prime: false } } : {}),
      slope: symbol(
        'z',
        vector(k, (j) => slopeQuantity(network, k, j)),
        { applied: { symbol: fn || 'φ', prime: true } },
      ),
      before: {
        ...symbol(
          k === 1 ? 'x' : 'a',
          vector(k - 1, (i) => activation(k - 1, i)),
        ),
        layer: k - 1,
      },
      /** Of coupled units: row j, column m is ∂a_j/∂z_m. */
      jacobian: symbol(
        'J',
        units(k).map((j) => units(k).map((m) => slopeQuantity(network, k, j, m))),
      ),
      delta: symbol(
        'δ',
        vector(k, (j) => gradient(preActivation(k, j))),
      ),
      lossSlope: symbol(
        'E',
        vector(k, (j) => gradient(activation(k, j))),
        { nabla: 'a' },
      ),
      gradientW: symbol(
        'W',
        grid(k, (i, j) => gradient(weight(k, i, j))),
        { nabla: 'W' },
      ),
      gradientb: symbol(
        'b',
        vector(k, (j) => gradient(bias(k, j))),
        { nabla: 'b' },
      ),
      newW: symbol(
        'W',
        grid(k, (i, j) => updated(weight(k, i, j))),
        { prime: true },
      ),
      newb: symbol(
        'b',
        vector(k, (j) => updated(bias(k, j))),
        { prime: true },
      ),
    };
  };
}
