/** `npm run bench`: how long the parts take that a learner waits for, and training against a plain loop in the same run. */
import { Bench } from 'tinybench';
import { train } from '../src/core/engine/train.ts';
import type { Exercise } from '../src/core/network/exercise.ts';
import { beliefAt, check, checkAll, scopeOf } from '../src/tutor/checking/check.ts';
import { readAnswer } from '../src/tutor/answer/read.ts';
import { judge } from '../src/tutor/checking/judge.ts';
import { diagnose } from '../src/tutor/diagnosis/diagnose.ts';
import { drawExercise } from '../src/tutor/exercise/generator.ts';
import { passOf } from '../src/tutor/pass.ts';
import { plainTraining } from './plain.ts';

const shape = (layers: readonly number[]): Parameters<typeof drawExercise>[0] => ({
  network: { layers, activations: layers.slice(1).map(() => 'sigmoid'), bias: true, trainBias: true },
  loss: 'half-squared-error',
  optimizer: { kind: 'sgd', learningRate: 0.5 },
  exampleCount: 1,
});

const small: Exercise = drawExercise(shape([2, 2, 2]), 1);
const large: Exercise = drawExercise(shape([8, 8, 8, 4]), 1);
const wide: Exercise = drawExercise(shape([50, 50, 50]), 1);

const answers = (exercise: Exercise): (() => unknown) => {
  const pass = passOf(exercise, 1, exercise.parameters);
  const typed = new Map(pass.steps.map(({ id }) => [id, pass.values.get(id)!.toPrecision(4)]));
  return () => checkAll(pass, typed);
};

/** A verdict with its diagnosis on one wrong answer after the other, all steps of a pass in turn, as after each press of Enter. */
const wrongAnswers = (exercise: Exercise): (() => unknown) => {
  let pass = passOf(exercise, 1, exercise.parameters);
  const typed = new Map(pass.steps.map(({ id }) => [id, pass.values.get(id)!.toPrecision(4)]));
  let at = 0;
  return () => {
    // A new pass now and then, so that what is kept for a pass counts as seldom as it does for a learner.
    if (at === pass.steps.length) [pass, at] = [passOf(exercise, 1, exercise.parameters), 0];
    const step = pass.steps[at]!;
    at += 1;
    const belief = beliefAt(pass, step.id, typed);
    const reading = readAnswer(`1.2345*${String(pass.values.get(step.id))}`, scopeOf(pass, step, belief));
    if (reading.kind !== 'answer') return reading;
    const { judgement, answer } = judge(pass, step, reading.answer, belief);
    return judgement.verdict === 'wrong' ? diagnose(pass, step, answer, belief) : judgement;
  };
};

/** What a cat on the keyboard types, at the length at which it is still read; each must be turned down in no time. */
const garbage = (): (() => unknown) => {
  const pass = passOf(small, 1, small.parameters);
  const pieces = [
    '(',
    'max(',
    '∂E/∂',
    'σ′(',
    '1/',
    '-',
    '2^',
    '\\frac',
    'x1',
    '0.5 ',
    '_{',
    '😀',
    'a',
    '|',
    '= ',
  ];
  return () =>
    pieces.map((piece) => check(pass, pass.steps[0]!, piece.repeat(2000 / piece.length), new Map()));
};

const bench = new Bench({ time: 1000, warmupTime: 300 });
const PASSES = 10_000;
bench
  .add('judge a whole 2-2-2 pass (47 answers)', answers(small))
  .add('judge a whole 8-8-8-4 pass (484 answers)', answers(large))
  .add('judge and explain a wrong answer on 2-2-2', wrongAnswers(small))
  .add('judge and explain a wrong answer on 8-8-8-4', wrongAnswers(large))
  .add('turn down fifteen answers of 2,000 characters of garbage', garbage())
  .add(`derive a 50-50-50 pass (${passOf(wide, 1, wide.parameters).steps.length} steps)`, () =>
    passOf(wide, 1, wide.parameters),
  )
  .add(`train 2-2-2 for ${PASSES} passes`, () => train(small, PASSES))
  .add(`the same in a plain loop`, () => plainTraining(small, PASSES));

await bench.run();
console.table(
  bench.tasks.map(({ name, result }) => {
    const latency = 'latency' in result ? result.latency : undefined;
    return {
      name,
      'median ms': latency?.p50.toFixed(3),
      '99th percentile ms': latency?.p99.toFixed(3),
    };
  }),
);
