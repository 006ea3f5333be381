import { exampleOfPass, type Example, type Exercise, type Parameters } from '../network/exercise.ts';
import { OPTIMIZERS } from '../network/optimizers.ts';
import { isForward, tapeOf, trainedParameters } from '../network/tape.ts';
import { givensOf, mapParameters, stateOf } from '../network/values.ts';
import { idOf, loss, moment, setting, updated, type Quantity } from '../quantity.ts';
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
  const givens = exercise.examples.map((example) =>
    givensOf(exercise, exercise.parameters, example).map(
      ([quantity, value]) => [idOf(quantity), value] as const,
    ),
  );
  const ids = (givens[0] ?? []).map(([id]) => id);
  const whole = compile(steps, ids);
  const forward = compile(steps.filter(isForward), ids);
  // Both programs give the givens the same slots, so parameters can be copied across as one block.
  const load = (program: Program, values: readonly (readonly [string, number])[]): void => {
    values.forEach(([, value], slot) => (program.memory[slot] = value));
  };
  const examples = exercise.examples.map((example) => inputSlots(exercise, example, ids));
  load(whole, givens[0] ?? []);

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

  return {
    pass() {
      put(whole, examples[exampleOfPass(exercise, pass)] ?? []);
      if (count !== undefined) whole.memory[count] = pass;
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
  /** Mean loss after each pass. */
  readonly losses: readonly number[];
  readonly parameters: Parameters;
};

/** Trains for a number of passes. */
export function train(exercise: Exercise, passes: number): Training {
  const training = trainer(exercise);
  const before = training.meanLoss();
  const losses = Array.from({ length: passes }, () => {
    training.pass();
    return training.meanLoss();
  });
  return { before, losses, parameters: training.parameters() };
}

/** The parameters that pass p (from 1) starts with. */
export function parametersAtPass(exercise: Exercise, pass: number): Parameters {
  const training = trainer(exercise);
  for (let done = 1; done < pass; done += 1) training.pass();
  return training.parameters();
}
