import { idOf, ownerOf } from '../../core/quantity.ts';
import type { Pass } from '../../tutor/pass.ts';
import { arrayName } from './names.ts';
import { decimal, PYTHONIC } from './python.ts';

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
 * What is given, as arrays: inputs and targets, of a batch a row for each example, and each layer's weights (a row for each unit they lead to) and biases.
 * @param lineOf the line that gives an array, around its numbers
 */
export function givenArrays(
  { exercise: { examples, batch }, example, parameters, steps, givens, values }: Pass,
  lineOf: (name: string, numbers: string, isTrained: boolean) => string,
): readonly GivenArray[] {
  const { input, target } = examples[example]!;
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
  const ofExamples: readonly GivenArray[] = batch
    ? [
        matrix(
          'a0',
          examples.map(({ input }) => input),
        ),
        matrix(
          't',
          examples.map(({ target }) => target),
        ),
      ]
    : [list('a0', input), list('t', target)];
  return [
    ...ofExamples,
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

/** The numbers that the optimizer is given, a name and a value each. */
export const givenSettings = ({
  givens,
  values,
}: Pass): readonly (readonly [name: string, value: string])[] =>
  givens
    .filter(({ kind }) => kind === 'learningRate' || kind === 'setting')
    .map((quantity) => [arrayName(quantity), PYTHONIC.number(values.get(idOf(quantity)) ?? 0)]);
