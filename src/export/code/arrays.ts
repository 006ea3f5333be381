import { quantitiesOf, type Expr } from '../../core/expressions/expr.ts';
import { isCoupled } from '../../core/network/coupling.ts';
import { PHASES, type Phase, type Rule, type Step } from '../../core/network/tape.ts';
import { idOf, ownerOf, type Quantity } from '../../core/quantity.ts';
import { placeOf } from '../../tutor/messages/context.ts';
import { enCode } from '../../tutor/messages/en/code.ts';
import { en } from '../../tutor/messages/en/index.ts';
import type { Pass } from '../../tutor/pass.ts';
import { code, type Language } from './language.ts';
import { arrayId, arrayName } from './names.ts';
import { PYTHONIC } from './python.ts';

/** A layer's steps of one kind, worked out together. */
export type ArrayStep = {
  readonly name: string;
  /** What the ids of its numbers begin with. */
  readonly id: string;
  readonly phase: Phase;
  readonly rule: Rule;
  readonly result: Quantity;
  /** The formula of the first of them, and the arrays it reads, in its order. */
  readonly formula: Expr;
  readonly reads: readonly string[];
  /** Every a of the layer depends on every z of it. */
  readonly isCoupled: boolean;
};

/** The tape with the units of a layer taken together, in its order. */
export function arraySteps({ steps, exercise: { network } }: Pass): readonly ArrayStep[] {
  const found = new Map<string, ArrayStep>();
  for (const step of steps) {
    const name = arrayName(step.result);
    if (found.has(name)) continue;
    const { phase, rule, result, formula } = step;
    const reads = [...new Set(quantitiesOf(formula).map(arrayName))];
    const isCoupledHere = isCoupled(network, placeOf(result, 0).layer);
    found.set(name, {
      ...{ name, id: arrayId(result), phase, rule, result, formula, reads },
      isCoupled: isCoupledHere,
    });
  }
  return [...found.values()];
}

/** A language for arrays: how it writes the sums over units. All else is the formula of one unit, on whole arrays. */
export type ArrayLanguage = Language & {
  readonly outer: (column: string, row: string) => string;
  /** The matrix with these numbers on its diagonal. */
  readonly diagonal: (numbers: string) => string;
  /** An array of one value with the shape of another. */
  readonly filled: (like: string, value: string) => string;
};

/** The right-hand side of an array step. */
export function arrayCode(
  step: ArrayStep,
  language: ArrayLanguage,
  nameOf: (quantity: Quantity) => string = arrayName,
): string {
  const [first = '', second = '', ...rest] = step.reads;
  const oneUnit = code(step.formula, language, nameOf);
  switch (step.rule) {
    case 'weightedSum':
      return [`${second} @ ${first}`, ...rest].join(' + ');
    case 'sumOverPaths':
      return `${second}.T @ ${first}`;
    case 'weightGradient':
      return language.outer(first, second);
    case 'totalLoss':
      return `${first}.sum()`;
    case 'unitLoss':
      return step.name === 'E' ? `(${oneUnit}).sum()` : oneUnit;
    case 'activation':
      return step.isCoupled ? share(step.formula, language, nameOf) : oneUnit;
    case 'activationSlope':
      // a·(1 − a) on the diagonal, and −a·a of another unit beside it: a in the diagonal less a·a everywhere.
      if (step.isCoupled) return `${language.diagonal(first)} - ${language.outer(first, first)}`;
      return step.reads.length === 0 ? language.filled(arrayOfSlope(step.result), oneUnit) : oneUnit;
    case 'chainRule':
      return step.isCoupled ? `${second}.T @ ${first}` : oneUnit;
    case 'batchLoss':
    case 'batchGradient':
    case 'lossSlope':
    case 'biasGradient':
    case 'gradientDescent':
    case 'decayedGradient':
    case 'velocity':
    case 'meanGradient':
    case 'meanSquare':
    case 'corrected':
    case 'momentumStep':
    case 'scaledStep':
      return oneUnit;
  }
}

/** What one unit has of a sum over all units of the layer, for all of them at once. */
function share(formula: Expr, language: ArrayLanguage, nameOf: (quantity: Quantity) => string): string {
  if (formula.kind !== 'quotient') throw new Error('only shares of a sum are known to couple units');
  const { numerator, denominator } = formula;
  const terms = denominator.kind === 'sum' ? denominator.terms : [denominator];
  const [own, ...others] = [numerator, ...terms].map((term) => code(term, language, nameOf));
  if (own === undefined || others.some((term) => term !== own)) throw new Error('units are not alike');
  return `${own} / ${own}.sum()`;
}

const arrayOfSlope = (result: Quantity): string => {
  if (result.kind !== 'partial') throw new Error('a slope is a partial derivative');
  return arrayName(result.wrt);
};

