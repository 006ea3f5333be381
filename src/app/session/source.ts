import type { ExerciseFile } from '../../tutor/exercise/file.ts';
import type { Way } from '../../tutor/ways.ts';

/** Where an exercise comes from. The address of the page holds it, and nothing else is needed to get it again. */
export type Source = (
  | { readonly kind: 'seed'; readonly seed: number }
  | {
      readonly kind: 'preset';
      readonly name: string;
      readonly seed?: number;
      /** Its file, where it is not one of those that are always there. */
      readonly file?: ExerciseFile | undefined;
    }
  | { readonly kind: 'own'; readonly file: ExerciseFile }
) & {
  /** How answers are checked; at once where there is none. */
  readonly way?: Way | undefined;
};

export const DEFAULT_SEED = 1;
export const DEFAULT: Source = { kind: 'seed', seed: DEFAULT_SEED };

/** The query that stands for a source: "?seed=7", "?preset=mazur", "?exercise=…". */
export const addressOf = (source: Source): string =>
  queryOf(source) + (source.way === undefined ? '' : `&way=${source.way}`);

/** The way to work is not part of an exercise: its numbers are the same in each. */
export const isSameExercise = (one: Source, other: Source): boolean => queryOf(one) === queryOf(other);

/** The exercise alone: without the way to work. */
export function queryOf(source: Source): string {
  switch (source.kind) {
    case 'seed':
      return `?seed=${source.seed}`;
    case 'preset':
      return `?preset=${source.name}${source.seed === undefined ? '' : `&seed=${source.seed}`}`;
    case 'own':
      return `?exercise=${encode(JSON.stringify(source.file))}`;
  }
}

/** The address with a planted mistake of the exercise to look for. */
export const withSlip = (address: string, number: number): string => `${address}&slip=${number}`;

// Base64 with the two letters that addresses can carry unescaped (RFC 4648, section 5), which `decode` (address.ts) reads.
// The text is plain ASCII.
const encode = (text: string): string =>
  btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
