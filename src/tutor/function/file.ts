import * as v from 'valibot';
import { FORMAT } from '../exercise/format.ts';
import { expects, finite, problemOf, record, type FileProblem, type Parsed } from '../exercise/schema.ts';
import { readFunctionText, type FunctionPass, type FunctionProblem } from './exercise.ts';

const text = v.string(expects('text'));

const schema = record({
  format: v.literal(FORMAT, expects('format')),
  function: record({
    lines: v.array(text, expects('lines')),
    inputs: v.record(text, finite, expects('inputs')),
  }),
  /** Where it comes from, in words. */
  source: v.optional(text),
});

/** An exercise file with a function in the place of a network. */
export type FunctionFile = v.InferOutput<typeof schema>;

/** Whether data from a file mean to be a function: what is wrong with them is then told as of a function. */
export const isFunctionFile = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'function' in data;

/** Checks what was read from JSON, and works the function out. Never throws. */
export function parseFunctionFile(
  data: unknown,
): Parsed<{ readonly file: FunctionFile; readonly pass: FunctionPass }> {
  const result = v.safeParse(schema, data);
  if (!result.success) return { ok: false, problems: result.issues.map(problemOf) };
  const read = readFunctionText(result.output.function);
  return read.ok
    ? { ok: true, value: { file: result.output, pass: read.value } }
    : { ok: false, problems: [problemIn(result.output, read.problem)] };
}

function problemIn(file: FunctionFile, problem: FunctionProblem): FileProblem {
  if ('line' in problem) {
    const found = JSON.stringify(file.function.lines[problem.line - 1] ?? '');
    return { path: `function.lines[${problem.line - 1}]`, expected: { function: problem }, found };
  }
  const isInput = 'name' in problem;
  const path = isInput ? `function.inputs.${problem.name}` : 'function';
  return { path, expected: { function: problem }, found: isInput ? problem.name : 'a function' };
}
