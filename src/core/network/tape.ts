import { difference, product, quantity as q, sum, type Expr } from '../expressions/expr.ts';
import {
  activation,
  bias,
  gradient,
  idOf,
  loss as totalLoss,
  preActivation,
  target,
  unitLoss,
  weight,
  type Quantity,
} from '../quantity.ts';
import { ACTIVATIONS, type Activation } from './activations.ts';
import { isCoupled, slopeQuantity, unitsMovedBy } from './coupling.ts';
import type { Network, Optimizer } from './exercise.ts';
import { LOSSES, type LossName } from './losses.ts';
import { outputLayer, trainedParameters, trainsBias, unitsOf, weightLayers } from './shape.ts';
import { ruleOf, type OptimizerRule } from './update.ts';

export const PHASES = ['forward', 'loss', 'backward', 'update'] as const;
export type Phase = (typeof PHASES)[number];

/** Why a step's formula holds. Steps of one rule are of one kind to the learner. */
export type Rule =
  | 'weightedSum'
  | 'activation'
  | 'unitLoss'
  | 'totalLoss'
  | 'lossSlope'
  | 'activationSlope'
  | 'chainRule'
  | 'sumOverPaths'
  | 'weightGradient'
  | 'biasGradient'
  | 'gradientDescent'
  | OptimizerRule
  | BatchRule;

/** The rules that only a batch has. */
export type BatchRule = 'batchLoss' | 'batchGradient';

/** One named result of a derivation. `R` names the reasons that its formulas have. */
export type Step<R extends string = Rule> = {
  readonly id: string;
  readonly phase: Phase;
  readonly rule: R;
  readonly result: Quantity;
  /** Over given quantities and the results of earlier steps. */
  readonly formula: Expr;
  /** What the formula comes to when everything is put in and cancelled, where books give that instead. */
  readonly short?: Expr;
};

/**
 * One pass of training as a tape (Wengert list): every result once, in the order of computation.
 * Rumelhart, Hinton, Williams 1986; Nielsen 2015, equations BP1–BP4.
 */
export function tapeOf(network: Network, loss: LossName, optimizer = PLAIN): readonly Step[] {
  return [
    ...forward(network),
    ...lossSteps(network, loss),
    ...backward(network, loss),
    ...update(network, optimizer),
  ];
}

/** Where nothing is said of it. */
const PLAIN: Optimizer = { kind: 'sgd', learningRate: 0 };

/** Whether a step belongs to what the network does on its own, up to the loss. */
export const isForward = ({ phase }: Pick<Step, 'phase'>): boolean => phase === 'forward' || phase === 'loss';

const step = (phase: Phase, rule: Rule, result: Quantity, formula: Expr): Step => ({
  id: idOf(result),
  phase,
  rule,
  result,
  formula,
});

function activationOf(network: Network, k: number): Activation {
  const name = network.activations[k - 1];
  if (name === undefined) throw new Error(`layer ${k} has no activation`);
  return ACTIVATIONS[name];
}

/** Layer by layer: z and a of each unit; where units are coupled, all z and then all a. */
const forward = (network: Network): readonly Step[] =>
  weightLayers(network).flatMap((k) => {
    const units = unitsOf(network, k);
    const all = units.map((j) => q(preActivation(k, j)));
    const steps = units.map((j) => [
      step('forward', 'weightedSum', preActivation(k, j), weightedSum(network, k, j)),
      step(
        'forward',
        'activation',
        activation(k, j),
        activationOf(network, k).value(q(preActivation(k, j)), all),
      ),
    ]);
    return inRounds(isCoupled(network, k), steps);
  });

/** The steps of each unit one after the other; in rounds, first all first steps, then all second ones. */
const inRounds = (isInRounds: boolean, steps: readonly (readonly Step[])[]): readonly Step[] =>
  isInRounds
    ? (steps[0] ?? []).flatMap((_, round) => steps.flatMap((own) => own[round] ?? []))
    : steps.flat();

/** z_j = Σ_i a_i w_ij (+ b_j) */
function weightedSum(network: Network, k: number, j: number): Expr {
  const products = unitsOf(network, k - 1).map((i) => product(q(activation(k - 1, i)), q(weight(k, i, j))));
  return sum(...products, ...(network.bias ? [q(bias(k, j))] : []));
}

function lossSteps(network: Network, loss: LossName): readonly Step[] {
  const outputs = unitsOf(network, outputLayer(network));
  const of = (j: number): Expr =>
    LOSSES[loss].value(q(target(j)), q(activation(outputLayer(network), j)), outputs.length);
  if (outputs.length === 1) return [step('loss', 'unitLoss', totalLoss, of(1))];
  return [
    ...outputs.map((j) => step('loss', 'unitLoss', unitLoss(j), of(j))),
    step('loss', 'totalLoss', totalLoss, sum(...outputs.map((j) => q(unitLoss(j))))),
  ];
}

