import chain from '../../../examples/chain.json';
import defaultFile from '../../../examples/default.json';
import type { Exercise } from '../../core/network/exercise.ts';
import type { ExerciseFile } from '../../tutor/exercise/file.ts';
import { resolveExercise } from '../../tutor/exercise/resolve.ts';
import { readSeed } from '../../tutor/exercise/seed.ts';
import { WAYS, type Way } from '../../tutor/ways.ts';
import { words } from '../words.ts';

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

/** The exercises that the page itself leads to; the others are in presets.ts. */
const AT_HAND: Readonly<Partial<Record<string, ExerciseFile>>> = {
  default: defaultFile as ExerciseFile,
  chain: chain as ExerciseFile,
};

export const DEFAULT_SEED = 1;
const DEFAULT: Source = { kind: 'seed', seed: DEFAULT_SEED };

/** What an address asks for; where part of it cannot be read, the default network and a sentence about it. */
export type Asked = { readonly source: Source; readonly problem?: string };

export async function readAddress(query: URLSearchParams): Promise<Asked> {
  const asked = await readExercise(query);
  const text = query.get('way');
  if (text === null || asked.problem !== undefined) return asked;
  const way = WAYS.find((known) => known === text);
  if (way === undefined) return { source: DEFAULT, problem: words.addresses.unknownWay(text, WAYS) };
  return { source: { ...asked.source, way } };
}

async function readExercise(query: URLSearchParams): Promise<Asked> {
  const own = query.get('exercise');
  if (own !== null) return readOwn(own);
  const seedText = query.get('seed');
  const seed = seedText === null ? undefined : seedOf(seedText);
  if (typeof seed === 'string') return { source: DEFAULT, problem: seed };
  const name = query.get('preset');
  if (name === null) return { source: seed === undefined ? DEFAULT : { kind: 'seed', seed } };
  const place = seed === undefined ? {} : { seed };
  if (Object.hasOwn(AT_HAND, name)) return { source: { kind: 'preset', name, ...place } };
  const { PRESETS } = await import('./presets.ts');
  const file = PRESETS.get(name);
  if (file === undefined) {
    return { source: DEFAULT, problem: words.addresses.unknownPreset(name, [...PRESETS.keys()]) };
  }
  return { source: { kind: 'preset', name, file, ...place } };
}

/** A seed as it is written, or a sentence about what is wrong with it. */
export function seedOf(text: string): number | string {
  const seed = readSeed(text);
  return typeof seed === 'number' ? seed : words.addresses[seed](text);
}

// Few addresses hold a whole exercise: what checks it is loaded for those only.
async function readOwn(encoded: string): Promise<Asked> {
  const { exerciseProblems, parseExerciseText } = await import('../../tutor/exercise/file.ts');
  const parsed = parseExerciseText(decode(encoded));
  const problems = parsed.ok ? exerciseProblems(resolveExercise(parsed.value)) : parsed.problems;
  if (parsed.ok && problems.length === 0) return { source: { kind: 'own', file: parsed.value } };
  const { enFileProblem } = await import('../../tutor/messages/en/files.ts');
  const [problem] = problems;
  return { source: DEFAULT, ...(problem && { problem: enFileProblem(problem) }) };
}

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

/** Which planted mistake of the exercise an address asks to look for; it goes with every address. */
export function slipIn(query: URLSearchParams): number | undefined {
  const number = readSeed(query.get('slip') ?? '');
  return typeof number === 'number' ? number : undefined;
}

export const withSlip = (address: string, number: number): string => `${address}&slip=${number}`;

export function exerciseOf(source: Source): Exercise {
  switch (source.kind) {
    case 'seed':
      return resolveExercise(presetFile('default'), source.seed);
    case 'preset':
      return resolveExercise(source.file ?? presetFile(source.name), source.seed);
    case 'own':
      return resolveExercise(source.file);
  }
}

function presetFile(name: string): ExerciseFile {
  const file = AT_HAND[name];
  if (file === undefined) throw new Error(name);
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
