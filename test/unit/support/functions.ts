import { readFunctionText, type FunctionPass } from '../../../src/tutor/function/exercise.ts';

/** A function worked out; its fault is the test's. */
export function functionPass(
  lines: readonly string[],
  inputs: Readonly<Record<string, number>>,
): FunctionPass {
  const read = readFunctionText({ lines, inputs });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}
