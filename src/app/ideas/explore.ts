import { written } from '../../core/expressions/names.ts';
import type { Rule, Step } from '../../core/network/tape.ts';
import { idOf, partial, target, variable, type Quantity } from '../../core/quantity.ts';
import { isAccepted, type Log } from '../../tutor/log.ts';
import { exactValue, type Pass } from '../../tutor/pass.ts';
import { valuesWith } from './recompute.ts';

/** The seven kinds of number in a pass, in the order in which they are first worked out. */
export const SIGNS = ['z', 'a', 'E', 'dE/da', 'delta', 'dE/dw', "w'"] as const;
export type Sign = (typeof SIGNS)[number];

/** The slope of the activation is a factor of δ, and stands under its sign. */
const SIGN_OF_RULE: Readonly<Record<Rule, Sign>> = {
  weightedSum: 'z',
  activation: 'a',
  unitLoss: 'E',
  totalLoss: 'E',
  lossSlope: 'dE/da',
  sumOverPaths: 'dE/da',
  activationSlope: 'delta',
  chainRule: 'delta',
  weightGradient: 'dE/dw',
  biasGradient: 'dE/dw',
  batchLoss: 'E',
  batchGradient: 'dE/dw',
  gradientDescent: "w'",
  decayedGradient: "w'",
  velocity: "w'",
  meanGradient: "w'",
  meanSquare: "w'",
  corrected: "w'",
  momentumStep: "w'",
  scaledStep: "w'",
};

/** How a sign is written. */
export function symbolOfSign(sign: Sign): Quantity {
  const [E, a, w] = [variable('E'), variable(written.a), variable('w')];
  const symbols: Readonly<Record<Sign, Quantity>> = {
    z: variable(written.z),
    a,
    E,
    'dE/da': partial(E, a),
    delta: variable('δ'),
    'dE/dw': partial(E, w),
    "w'": { ...w, prime: true },
  };
  return symbols[sign];
}

export type SignState = {
  readonly sign: Sign;
  readonly total: number;
  readonly done: number;
  /** Done by hand in other passes. */
  readonly before: number;
  /** The first step of its kind, which can be watched before it can be done. */
  readonly first: Step;
  /** The step that a press leads to; undefined where it is not yet the turn of any. */
  readonly goal: Step | undefined;
};

/** Ids of the steps done by hand in other passes than this one, one for each pass that it was done in. */
export function doneElsewhere(log: Log, pass: number): readonly string[] {
  const done = new Map(
    log
      .filter((one) => one.pass !== pass && one.origin === 'typed' && isAccepted(one.verdict))
      .map((one) => [`${one.pass} ${one.step}`, one.step]),
  );
  return [...done.values()];
}

/**
 * How far each sign has come. A press leads to the first step that is still to be done by hand where it is its turn,
 * else to the last one done.
 * @param answered  ids of the steps done by hand
 * @param elsewhere the same of other passes
 */
export function signStates(
  { steps }: Pass,
  answered: ReadonlySet<string>,
  elsewhere: readonly string[] = [],
): readonly SignState[] {
  const next = steps.find(({ id }) => !answered.has(id));
  return SIGNS.map((sign) => {
    const own = steps.filter(({ rule }) => SIGN_OF_RULE[rule] === sign);
    const [first] = own;
    if (first === undefined) throw new Error(`no step of this pass is a ${sign}`);
    const done = own.filter(({ id }) => answered.has(id));
    const goal = next !== undefined && own.includes(next) ? next : done.at(-1);
    const before = elsewhere.filter((step) => own.some(({ id }) => id === step)).length;
    return { sign, first, total: own.length, done: done.length, before, goal };
  });
}

/** The first kind of number whose formula needs the target. */
export function firstWithTarget({ steps }: Pass): Sign {
  const first = steps.find(({ formula }) => JSON.stringify(formula).includes('"kind":"target"'));
  if (first === undefined) throw new Error('no step of this pass needs the target');
  return SIGN_OF_RULE[first.rule];
}

/** Far enough for four digits to tell. */
const MOVED = 1e-9;

/** The kinds of number that change when every target does, found by working the pass out with other targets. */
export function changedByTarget(pass: Pass): ReadonlySet<Sign> {
  const outputs = pass.exercise.network.layers.at(-1) ?? 0;
  const ids = Array.from({ length: outputs }, (_, j) => idOf(target(j + 1)));
  const values = valuesWith(pass, new Map(ids.map((id) => [id, exactValue(pass, id) + 0.1])));
  const hasMoved = (id: string): boolean => Math.abs(values.get(id)! - exactValue(pass, id)) > MOVED;
  // The slope of an activation goes into δ, but it is the slope of E that the sign stands for.
  const isAsked = ({ rule, id }: Step): boolean => rule !== 'activationSlope' && hasMoved(id);
  return new Set(pass.steps.filter(isAsked).map(({ rule }) => SIGN_OF_RULE[rule]));
}
