import type { Arguments } from './arguments.ts';
import { exerciseOf, givenFile, namedFile, type AnyExercise } from './exercises.ts';
import { isObject, mapLines, type Fields, type Io } from './lines.ts';
import { right, andThen, type Result } from './result.ts';

/** A command on exercises: of a named one the result as text or JSON, of "-" one JSON result a line. */
export async function eachExercise<T>(
  args: Arguments,
  io: Io,
  work: (exercise: AnyExercise) => Result<T>,
  textOf: (result: T) => string,
): Promise<Result<void>> {
  if (args.exercise === '-') {
    await mapLines(io, (line) => andThen(exerciseOfLine(line, args.seed), work));
    return right(undefined);
  }
  const exercise = andThen(namedFile(args.exercise), (file) => exerciseOf(file, args.seed));
  const result = andThen(exercise, work);
  if (!result.ok) return result;
  await io.print(args.json ? JSON.stringify(result.value) : textOf(result.value));
  return right(undefined);
}

/** A line is an exercise, a preset's name, or an object with one of them, or a seed, or both. */
function exerciseOfLine(line: unknown, seed: string | undefined): Result<AnyExercise> {
  if (!isRequest(line)) return andThen(givenFile(line), (file) => exerciseOf(file, seed));
  const file = line['exercise'] === undefined ? namedFile() : givenFile(line['exercise']);
  return andThen(file, (found) => exerciseOf(found, line['seed'] ?? seed));
}

const isRequest = (line: unknown): line is Fields =>
  isObject(line) &&
  Object.keys(line).length > 0 &&
  Object.keys(line).every((key) => key === 'exercise' || key === 'seed');