/** Lines under the name of the phase they belong to. */
export function inPhases(
  steps: readonly ArrayStep[],
  lineOf: (step: ArrayStep) => string,
): readonly string[] {
  return PHASES.flatMap((phase) => {
    const lines = steps.filter((step) => step.phase === phase).map(lineOf);
    return lines.length === 0 ? [] : ['', `# ${en.phaseNames[phase]}`, ...lines];
  });
}

/** Formulas that stand in the program, so that what they call is defined. */
export const formulasOf = (steps: readonly Step[] | readonly ArrayStep[]): readonly Expr[] =>
  steps.map(({ formula }) => formula);

/** A whole number gets a point: an array of whole numbers is of another type. */
const decimal = (value: number): string =>
  Number.isInteger(value) && !String(value).includes('e') ? `${value}.0` : PYTHONIC.number(value);

const WIDTH = 88;

/** Numbers in brackets, a row a line where one line would be too long. @param around how much stands beside them */
function nested(rows: readonly (readonly number[])[], around: number): string {
  const lines = rows.map((row) => `[${row.map(decimal).join(', ')}]`);
  const flat = `[${lines.join(', ')}]`;
  return around + flat.length <= WIDTH ? flat : `[\n    ${lines.join(',\n    ')},\n]`;
}

export type GivenArray = {
  readonly name: string;
  readonly isTrained: boolean;
  /** What gives it to the program. */
  readonly line: string;
};

/**
 * What is given, as arrays: inputs, targets, and each layer's weights (a row for each unit they lead to) and biases.
 * @param lineOf the line that gives an array, around its numbers
 */
export function givenArrays(
  { exercise, example, parameters, steps, givens, values }: Pass,
  lineOf: (name: string, numbers: string, isTrained: boolean) => string,
): readonly GivenArray[] {
  const { input, target } = exercise.examples[example]!;
  const trained = new Set(
    steps.flatMap(({ result }) => (result.kind === 'updated' ? [arrayName(result.parameter)] : [])),
  );
  const given = (name: string, numbers: string): GivenArray => {
    const isTrained = trained.has(name);
    return { name, isTrained, line: lineOf(name, numbers, isTrained) };
  };
  const list = (name: string, values: readonly number[]): GivenArray =>
    given(name, `[${values.map(decimal).join(', ')}]`);
  const matrix = (name: string, rows: readonly (readonly number[])[]): GivenArray =>
    given(name, nested(rows, lineOf(name, '', trained.has(name)).length));
  /** What the optimizer keeps, in arrays of the form of its parameters. */
  const kept = (name: string): readonly GivenArray[] => {
    const own = givens.filter((given) => given.kind === 'moment' && arrayName(given.parameter) === name);
    return [...new Set(own.map(arrayName))].map((array) => {
      const all = own.filter((given) => arrayName(given) === array);
      const rows = new Map<number, number[]>();
      for (const given of all) {
        const owner = ownerOf(given);
        const row = owner?.kind === 'weight' ? owner.to : 0;
        rows.set(row, [...(rows.get(row) ?? []), values.get(idOf(given)) ?? 0]);
      }
      const numbers = [...rows.values()];
      return name.startsWith('W') ? matrix(array, numbers) : list(array, numbers[0] ?? []);
    });
  };
  return [
    list('a0', input),
    list('t', target),
    ...parameters.weights.flatMap((tails, k) => {
      const name = `W${k + 1}`;
      const rows = tails[0]!.map((_, j) => tails.map((heads) => heads[j]!));
      const biases = parameters.biases[k];
      return [
        matrix(name, rows),
        ...kept(name),
        ...(biases === undefined ? [] : [list(`b${k + 1}`, biases), ...kept(`b${k + 1}`)]),
      ];
    }),
  ];
}

/** The Python function that prints arrays number by number, under their ids. */
export const SHOW = [
  '',
  '',
  'def show(name, array):',
  `    """${enCode.show}"""`,
  '    if array.ndim == 0:',
  '        print(name, "=", array.item())',
  '    else:',
  '        for i, part in enumerate(array, start=1):',
  '            show(f"{name}[{i}]", part)',
  '',
] as const;

/**
 * A line for each array of the pass that prints its numbers. Of weights the arrays have the unit they lead to first, the
 * ids the one they come from.
 * @param valueOf where the program has the array
 */
export const shows = (steps: readonly ArrayStep[], valueOf: (step: ArrayStep) => string): readonly string[] =>
  steps.map((step) => `show("${step.id}", ${valueOf(step)}${isOfWeights(step.result) ? '.T' : ''})`);

const isOfWeights = (quantity: Quantity): boolean => ownerOf(quantity)?.kind === 'weight';

/** The numbers that the optimizer is given, a name and a value each. */
export const givenSettings = ({
  givens,
  values,
}: Pass): readonly (readonly [name: string, value: string])[] =>
  givens
    .filter(({ kind }) => kind === 'learningRate' || kind === 'setting')
    .map((quantity) => [arrayName(quantity), PYTHONIC.number(values.get(idOf(quantity)) ?? 0)]);
