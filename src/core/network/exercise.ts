import type { ActivationName } from './activations.ts';
import type { Kept } from '../quantity.ts';
import type { LossName } from './losses.ts';

/** The shape of a dense network, without its numbers. */
export type Network = {
  /** Units of each layer, the input first. At least two layers. */
  readonly layers: readonly number[];
  /** One for each layer after the input. */
  readonly activations: readonly ActivationName[];
  readonly bias: boolean;
  /** Whether the update moves the biases too. Without biases it says nothing. */
  readonly trainBias: boolean;
};

/** A number for each parameter: `weights[k−1][i−1][j−1]` is w[k][i][j]; `biases[k−1][j−1]` is b[k][j], empty where there is no bias. */
export type Numbers = {
  readonly weights: readonly (readonly (readonly number[])[])[];
  readonly biases: readonly (readonly number[])[];
};

/** What a pass starts with: the parameters, and what the optimizer keeps for each of them; what is left out there is 0. */
export type Parameters = Numbers & { readonly state?: State };

export type State = Readonly<Partial<Record<Kept, Numbers>>> & {
  /** Updates that had been made before the first pass: pass p makes the one of number `updates` + p. */
  readonly updates?: number | undefined;
};

export type Example = { readonly input: readonly number[]; readonly target: readonly number[] };

/** The settings that an optimizer can have, by their names in files. */
export type SettingName = 'momentum' | 'weightDecay' | 'rho' | 'beta1' | 'beta2' | 'epsilon';

/** Settings that are left out are those of `OPTIMIZERS`. */
export type Optimizer = { readonly kind: OptimizerName; readonly learningRate: number } & Readonly<
  Partial<Record<SettingName, number | undefined>>
>;
export type OptimizerName = 'sgd' | 'momentum' | 'nesterov' | 'rmsprop' | 'adam' | 'adamw';

/** All that a pass of training depends on. */
export type Exercise = {
  readonly network: Network;
  readonly parameters: Parameters;
  /** At least one. Pass p works on example ((p − 1) mod m) + 1, with `batch` on all of them. */
  readonly examples: readonly Example[];
  readonly loss: LossName;
  readonly optimizer: Optimizer;
  /** Every pass works on all examples, and updates once: by the mean of their gradients, or by the sum. */
  readonly batch?: Gathering;
};

/** What becomes of the losses and gradients of a batch. */
export type Gathering = 'mean' | 'sum';

/** Index, from 0, of the example that pass p (from 1) works on. */
export const exampleOfPass = (exercise: Exercise, pass: number): number =>
  (pass - 1) % exercise.examples.length;
