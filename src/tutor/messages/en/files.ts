import { ACTIVATIONS } from '../../../core/network/activations.ts';
import { LOSSES } from '../../../core/network/losses.ts';
import { OPTIMIZERS } from '../../../core/network/optimizers.ts';
import { WAYS } from '../../ways.ts';
import { notFiniteText } from './finite.ts';
import { functionProblem } from './function.ts';
import type { Expectation, FileProblem } from '../../exercise/schema.ts';

const oneOf = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(' or ');

const PROBABILITIES = Object.entries(ACTIVATIONS).flatMap(([name, { isProbability }]) =>
  isProbability ? [name] : [],
);

const EXPECTED: Readonly<Record<Extract<Expectation, string>, string>> = {
  object: 'an object with the fields of the format',
  knownField: 'a field of the format, or no such field',
  format: '"backstep-exercise/1"',
  layers: 'a list of 2 to 20 layer sizes, the input first',
  size: 'a whole number of units from 1 to 100',
  activations: 'a list with one activation for each layer after the input',
  activation: oneOf(Object.keys(ACTIVATIONS)),
  boolean: 'true or false',
  loss: oneOf(Object.keys(LOSSES)),
  optimizer: oneOf(Object.keys(OPTIMIZERS)),
  ofOptimizer: 'nothing that this optimizer does not have',
  share: 'a number from 0 to less than 1',
  notNegative: 'a number from 0',
  number: 'a finite number',
  numbers: 'a list of finite numbers',
  seed: 'a whole number from 0 to 4294967295',
  parametersOrSeed: 'parameters and an example, or a seed to draw them from',
  batch: 'true, false, "mean" or "sum"',
  exampleOrExamples: '"example" or "examples", not both',
  examples: 'a list of at least one example',
  noBiases: 'no biases, since "bias" is false',
  probabilities: `a loss for any output, or an output layer with values between 0 and 1 (${oneOf(PROBABILITIES)})`,
  probability: 'a number from 0 to 1, since the loss is of probabilities',
  coupledUnits: 'another activation, since the layer has one unit only',
  json: 'JSON',
  logFormat: '"backstep-log/1"',
  text: 'a text',
  time: 'a date and time as in 2026-11-24T17:30:00.000Z',
  passes: 'a list of the passes worked by hand',
  passNumber: 'a whole number from 1, each once',
  listedPass: 'the number of a pass in "passes"',
  events: 'a list of what happened, in order',
  exampleOfPass: 'the number of the example that this pass works on',
  step: 'the id of a step of this exercise',
  kind: 'an event that is an "attempt", "hint", "shown" or "filled", with its fields',
  verdict: 'a verdict',
  way: `${oneOf(WAYS)}, or no "way" where each answer is checked at once`,
  count: 'a whole number from 0',
  lines: 'a list of lines such as "q = x + y"',
  inputs: 'an object with a number for each input',
};

const sentence = (whole: string, { path, expected, found }: FileProblem): string => {
  if (typeof expected === 'object' && 'function' in expected)
    return `${path}: ${functionProblem(expected.function)} Found ${found}`;
  if (typeof expected === 'object' && 'notFinite' in expected)
    return `${path || whole}: ${notFiniteText(expected.notFinite)}`;
  const wanted = typeof expected === 'object' ? `a list of length ${expected.length}` : EXPECTED[expected];
  return `${path || whole}: expected ${wanted}, found ${found}`;
};

/** One fault of an exercise file in a sentence: where, what was expected, what was found. */
export const enFileProblem = (problem: FileProblem): string => sentence('the exercise', problem);

/** The same of a log. */
export const enLogProblem = (problem: FileProblem): string => sentence('the log', problem);
