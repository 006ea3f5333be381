import { exampleOfPass, type Example, type Exercise, type Parameters } from '../network/exercise.ts';
import { OPTIMIZERS } from '../network/optimizers.ts';
import { exampleTape, examplesIn, ofExample, sharedTape } from '../network/batch.ts';
import { isForward, tapeOf, type Step } from '../network/tape.ts';
import { trainedParameters } from '../network/shape.ts';
import { givensOf, mapParameters, stateOf, updatesBefore } from '../network/values.ts';
import { gradient, idOf, loss, moment, setting, updated, type Quantity } from '../quantity.ts';
import { compile, run, type Program } from './program.ts';

/** A network in training. The only thing here that changes in place. */
export type Trainer = {
  /** Works through the next pass and updates. */
  readonly pass: () => void;
  /** Mean over all examples of the loss with the parameters of now. */
  readonly meanLoss: () => number;
  readonly parameters: () => Parameters;
};

/** @param firstPass the number, from 1, of the pass that `pass` works through first */
export function trainer(exercise: Exercise, firstPass = 1): Trainer {
  const { network } = exercise;
  const steps = tapeOf(network, exercise.loss, exercise.optimizer);
  const [first] = exercise.examples;
  if (first === undefined) throw new Error('an exercise needs at least one example');
  const givens = givensOf(exercise, exercise.parameters, first);
  const ids = givens.map(([quantity]) => idOf(quantity));
  const forward = compile(steps.filter(isForward), ids);
  const examples = exercise.examples.map((example) => inputSlots(exercise, example, ids));
  const batch = exercise.batch && batchOf(exercise, ids);
  /** What updates. It gives the givens the same slots as the others, so parameters can be copied across as one block. */
  const whole = batch ? compile(batch.steps, [...ids, ...batch.gathers]) : compile(steps, ids);
  givens.forEach(([, value], slot) => (whole.memory[slot] = value));

  const move = (from: Quantity, to: Quantity): { readonly from: number; readonly to: number } => ({
    from: slotOf(whole, idOf(from)),
    to: slotOf(whole, idOf(to)),
  });
  const moves = trainedParameters(network).flatMap((parameter) => [
    move(updated(parameter), parameter),
    ...OPTIMIZERS[exercise.optimizer.kind].keeps.map((letter) =>
      move(moment(letter, parameter, 'new'), moment(letter, parameter)),
    ),
  ]);
  const count = whole.slots.get(idOf(setting('p')));
  const put = (program: Program, example: ExampleSlots): void => {
    for (const { slot, value } of example) program.memory[slot] = value;
  };
  const lossSlot = slotOf(forward, idOf(loss));
  let pass = firstPass;

  /** Works through each example of a batch, and hands on what is gathered from it. */
  function gather({ example: own, results }: Batch): void {
    own.memory.set(whole.memory.subarray(0, ids.length));
    examples.forEach((example, i) => {
      put(own, example);
      run(own);
      results.forEach((slot, j) => {
        whole.memory[ids.length + i * results.length + j] = own.memory[slot] as number;
      });
    });
  }

  return {
    pass() {
      if (batch) gather(batch);
      else put(whole, examples[exampleOfPass(exercise, pass)] ?? []);
      if (count !== undefined) whole.memory[count] = updatesBefore(exercise.parameters) + pass;
      run(whole);
      for (const { from, to } of moves) whole.memory[to] = whole.memory[from] as number;
      pass += 1;
    },
    meanLoss() {
      forward.memory.set(whole.memory.subarray(0, ids.length));
      let total = 0;
      for (const example of examples) {
        put(forward, example);
        run(forward);
        total += forward.memory[lossSlot] as number;
      }
      return total / examples.length;
    },
    parameters: () => ({
      ...mapParameters(
        network,
        exercise.parameters,
        (parameter) => whole.memory[slotOf(whole, idOf(parameter))] as number,
      ),
      ...stateOf(network, exercise.parameters, (kept) => {
        const slot = whole.slots.get(
          idOf(kept.kind === 'moment' ? moment(kept.letter, kept.parameter) : kept),
        );
        return slot === undefined ? undefined : whole.memory[slot];
      }),
    }),
  };
}

/** A batch as two programs: one for each example in turn, one for what is done once. */
type Batch = {
  readonly example: Program;
  readonly steps: readonly Step[];
  /** What the second takes from the first, example after example; and where the first has it. */
  readonly gathers: readonly string[];
  readonly results: readonly number[];
};

function batchOf(exercise: Exercise, ids: readonly string[]): Batch {
  const example = compile(exampleTape(exercise), ids);
  const results = [loss, ...trainedParameters(exercise.network).map(gradient)];
  const examples = examplesIn(exercise);
  return {
    example,
    steps: sharedTape(exercise, examples),
    gathers: examples.flatMap((n) => results.map((result) => idOf(ofExample(result, n)))),
    results: results.map((result) => slotOf(example, idOf(result))),
  };
}

type ExampleSlots = readonly { readonly slot: number; readonly value: number }[];

/** What changes from one example to the next: inputs and targets. */
const inputSlots = (exercise: Exercise, example: Example, ids: readonly string[]): ExampleSlots =>
  givensOf(exercise, exercise.parameters, example)
    .filter(([{ kind }]) => kind === 'activation' || kind === 'target')
    .map(([quantity, value]) => ({ slot: ids.indexOf(idOf(quantity)), value }));

function slotOf({ slots }: Program, id: string): number {
  const slot = slots.get(id);
  if (slot === undefined) throw new Error(`${id} has no slot`);
  return slot;
}

export type Training = {
  /** Mean loss before the first pass. */
  readonly before: number;
  /** Mean loss after each pass that was worked through. */
  readonly losses: readonly number[];
  /** Those after the last of them. */
  readonly parameters: Parameters;
  /** The pass, from 1, that was not worked through, nor any after it: the loss would be no finite number any more. */
  readonly stoppedAt?: number;
};

/** Trains for a number of passes, for as long as the loss is a finite number. @param firstPass from 1 */
export function train(exercise: Exercise, passes: number, firstPass = 1): Training {
  const training = trainer(exercise, firstPass);
  const before = training.meanLoss();
  const losses: number[] = [];
  while (losses.length < passes) {
    training.pass();
    const loss = training.meanLoss();
    if (!Number.isFinite(loss)) {
      // What the pass has done cannot be taken back, but all before it can be done again.
      const again = train(exercise, losses.length, firstPass);
      return { ...again, stoppedAt: firstPass + losses.length };
    }
    losses.push(loss);
  }
  return { before, losses, parameters: training.parameters() };
}

/** The parameters that pass p (from 1) starts with. */
export function parametersAtPass(exercise: Exercise, pass: number): Parameters {
  const training = trainer(exercise);
  for (let done = 1; done < pass; done += 1) training.pass();
  return training.parameters();
}
