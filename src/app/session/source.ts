import type { Exercise } from '../../core/network/exercise.ts';
import {
  fileOf,
  parseExerciseFile,
  parseExerciseText,
  SEED_LIMIT,
  type ExerciseFile,
} from '../../tutor/exercise/file.ts';
import { GENERATOR } from '../../tutor/exercise/generator.ts';
import { resolveExercise } from '../../tutor/exercise/resolve.ts';
import { en } from '../../tutor/messages/index.ts';

/** Where an exercise comes from. The address of the page holds it, and nothing else is needed to get it again. */
export type Source =
  | { readonly kind: 'seed'; readonly seed: number }
  | { readonly kind: 'preset'; readonly name: string; readonly seed?: number }
  | { readonly kind: 'own'; readonly file: ExerciseFile };

const FILES = import.meta.glob<unknown>('/examples/*.json', { eager: true, import: 'default' });

/** The exercises that come with the page, by name. */
export const PRESETS: ReadonlyMap<string, ExerciseFile> = new Map(
  Object.entries(FILES).flatMap(([path, data]) => {
    const parsed = parseExerciseFile(data);
    const name = path.replace(/^.*\/|\.json$/g, '');
    return parsed.ok ? [[name, parsed.value] as const] : [];
  }),
);

export const DEFAULT_SEED = 1;
const DEFAULT: Source = { kind: 'seed', seed: DEFAULT_SEED };

/** What an address asks for; with a sentence about each part of it that cannot be read. */
export type Asked = { readonly source: Source; readonly problem?: string };

export function readAddress(query: URLSearchParams): Asked {
  const own = query.get('exercise');
  if (own !== null) return readOwn(own);
  const seedText = query.get('seed');
  const seed = seedText === null ? undefined : readSeed(seedText);
  if (typeof seed === 'string') return { source: DEFAULT, problem: seed };
  const name = query.get('preset');
  if (name === null) return { source: seed === undefined ? DEFAULT : { kind: 'seed', seed } };
  if (!PRESETS.has(name)) {
    return { source: DEFAULT, problem: en.files.unknownPreset(name, [...PRESETS.keys()]) };
  }
  return { source: { kind: 'preset', name, ...(seed === undefined ? {} : { seed }) } };
}

/** A seed as it is written in an address, "7" or with its generator "1.7", or what is wrong with it. */
export function readSeed(text: string): number | string {
  const match = /^(?:(\d{1,6})\.)?(\d{1,10})$/.exec(text.trim());
  if (match === null) return en.files.badSeed(text);
  const [, generator, digits] = match;
  if (generator !== undefined && Number(generator) !== GENERATOR) return en.files.unknownGenerator(text);
  const seed = Number(digits);
  return seed < SEED_LIMIT ? seed : en.files.badSeed(text);
}

function readOwn(encoded: string): Asked {
  const parsed = parseExerciseText(decode(encoded));
  if (parsed.ok) return { source: { kind: 'own', file: parsed.value } };
  const [problem] = parsed.problems;
  return { source: DEFAULT, ...(problem && { problem: en.files.problem(problem) }) };
}

/** The query that stands for a source: "?seed=7", "?preset=mazur", "?exercise=…". */
export function addressOf(source: Source): string {
  switch (source.kind) {
    case 'seed':
      return `?seed=${source.seed}`;
    case 'preset':
      return `?preset=${source.name}${source.seed === undefined ? '' : `&seed=${source.seed}`}`;
    case 'own':
      return `?exercise=${encode(JSON.stringify(source.file))}`;
  }
}

export function exerciseOf(source: Source): Exercise {
  switch (source.kind) {
    case 'seed':
      return resolveExercise(presetFile('default'), source.seed);
    case 'preset':
      return resolveExercise(presetFile(source.name), source.seed);
    case 'own':
      return resolveExercise(source.file);
  }
}

export const sourceOf = (exercise: Exercise): Source => ({ kind: 'own', file: fileOf(exercise) });

function presetFile(name: string): ExerciseFile {
  const file = PRESETS.get(name);
  if (file === undefined) throw new Error(`examples/${name}.json is missing or faulty`);
  return file;
}

// Base64 with the two letters that addresses can carry unescaped (RFC 4648, section 5). The text is plain ASCII.
const encode = (text: string): string =>
  btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

function decode(text: string): string {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return text;
  }
}