const backward = (network: Network, loss: LossName): readonly Step[] =>
  weightLayers(network)
    .toReversed()
    .flatMap((k) => {
      const units = unitsOf(network, k);
      return [
        ...(isCoupled(network, k)
          ? coupledGradients(network, loss, k)
          : units.flatMap((j) => unitGradients(network, loss, k, j))),
        ...units.flatMap((j) => unitsOf(network, k - 1).map((i) => weightGradient(k, i, j))),
        ...(trainsBias(network) ? units.map((j) => biasGradient(k, j)) : []),
      ];
    });

const delta = (k: number, j: number): Quantity => gradient(preActivation(k, j));

/** ∂E/∂a of a unit. */
function outerSlope(network: Network, loss: LossName, k: number, j: number): Step {
  const a = activation(k, j);
  if (k !== outputLayer(network))
    return step('backward', 'sumOverPaths', gradient(a), sumOverPaths(network, k, j));
  const outputs = unitsOf(network, k).length;
  return step('backward', 'lossSlope', gradient(a), LOSSES[loss].slope(q(target(j)), q(a), outputs));
}

/** ∂a_j/∂z_m */
function activationSlope(network: Network, k: number, j: number, m = j): Step {
  const { slope, cross } = activationOf(network, k);
  const a = q(activation(k, j));
  const formula = cross && j !== m ? cross(a, q(activation(k, m))) : slope(q(preActivation(k, j)), a);
  return step('backward', 'activationSlope', slopeQuantity(network, k, j, m), formula);
}

/** ∂E/∂z_m = Σ_j ∂E/∂a_j ∂a_j/∂z_m over the units j that z_m moves; mostly that is m alone. */
function chainRule(network: Network, loss: LossName, k: number, m: number): Step {
  const links = unitsMovedBy(network, k, m).map((j) =>
    product(q(gradient(activation(k, j))), q(slopeQuantity(network, k, j, m))),
  );
  const short = k === outputLayer(network) ? shortSlope(network, loss, m) : undefined;
  return { ...step('backward', 'chainRule', delta(k, m), sum(...links)), ...(short && { short }) };
}

/** a − t: sigmoid cancels in binary cross-entropy; softmax in cross-entropy, if the targets add up to 1. */
function shortSlope({ activations, layers }: Network, loss: LossName, m: number): Expr | undefined {
  const name = activations.at(-1);
  const cancels =
    (loss === 'binary-cross-entropy' && name === 'sigmoid') ||
    (loss === 'cross-entropy' && name === 'softmax');
  return cancels ? difference(q(activation(layers.length - 1, m)), q(target(m))) : undefined;
}

const unitGradients = (network: Network, loss: LossName, k: number, j: number): readonly Step[] => [
  outerSlope(network, loss, k, j),
  activationSlope(network, k, j),
  chainRule(network, loss, k, j),
];

/** All ∂E/∂a, then all ∂a/∂z by rows, then all ∂E/∂z. */
function coupledGradients(network: Network, loss: LossName, k: number): readonly Step[] {
  const units = unitsOf(network, k);
  return [
    ...units.map((j) => outerSlope(network, loss, k, j)),
    ...units.flatMap((j) => units.map((m) => activationSlope(network, k, j, m))),
    ...units.map((m) => chainRule(network, loss, k, m)),
  ];
}

/** ∂E/∂a_j = Σ_m δ_m w_jm over the units m of the next layer */
const sumOverPaths = (network: Network, k: number, j: number): Expr =>
  sum(...unitsOf(network, k + 1).map((m) => product(q(delta(k + 1, m)), q(weight(k + 1, j, m)))));

/** ∂E/∂x_i, the way back taken one step further than a pass of training needs it: not a step of any tape. */
export const inputGradient = (network: Network, i: number): Step =>
  step('backward', 'sumOverPaths', gradient(activation(0, i)), sumOverPaths(network, 0, i));

const weightGradient = (k: number, i: number, j: number): Step =>
  step(
    'backward',
    'weightGradient',
    gradient(weight(k, i, j)),
    product(q(delta(k, j)), q(activation(k - 1, i))),
  );

const biasGradient = (k: number, j: number): Step =>
  step('backward', 'biasGradient', gradient(bias(k, j)), q(delta(k, j)));

/** Parameter by parameter, each with all that the optimizer works out for it. */
const update = (network: Network, optimizer: Optimizer): readonly Step[] =>
  trainedParameters(network).flatMap((parameter) =>
    ruleOf(optimizer)
      .moves(optimizer, parameter)
      .map(({ rule, result, formula }) => step('update', rule, result, formula)),
  );
