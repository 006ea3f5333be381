import { FUNCTION_WORDS } from '../answer/functions.ts';
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
  const own = new Set(lines.flatMap((line) => /^\s*([\p{L}\d_]+)[^=]*=/u.exec(line)?.[1] ?? []));
  const found: string[] = [];
  for (let i = 0; i < MOST; i += 1) {
    const inputs = Object.fromEntries(found.map((name, at) => [name, numbers[name] ?? someNumber(at)]));
    const read = readFunctionText({ lines, inputs });
    if (read.ok || read.problem.kind !== 'unreadable' || read.problem.problem.kind !== 'unknownName') break;
    const { name, suggestion, end } = read.problem.problem;
    const line = lines[read.problem.line - 1] ?? '';
    // A misspelt function is no input, nor is what a later line works out.
    const isCalled =
      typeof suggestion === 'string' && FUNCTION_WORDS.includes(suggestion) && line.charAt(end) === '(';
    if (own.has(name) || isCalled || found.includes(name)) break;
    found.push(name);
  }
  return found;
}
