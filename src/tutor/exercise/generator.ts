import { ACTIVATIONS } from '../../core/network/activations.ts';
import { partsOf, quantity as q, type Expr } from '../../core/expressions/expr.ts';
import { evaluate } from '../../core/expressions/evaluate.ts';
import { halfUnit } from '../../core/expressions/digits.ts';
import { widthOf } from '../../core/expressions/interval.ts';
import type { Exercise, Network } from '../../core/network/exercise.ts';
import { tapeOf, type Step } from '../../core/network/tape.ts';
import { activation, preActivation } from '../../core/quantity.ts';
import { setsOf } from '../checking/sets.ts';
import { GENERATOR_1_MISTAKES } from '../mistakes/generator-1/index.ts';
import { passOf, type Pass } from '../pass.ts';
import { drawNumbers } from './draw.ts';
import { randomStream } from './random.ts';

/** After so many draws that do not pass, the shape is one that no draw fits, and the first is taken. */
const DRAWS = 1000;
/** Of a pass with more steps than this, some step always fails: its first draw is taken at once. */
const STEPS = 500;

/** What an exercise is drawn for; parts that are given stay as they are. */
export type Shape = Pick<Exercise, 'network' | 'loss' | 'optimizer' | 'batch'> &
  Partial<Pick<Exercise, 'parameters' | 'examples'>> & { readonly exampleCount: number };

/** The exercise of a seed: the first draw of its stream that generator 1 lets through. */
export function drawExercise(shape: Shape, seed: number): Exercise {
  const random = randomStream(seed);
  const { network, loss, optimizer, batch, exampleCount } = shape;
  const draw = (): Exercise => {
    const drawn = drawNumbers(network, exampleCount, random);
    return {
      network,
      parameters: shape.parameters ?? drawn.parameters,
      examples: shape.examples ?? drawn.examples,
      loss,
      optimizer,
      ...(batch && { batch }),
    };
  };
  const first = draw();
  if (tapeOf(network, loss, optimizer).length > STEPS || isInstructive(first)) return first;
  for (let i = 1; i < DRAWS; i += 1) {
    const next = draw();
    if (isInstructive(next)) return next;
  }
  return first;
}

/**
 * Generator 1, frozen. An exercise is worth a learner's time when its numbers tell right from wrong:
 * |z| ≥ 0.05; every step's set at most 2 % wide; every update moves at least 4 units of the parameter's fourth
 * digit; and at every other step each of the commonest mistakes is at least 1 % from the right value.
 */
function isInstructive(exercise: Exercise): boolean {
  const whole = passOf(exercise, 1, exercise.parameters);
  return (whole.parts ?? [whole]).every(isInstructivePass);
}

function isInstructivePass(pass: Pass): boolean {
  // What costs least is asked first: of a large network hardly any draw gets further.
  if (!pass.steps.every((step) => isAwayFromZero(step, valueAt(pass, step.id)) && movesEnough(pass, step))) {
    return false;
  }
  const sets = setsOf(pass);
  return pass.steps.every((step) => {
    const value = valueAt(pass, step.id);
    const set = sets.get(step.id);
    if (set === undefined || widthOf(set) > 0.02 * Math.abs(value)) return false;
    return step.phase === 'update' || isTellable(pass, step, value);
  });
}

const isAwayFromZero = ({ rule }: Step, value: number): boolean =>
  rule !== 'weightedSum' || Math.abs(value) >= 0.05;

function movesEnough(pass: Pass, { id, result }: Step): boolean {
  if (result.kind !== 'updated') return true;
  const before = evaluate(q(result.parameter), pass.values);
  return Math.abs(valueAt(pass, id) - before) >= 4 * 2 * halfUnit(before) * (1 - 1e-9);
}

function isTellable(pass: Pass, step: Step, value: number): boolean {
  return GENERATOR_1_MISTAKES.every((mistake) =>
    mistake.rewrite(step, pass).every((wrong) => {
      const mistaken = evaluate(wrong, pass.values);
      const coincides = mistaken === value && hasFlatActivation(pass.exercise.network);
      return coincides || Math.abs(mistaken - value) >= 0.01 * Math.abs(value);
    }),
  );
}

/** Where slopes are 0 or 1, or jump to 1, leaving one out changes nothing, whatever is drawn. */
const hasFlatActivation = ({ activations }: Network): boolean =>
  activations.some((name) => {
    const slope = ACTIVATIONS[name].slope(q(preActivation(1, 1)), q(activation(1, 1)));
    return slope.kind === 'number' || jumps(slope);
  });

const jumps = (expr: Expr): boolean =>
  (expr.kind === 'call' && expr.fn === 'step') || partsOf(expr).some(jumps);

function valueAt({ values }: Pass, id: string): number {
  const value = values.get(id);
  if (value === undefined) throw new Error(`${id} has no value`);
  return value;
}
