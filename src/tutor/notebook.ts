import type { Exercise } from '../core/network/exercise.ts';
import type { Phase } from '../core/network/tape.ts';
import type { Verdict } from './checking/check.ts';
import type { HintOpened, Log, Origin } from './log.ts';
import { eventsOf } from './tries.ts';
import { stepOf, type Pass } from './pass.ts';
import type { Working } from './ways.ts';

/** All that was done with an exercise: the passes worked by hand, and whatever happened at their steps. */
export type Notebook = {
  readonly exercise: Exercise;
  /** The query of the page's address: "?seed=7". */
  readonly address: string;
  /** In the order in which they were worked; each with the numbers it started from. */
  readonly passes: readonly Pass[];
  /** How each pass was worked, by its number. */
  readonly workings: ReadonlyMap<number, Working>;
  /** Of these passes only, as are `hints`. */
  readonly log: Log;
  readonly hints: readonly HintOpened[];
};

/** One line of the notebook. */
export type Entry = {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly pass: number;
  /** Which of the exercise's examples it is of, from 1; none for what a batch does once. */
  readonly example?: number;
  readonly phase: Phase;
  readonly step: string;
} & (
  | {
      readonly kind: 'attempt' | 'shown' | 'filled';
      /** Exactly as typed; what was written for the learner where it was shown or filled in. */
      readonly typed: string;
      readonly notation?: string | undefined;
      readonly verdict: Verdict;
      /** Hints seen at this step before. */
      readonly hints: number;
    }
  | {
      readonly kind: 'hint';
      /** Which hint of the step it is, from 1. */
      readonly hints: number;
    }
);

export type Kind = Entry['kind'];

export const KIND_OF_ORIGIN = {
  typed: 'attempt',
  shown: 'shown',
  filled: 'filled',
} as const satisfies Record<Origin, Kind>;

/** Every attempt and hint, in the order in which they happened. */
export function entriesOf({ passes, log, hints }: Notebook): readonly Entry[] {
  const byNumber = new Map(passes.map((pass) => [pass.number, pass]));
  return eventsOf(log, hints).map((event): Entry => {
    const { at, pass: number, step } = event.kind === 'hint' ? event.hint : event.attempt;
    const pass = byNumber.get(number);
    if (pass === undefined) throw new Error(`pass ${number} is not in the notebook`);
    const { phase, result } = stepOf(pass, step);
    const example = pass.parts ? result.example : pass.example + 1;
    const place = { at, pass: number, ...(example && { example }), phase, step };
    if (event.kind === 'hint') return { ...place, kind: 'hint', hints: event.hint.rung };
    const { origin, typed, notation, verdict, hints: seen } = event.attempt;
    return {
      ...place,
      kind: KIND_OF_ORIGIN[origin],
      typed,
      ...(notation && { notation }),
      verdict,
      hints: seen,
    };
  });
}
