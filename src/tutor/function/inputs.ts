import { readFunctionText } from './exercise.ts';

/** More inputs than this nobody gives numbers to. */
const MOST = 100;

/** Numbers that have nothing to do with each other, so that hardly any function has no value there. */
const someNumber = (i: number): number => 0.6 + ((i * 0.377) % 1);

/**
 * The names that lines use and none of them gives a value to: what needs a number, in the order of use. As far as the
 * lines can be read.
 * @param numbers of inputs, as far as they are known: where the lines have no value, none is found after that
 */
export function inputsIn(
  lines: readonly string[],
  numbers: Readonly<Record<string, number>> = {},
): readonly string[] {
  const found: string[] = [];
  for (let i = 0; i < MOST; i += 1) {
    const inputs = Object.fromEntries(found.map((name, at) => [name, numbers[name] ?? someNumber(at)]));
    const read = readFunctionText({ lines, inputs });
    if (read.ok || read.problem.kind !== 'unreadable' || read.problem.problem.kind !== 'unknownName') break;
    const { name } = read.problem.problem;
    if (found.includes(name)) break;
    found.push(name);
  }
  return found;
}
