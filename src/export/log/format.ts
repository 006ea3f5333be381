import type { Verdict } from '../../tutor/checking/check.ts';
import type { ExerciseFile } from '../../tutor/exercise/file.ts';
import type { Phase } from '../../core/network/tape.ts';
import type { Tally } from '../../tutor/marks.ts';
import type { Way } from '../../tutor/ways.ts';

/** The name and version that stand at the head of a log file. */
export const LOG_FORMAT = 'backstep-log/1';

/** Everything that was done with an exercise, in a form that can be judged again. */
export type LogFile = {
  readonly format: typeof LOG_FORMAT;
  /** With all its numbers. */
  readonly exercise: ExerciseFile;
  /** The query of the page that leads to it: "?seed=7". */
  readonly address: string;
  /** How answers were checked; at once where there is none. */
  readonly way?: Way | undefined;
  /** The passes worked by hand, each with the exact parameters it started from. */
  readonly passes: readonly {
    readonly pass: number;
    readonly start: NonNullable<ExerciseFile['parameters']>;
    /** How many tries and answers there were when a phase was marked, where answers were checked later. */
    readonly marked?: { readonly [phase in Phase]?: number | undefined } | undefined;
  }[];
  readonly events: readonly LogFileEvent[];
  /** As they were when the file was written; `backstep replay` works them out anew. */
  readonly marks?: FileMarks | undefined;
};

/** Marks as a file tells them; one of before there was a score has none. */
export type FileTally = { readonly [count in keyof Tally]?: number | undefined };
export type FileMarks = {
  readonly passes: readonly ({ readonly pass: number } & FileTally)[];
  readonly total: FileTally;
};

export type LogFileEvent = {
  /** ISO 8601, in UTC. */
  readonly at: string;
  readonly pass: number;
  /** From 1. */
  /** None for what a batch does once. */
  readonly example?: number | undefined;
  readonly step: string;
  readonly kind: 'attempt' | 'hint' | 'shown' | 'filled';
  /** Of all but hints. */
  readonly typed?: string;
  /** The notation whose names `typed` has, as in an address: "net,numbered"; one of before it was kept has none. */
  readonly notation?: string | undefined;
  readonly verdict?: Verdict;
  /** Hints of this step that had been seen before; of a hint, which one it was. */
  readonly hints: number;
};
