import {
  call,
  difference,
  one,
  power,
  product,
  quantity as q,
  quotient,
  square,
  sum,
  type Expr,
} from '../expressions/expr.ts';
import {
  gradient,
  moment,
  setting,
  type Kept,
  type Moment,
  type Parameter,
  type Quantity,
  type Setting,
} from '../quantity.ts';
import type { Optimizer, OptimizerName, SettingName } from './exercise.ts';
import { descent, eta, useRules, type Move, type UpdateRule } from './update.ts';

/** An optimizer. Formulas and defaults are those of PyTorch 2. */
type Row = {
  /** Its settings, in the order of the page, with what they are where nothing is said. */
  readonly settings: Readonly<Partial<Record<SettingName, number>>>;
  /** Its usual learning rate, where that has nothing to do with the size of the slopes. */
  readonly rate?: number;
  readonly keeps: readonly Kept[];
  /** How a parameter moves. @param g its gradient, weight decay included */
  readonly moves: (parameter: Parameter, g: Expr) => readonly Move[];
  /** The mean of gradients starts at 0, which takes the number of the update to correct. */
  readonly counts?: true;
  /** The decay goes into the gradient. */
  readonly decaysGradient?: true;
};

const has = (name: Setting): Expr => q(setting(name));
/** v′ = μ·v + g (Polyak 1964; PyTorch leaves η out of v, Sutskever et al. 2013 have it in). */
const velocity = (parameter: Parameter, g: Expr): Move => ({
  rule: 'velocity',
  result: moment('v', parameter, 'new'),
  formula: sum(product(has('μ'), q(moment('v', parameter))), g),
});

/** An average that forgets: kept·old + (1 − kept)·now. */
const averaged = (letter: Kept, parameter: Parameter, kept: Setting, now: Expr): Move => ({
  rule: letter === 'm' ? 'meanGradient' : 'meanSquare',
  result: moment(letter, parameter, 'new'),
  formula: sum(product(has(kept), q(moment(letter, parameter))), product(difference(one, has(kept)), now)),
});

/** m̂ = m′/(1 − β^p) */
const corrected = (letter: Kept, parameter: Parameter, kept: Setting): Move => ({
  rule: 'corrected',
  result: moment(letter, parameter, 'hat'),
  formula: quotient(q(moment(letter, parameter, 'new')), difference(one, power(has(kept), has('p')))),
});

/** What is divided by the root of a mean square, with ε beside the root. */
const scaled = (above: Expr, meanSquare: Moment): Expr =>
  quotient(above, sum(call('sqrt', q(meanSquare)), has('ε')));

/** What of a parameter stays beside the step: 1 − η·λ of it. */
const shrunk = (parameter: Parameter): Expr => product(difference(one, product(eta, has('λ'))), q(parameter));

/**
 * Adam (Kingma and Ba 2015, algorithm 1, where s is called v and p is t).
 * @param from what its step is taken from
 */
const adam = (parameter: Parameter, g: Expr, from: Expr = q(parameter)): readonly Move[] => [
  averaged('m', parameter, 'β1', g),
  averaged('s', parameter, 'β2', square(g)),
  corrected('m', parameter, 'β1'),
  corrected('s', parameter, 'β2'),
  descent(
    parameter,
    scaled(q(moment('m', parameter, 'hat')), moment('s', parameter, 'hat')),
    'scaledStep',
    from,
  ),
];

const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;

/** Every optimizer, a row each. */
export const OPTIMIZERS: Readonly<Record<OptimizerName, Row>> = {
  sgd: {
    settings: { weightDecay: 0 },
    keeps: [],
    decaysGradient: true,
    moves: (parameter, g) => [descent(parameter, g, 'gradientDescent')],
  },
  momentum: {
    settings: { momentum: 0.9, weightDecay: 0 },
    keeps: ['v'],
    decaysGradient: true,
    moves: (parameter, g) => [
      velocity(parameter, g),
      descent(parameter, q(moment('v', parameter, 'new')), 'momentumStep'),
    ],
  },
  nesterov: {
    settings: { momentum: 0.9, weightDecay: 0 },
    keeps: ['v'],
    decaysGradient: true,
    moves: (parameter, g) => [
      velocity(parameter, g),
      descent(parameter, sum(g, product(has('μ'), q(moment('v', parameter, 'new')))), 'momentumStep'),
    ],
  },
  rmsprop: {
    settings: { rho: 0.99, epsilon: 1e-8, weightDecay: 0 },
    rate: 0.01,
    keeps: ['s'],
    decaysGradient: true,
    moves: (parameter, g) => [
      averaged('s', parameter, 'ρ', square(g)),
      descent(parameter, scaled(g, moment('s', parameter, 'new')), 'scaledStep'),
    ],
  },
  adam: {
    settings: { ...ADAM, weightDecay: 0 },
    rate: 0.001,
    keeps: ['m', 's'],
    counts: true,
    decaysGradient: true,
    moves: (parameter, g) => adam(parameter, g),
  },
  /** The weight shrinks by itself, past the averages (Loshchilov and Hutter 2019, algorithm 2). */
  adamw: {
    settings: { ...ADAM, weightDecay: 0.01 },
    rate: 0.001,
    keeps: ['m', 's'],
    counts: true,
    moves: (parameter, g) => adam(parameter, g, shrunk(parameter)),
  },
};

const LETTERS: Readonly<Record<SettingName, Setting>> = {
  momentum: 'μ',
  weightDecay: 'λ',
  rho: 'ρ',
  beta1: 'β1',
  beta2: 'β2',
  epsilon: 'ε',
};

/** Plain gradient descent has no λ among its givens where there is no decay. */
const decays = (optimizer: Optimizer): boolean =>
  OPTIMIZERS[optimizer.kind].decaysGradient === true && (optimizer.weightDecay ?? 0) !== 0;

/** The numbers an optimizer is given beside η. @param update its number, from 1 */
function settingsOf(optimizer: Optimizer, update: number): readonly (readonly [Quantity, number])[] {
  const { settings, counts, decaysGradient } = OPTIMIZERS[optimizer.kind];
  const names = (Object.keys(settings) as SettingName[]).filter(
    (name) => name !== 'weightDecay' || decaysGradient !== true || decays(optimizer),
  );
  return [
    ...names.map((name) => [setting(LETTERS[name]), optimizer[name] ?? settings[name] ?? 0] as const),
    ...(counts ? [[setting('p'), update] as const] : []),
  ];
}

/** The steps by which a parameter gets its new value. */
function movesOf(optimizer: Optimizer, parameter: Parameter): readonly Move[] {
  const { moves } = OPTIMIZERS[optimizer.kind];
  const slope = q(gradient(parameter));
  if (!decays(optimizer)) return moves(parameter, slope);
  const g = moment('g', parameter);
  return [
    { rule: 'decayedGradient', result: g, formula: sum(slope, product(has('λ'), q(parameter))) },
    ...moves(parameter, q(g)),
  ];
}

useRules(
  Object.fromEntries(
    Object.entries(OPTIMIZERS).map(([name, { keeps }]) => [
      name,
      { keeps, givens: settingsOf, moves: movesOf } satisfies UpdateRule,
    ]),
  ) as Record<OptimizerName, UpdateRule>,
);
