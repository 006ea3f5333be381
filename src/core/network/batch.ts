import { number, quantity as q, quotient, substitute, sum, type Expr } from '../expressions/expr.ts';
import { gradient, idOf, loss, type Quantity } from '../quantity.ts';
import type { Exercise, Gathering, Parameters } from './exercise.ts';
import { tapeOf, type BatchRule, type Phase, type Step } from './tape.ts';
import { trainedParameters } from './shape.ts';
import { givensOf } from './values.ts';

/** What a quantity is called in the derivation of one example of a batch; what all examples share keeps its name. */
export function ofExample(quantity: Quantity, example: number): Quantity {
  switch (quantity.kind) {
    case 'activation':
    case 'preActivation':
    case 'target':
    case 'loss':
      return { ...quantity, example };
    case 'partial':
      return {
        ...quantity,
        of: ofExample(quantity.of, example),
        wrt: ofExample(quantity.wrt, example),
        example,
      };
    case 'weight':
    case 'bias':
    case 'learningRate':
    case 'setting':
    case 'moment':
    case 'updated':
    case 'variable':
      return quantity;
  }
}

export const exprOfExample = (expr: Expr, example: number): Expr =>
  substitute(expr, (_, quantity) => q(ofExample(quantity, example)));

/** A step of one example's derivation as it stands in the batch's. */
const stepOfExample = (step: Step, example: number): Step => {
  const result = ofExample(step.result, example);
  return {
    ...step,
    id: idOf(result),
    result,
    formula: exprOfExample(step.formula, example),
    ...(step.short && { short: exprOfExample(step.short, example) }),
  };
};

/** The example, from 1, that an id belongs to; undefined for what a pass has once. */
export function exampleOfId(id: string): number | undefined {
  const [, digits] = /@(\d+)$/.exec(id) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

type Batch = Pick<Exercise, 'network' | 'loss' | 'optimizer'> & { readonly batch?: Gathering };

/** What a batch works out of a quantity of every example: its sum, divided by their number where it is the mean. */
function gathered(
  phase: Phase,
  rule: BatchRule,
  result: Quantity,
  examples: readonly number[],
  batch: Gathering,
): Step {
  const total = sum(...examples.map((example) => q(ofExample(result, example))));
  const formula = batch === 'sum' || examples.length === 1 ? total : quotient(total, number(examples.length));
  return { id: idOf(result), phase, rule, result, formula };
}

/** A pass of one example up to its gradients: what a batch does for each of its examples. */
export const exampleTape = ({ network, loss: of, optimizer }: Batch): readonly Step[] =>
  tapeOf(network, of, optimizer).filter(({ phase }) => phase !== 'update');

/** What a batch does once: it gathers the losses, then the gradients in the order of the update, and updates. */
export function sharedTape(
  { network, loss: of, optimizer, batch = 'mean' }: Batch,
  examples: readonly number[],
): readonly Step[] {
  return [
    gathered('loss', 'batchLoss', loss, examples, batch),
    ...trainedParameters(network).map((parameter) =>
      gathered('backward', 'batchGradient', gradient(parameter), examples, batch),
    ),
    ...tapeOf(network, of, optimizer).filter(({ phase }) => phase === 'update'),
  ];
}

/** The numbers, from 1, of the examples of a batch. */
export const examplesIn = ({ examples }: Pick<Exercise, 'examples'>): readonly number[] =>
  examples.map((_, i) => i + 1);

/** One pass over a batch: example after example, then what is done once (Goodfellow et al. 2016, algorithm 6.4). */
export function batchTape(exercise: Batch & Pick<Exercise, 'examples'>): readonly Step[] {
  const examples = examplesIn(exercise);
  const own = exampleTape(exercise);
  return [
    ...examples.flatMap((example) => own.map((step) => stepOfExample(step, example))),
    ...sharedTape(exercise, examples),
  ];
}

/** What is known before a pass over a batch: of each example its inputs and targets, and what they share. */
export function batchGivens(
  exercise: Exercise,
  parameters: Parameters,
  pass = 1,
): readonly (readonly [Quantity, number])[] {
  const all = exercise.examples.map((example) => givensOf(exercise, parameters, example, pass));
  const isOwn = ([quantity]: readonly [Quantity, number]): boolean =>
    idOf(ofExample(quantity, 1)) !== idOf(quantity);
  return [
    ...all.flatMap((givens, i) =>
      givens.filter(isOwn).map(([quantity, value]) => [ofExample(quantity, i + 1), value] as const),
    ),
    ...(all[0] ?? []).filter((given) => !isOwn(given)),
  ];
}
