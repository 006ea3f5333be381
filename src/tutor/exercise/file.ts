import * as v from 'valibot';
import type { Exercise } from '../../core/network/exercise.ts';
import { misfits, schema, type ExerciseFile } from './fields.ts';
import { notFinite } from './finite.ts';
import { resolveExercise } from './resolve.ts';
import { parseText, problemOf, type FileProblem, type Parsed } from './schema.ts';

export type { ExerciseFile } from './fields.ts';

/** Checks what was read from JSON against "backstep-exercise/1". Never throws. */
export function parseExerciseFile(data: unknown): Parsed<ExerciseFile> {
  const result = v.safeParse(schema, data);
  if (!result.success) return { ok: false, problems: result.issues.map(problemOf) };
  const file = result.output;
  const problems = misfits(file);
  // What is drawn is looked at when it has been drawn.
  const isWhole = file.parameters !== undefined && (file.example ?? file.examples) !== undefined;
  const all = problems.length > 0 || !isWhole ? problems : exerciseProblems(resolveExercise(file));
  return all.length === 0 ? { ok: true, value: file } : { ok: false, problems: all };
}

/** What is wrong with an exercise whose file is right: its first pass comes to no number somewhere. */
export function exerciseProblems(exercise: Exercise): readonly FileProblem[] {
  const found = notFinite(exercise);
  if (found === undefined) return [];
  const path = found.example === undefined ? '' : `examples[${found.example}]`;
  return [
    {
      path: found.lacksEpsilon ? 'optimizer.epsilon' : path,
      expected: { notFinite: found },
      found: String(found.value),
    },
  ];
}

/** The same from the text of a file. */
export const parseExerciseText = (text: string): Parsed<ExerciseFile> => parseText(text, parseExerciseFile);
