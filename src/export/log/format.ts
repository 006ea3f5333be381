import type { Verdict } from '../../tutor/checking/check.ts';
import type { ExerciseFile } from '../../tutor/exercise/file.ts';
import type { Marks } from '../../tutor/marks.ts';

/** The name and version that stand at the head of a log file. */
export const LOG_FORMAT = 'backstep-log/1';

/** Everything that was done with an exercise, in a form that can be judged again. */
export type LogFile = {
  readonly format: typeof LOG_FORMAT;
  /** With all its numbers. */
  readonly exercise: ExerciseFile;
  /** The query of the page that leads to it: "?seed=7". */
  readonly address: string;
  /** The passes worked by hand, each with the exact parameters it started from. */
  readonly passes: readonly {
    readonly pass: number;
    readonly start: NonNullable<ExerciseFile['parameters']>;
  }[];
  readonly events: readonly LogFileEvent[];
  /** As they were when the file was written; `backstep replay` works them out anew. */
  readonly marks?: Marks | undefined;
};

export type LogFileEvent = {
  /** ISO 8601, in UTC. */
  readonly at: string;
  readonly pass: number;
  /** From 1. */
  readonly example: number;
  readonly step: string;
  readonly kind: 'attempt' | 'hint' | 'shown' | 'filled';
  /** Of all but hints. */
  readonly typed?: string;
  readonly verdict?: Verdict;
  /** Hints of this step that had been seen before; of a hint, which one it was. */
  readonly hints: number;
};
